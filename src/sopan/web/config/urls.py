"""Addresses of the site. Those shown to people are Indonesian."""

from django.urls import include, path

urlpatterns = [
    path("akun/", include("allauth.account.urls")),
    path("organisasi/", include("sopan.web.organisation.urls")),
]
