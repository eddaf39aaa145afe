"""Addresses of the organisation."""

from django.urls import path

from sopan.web.organisation import views

app_name = "organisation"
urlpatterns = [
    path("", views.all_units, name="units"),
    path("tambah/", views.add_unit, name="add_opd"),
    path("unit/<int:unit_id>/", views.unit, name="unit"),
    path("unit/<int:parent_id>/tambah/", views.add_unit, name="add_unit"),
    path("unit/<int:unit_id>/nama/", views.rename_unit, name="rename_unit"),
]
