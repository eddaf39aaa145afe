"""Addresses of signing in. Of what allauth brings, only what is used here: nobody signs up, nothing goes by mail."""

from allauth.account import views as account
from django.urls import include, path

urlpatterns = [
    path("masuk/", account.login, name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("pastikan/", account.reauthenticate, name="account_reauthenticate"),
    path("faktor-kedua/", include("allauth.mfa.urls")),
]
