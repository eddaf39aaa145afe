"""Addresses of procedures."""

from django.urls import path

from sopan.web.registry import views

app_name = "registry"
urlpatterns = [
    path("", views.records, name="records"),
    path("lama/tambah/", views.add_paper, name="add_paper"),
    path("<int:record_id>/", views.record, name="record"),
    path("<int:record_id>/jenis/", views.describe, name="describe"),
    path("<int:record_id>/pindaian/", views.scan, name="scan"),
]
