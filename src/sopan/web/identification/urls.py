"""Addresses from tupoksi to the titles of procedures."""

from django.urls import path

from sopan.web.identification.views import coverage, needs, process_map, table, tupoksi

app_name = "identification"
urlpatterns = [
    path("", coverage.agencies, name="agencies"),
    path("peta/", process_map.process_map, name="process_map"),
    path("peta/isi/", process_map.fill, name="fill_process_map"),
    path("peta/<int:node_id>/hapus/", process_map.remove, name="remove_process"),
    path("format.xlsx", tupoksi.template, name="template"),
    path("unit/<int:unit_id>/", tupoksi.register, name="tupoksi"),
    path("unit/<int:unit_id>/tambah/", tupoksi.add, name="add_tupoksi"),
    path("unit/<int:unit_id>/tempel/", tupoksi.paste, name="paste_tupoksi"),
    path("unit/<int:unit_id>/impor/", tupoksi.bring_in, name="import_tupoksi"),
    path("butir/<int:tupoksi_id>/ubah/", tupoksi.change, name="change_tupoksi"),
    path("butir/<int:tupoksi_id>/pindah/", tupoksi.shift, name="shift_tupoksi"),
    path("butir/<int:tupoksi_id>/hapus/", tupoksi.remove, name="remove_tupoksi"),
    path("unit/<int:unit_id>/tabel-6/", table.table, name="table"),
    path("unit/<int:unit_id>/tabel-6.pdf", table.as_pdf, name="table_pdf"),
    path("unit/<int:unit_id>/tabel-6.xlsx", table.as_xlsx, name="table_xlsx"),
    path("butir/<int:tupoksi_id>/baris/", table.add_row, name="add_row"),
    path("butir/<int:tupoksi_id>/baris/tempel/", table.paste_rows, name="paste_rows"),
    path("baris/<int:row_id>/", table.save_row, name="save_row"),
    path("baris/<int:row_id>/hapus/", table.remove_row, name="remove_row"),
    path("unit/<int:unit_id>/kebutuhan/", needs.needs, name="needs"),
    path("unit/<int:unit_id>/kebutuhan.pdf", needs.document, name="needs_pdf"),
    path("unit/<int:unit_id>/kebutuhan/tambah/", needs.add, name="add_need"),
    path("kebutuhan/<int:need_id>/", needs.change, name="change_need"),
    path("kebutuhan/<int:need_id>/hapus/", needs.remove, name="remove_need"),
    path("unit/<int:unit_id>/cakupan/", coverage.agency, name="coverage"),
]
