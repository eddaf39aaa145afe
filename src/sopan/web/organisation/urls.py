"""Addresses of the organisation."""

from django.urls import path

from sopan.web.organisation.views import accounts, batches, jabatan, own, people, roles, units

app_name = "organisation"
urlpatterns = [
    path("", units.all_units, name="units"),
    path("tambah/", units.add_unit, name="add_opd"),
    path("unit/<int:unit_id>/", units.unit, name="unit"),
    path("unit/<int:parent_id>/tambah/", units.add_unit, name="add_unit"),
    path("unit/<int:unit_id>/nama/", units.rename_unit, name="rename_unit"),
    path("unit/<int:unit_id>/letak/", units.move_unit, name="move_unit"),
    path("unit/<int:unit_id>/tutup/", units.close_unit, name="close_unit"),
    path("unit/<int:unit_id>/jabatan/tambah/", jabatan.add, name="add_jabatan"),
    path("jabatan/<int:jabatan_id>/", jabatan.jabatan, name="jabatan"),
    path("jabatan/<int:jabatan_id>/ubah/", jabatan.change, name="change_jabatan"),
    path("jabatan/<int:jabatan_id>/nama/", jabatan.rename, name="rename_jabatan"),
    path("jabatan/<int:jabatan_id>/tutup/", jabatan.close, name="close_jabatan"),
    path("jabatan/<int:jabatan_id>/isi/", jabatan.appoint, name="appoint"),
    path("masa-jabatan/<int:seat_id>/akhiri/", jabatan.release, name="release"),
    path("orang/", people.everybody, name="people"),
    path("orang/tambah/", people.add, name="add_person"),
    path("orang/<int:person_id>/", people.person, name="person"),
    path("orang/<int:person_id>/ubah/", people.change, name="change_person"),
    path("orang/<int:person_id>/akun/", accounts.give, name="give_account"),
    path("orang/<int:person_id>/akun/kode/", accounts.reset, name="reset_password"),
    path("orang/<int:person_id>/akun/tutup/", accounts.close, name="close_account"),
    path("orang/<int:person_id>/akun/buka/", accounts.open_again, name="open_account"),
    path("orang/<int:person_id>/akun/faktor-kedua/", accounts.forget_second_factor, name="forget_second_factor"),
    path("orang/<int:person_id>/peran/", roles.grant, name="grant"),
    path("peran/", roles.all_roles, name="roles"),
    path("peran/buat/", roles.make, name="make_role"),
    path("peran/<int:role_id>/", roles.role, name="role"),
    path("peran/<int:role_id>/ubah/", roles.change, name="change_role"),
    path("peran/<int:role_id>/hapus/", roles.drop, name="drop_role"),
    path("pemberian-peran/<int:grant_id>/cabut/", roles.revoke, name="revoke"),
    path("impor/", batches.upload, name="upload"),
    path("impor/formulir/<slug:kind>.xlsx", batches.blank, name="blank"),
    path("impor/<int:batch_id>/", batches.batch, name="batch"),
    path("impor/<int:batch_id>/terapkan/", batches.apply, name="apply_batch"),
    path("impor/<int:batch_id>/buang/", batches.discard, name="discard_batch"),
    path("mutasi/", batches.moves, name="moves"),
    path("saya/", own.me, name="me"),
    path("saya/kata-sandi/", own.password, name="password"),
    path("saya/faktor-kedua/", own.second_factor, name="second_factor"),
    path("saya/keluar-di-semua/", own.sign_out_everywhere, name="sign_out_everywhere"),
]
