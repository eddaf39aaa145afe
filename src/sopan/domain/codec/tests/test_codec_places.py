"""Where each value stands, so that a finding can show it."""

from __future__ import annotations

from sopan.domain.codec import decode_text, decode_text_with_places

SOURCE = """\
# catatan
sopan: "1"
judul:   Akta
disahkan_oleh: {jabatan: Camat, nip: "1"}
tanggal_efektif:
dasar_hukum:
- UU 25/2009
langkah:
- kegiatan: Menerima
  waktu: 5 menit
-
- id: ""
  kegiatan: Memeriksa 👩 berkas
  ke: [1]
"""


def test_values_stand_where_they_were_written():
    decoded = decode_text_with_places(SOURCE)
    assert decoded.procedure == decode_text(SOURCE)
    assert decoded.places == {
        ("", ""): (2, 1),
        ("", "sopan"): (2, 8),
        ("", "judul"): (3, 10),
        ("", "disahkan_oleh"): (4, 16),
        ("", "disahkan_oleh.jabatan"): (4, 26),
        ("", "disahkan_oleh.nip"): (4, 38),
        ("", "tanggal_efektif"): (5, 1),
        ("", "dasar_hukum"): (7, 1),
        ("", "langkah"): (9, 1),
        ("1", ""): (9, 3),
        ("1", "kegiatan"): (9, 13),
        ("1", "waktu"): (10, 10),
        ("2", ""): (12, 3),
        ("2", "id"): (12, 7),
        ("2", "kegiatan"): (13, 13),
        ("2", "ke"): (14, 7),
    }


def test_a_single_row_without_a_list_has_its_place_too():
    places = decode_text_with_places('sopan: "1"\nlangkah: {id: a, waktu: x}\n').places
    assert places["a", "waktu"] == (2, 25)
