"""Addresses of the site. Those shown to people are Indonesian."""

from django.urls import include, path

from sopan.web.config import views

urlpatterns = [
    path("", views.home, name="home"),
    path("tampilan/", views.appearance, name="appearance"),
    path("ui/komponen/", views.components, name="components"),
    path("akun/", include("sopan.web.organisation.account_urls")),
    path("organisasi/", include("sopan.web.organisation.urls")),
    path("sop/", include("sopan.web.registry.urls")),
    path("tupoksi/", include("sopan.web.identification.urls")),
]
