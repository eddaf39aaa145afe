"""Identity pages in their many forms."""

import pytest

from sopan.domain import PejabatPengesah
from sopan.drawn import Box, Cell, Text
from sopan.readers.assembly import assemble
from sopan.readers.assembly.items import items

from .sheets import HEAD, a_head, a_page, a_row, cells

OFFICIAL = "Kepala Dinas\n\n\nContoh Nama, S.Sos., M.Si.\nPembina Tk. I (IV/b)\nNIP. 19700101 199001 1 001"


def identity_of(*pages):
    (reading,) = assemble(pages)
    return reading.procedure.identity


def a_classic_form(**values):
    """Names left, number and dates right, lists below in two columns."""
    fields = [
        ("Nomor SOP", values.get("nomor", "065/1/2026")),
        ("Tanggal Pembuatan", values.get("pembuatan", "2 Maret 2026")),
        ("Tanggal Revisi", values.get("revisi", "-")),
        ("Tanggal Efektif", values.get("efektif", "1 April 2026")),
        ("Disahkan oleh", values.get("official", OFFICIAL)),
        ("Nama SOP", values.get("judul", "Penanganan Surat")),
    ]
    head = cells([[label, value] for label, value in fields], left=150, height=HEAD, widths=[40, 80])
    names = [Cell(box=Box(0, 0, 150, 6 * HEAD), text="PEMERINTAH KABUPATEN CONTOH\nDINAS CONTOH\nBidang Persuratan")]
    lists = cells(
        [
            ["DASAR HUKUM :", "KUALIFIKASI PELAKSANA"],
            ["1. Undang-Undang A\n2. Peraturan B\ntentang C", "1. Teliti\n2. Cermat"],
            ["Keterkaitan", "Peralatan/ Perlengkapan"],
            ["SOP Surat Keluar", "a. Komputer\nb. Pencetak"],
            ["PERINGATAN", "PENCATATAN DAN PENDATAAN :"],
            ["Apabila terlambat maka ditegur", "- Buku agenda"],
        ],
        top=6 * HEAD,
        height=HEAD,
        widths=[150, 120],
    )
    return [*names, *head, *lists]


def test_the_classic_form_is_read_field_by_field():
    found = identity_of(a_page(a_classic_form()))
    assert (found.pemerintah_daerah, found.opd, found.unit_kerja) == (
        "PEMERINTAH KABUPATEN CONTOH",
        "DINAS CONTOH",
        "Bidang Persuratan",
    )
    assert (found.judul, found.nomor, found.tanggal_pembuatan) == ("Penanganan Surat", "065/1/2026", "2 Maret 2026")
    assert (found.tanggal_revisi, found.tanggal_efektif) == ("-", "1 April 2026")
    assert found.dasar_hukum == ("Undang-Undang A", "Peraturan B tentang C")
    assert found.kualifikasi_pelaksana == ("Teliti", "Cermat")
    assert found.keterkaitan == ("SOP Surat Keluar",)
    assert found.peralatan == ("Komputer", "Pencetak")
    assert found.peringatan == ("Apabila terlambat maka ditegur",)
    assert found.pencatatan == ("Buku agenda",)


def test_an_identity_page_without_a_table_is_told():
    (reading,) = assemble([a_page(a_classic_form())])
    assert ["Tabel langkah tidak ditemukan" in note.sentence for note in reading.notes] == [True]


def test_the_signature_block_is_told_apart():
    assert identity_of(a_page(a_classic_form())).disahkan_oleh == PejabatPengesah(
        jabatan="Kepala Dinas",
        nama="Contoh Nama, S.Sos., M.Si.",
        pangkat="Pembina Tk. I (IV/b)",
        nip="19700101 199001 1 001",
    )


@pytest.mark.parametrize(
    ("text", "selaku", "jabatan", "nama"),
    [
        ("Kepala Dinas", "", "Kepala Dinas", ""),
        ("Plt. Kepala Dinas\nContoh Nama, S.H.", "Plt.", "Kepala Dinas", "Contoh Nama, S.H."),
        ("a.n. Bupati Contoh\nSekretaris Daerah", "a.n.", "Bupati Contoh Sekretaris Daerah", ""),
        ("Bupati Contoh\nContoh Nama\nNIP. -", "", "Bupati Contoh", "Contoh Nama"),
    ],
)
def test_capacity_office_and_name(text, selaku, jabatan, nama):
    by = identity_of(a_page(a_classic_form(official=text))).disahkan_oleh
    assert (by.selaku, by.jabatan, by.nama) == (selaku, jabatan, nama)


def test_a_signature_is_read_from_where_its_lines_stand():
    form = [cell for cell in a_classic_form() if cell.text != OFFICIAL]
    lines = [Text(box=Box(190, 41, 270, 44), text="Kepala Dinas"), Text(box=Box(190, 60, 270, 63), text="Contoh Nama")]
    form = [
        c if c.box.top < 50 else Cell(box=Box(c.box.left, c.box.top + 30, c.box.right, c.box.bottom + 30), text=c.text)
        for c in form
    ]
    by = identity_of(a_page(form, texts=lines)).disahkan_oleh
    assert (by.jabatan, by.nama) == ("Kepala Dinas", "Contoh Nama")


def test_a_number_of_revision_beside_its_date_is_a_field_of_its_own():
    found = identity_of(a_page(a_classic_form(revisi="3 Mei 2026 (revisi ke-2)")))
    assert (found.tanggal_revisi, found.revisi_ke) == ("3 Mei 2026", "2")


def test_labels_with_colons_in_cells_of_their_own():
    form = cells(
        [
            ["Nomor SOP", ":", "065/1/2026"],
            ["Nama SOP", ":", "Penanganan Surat"],
            ["Tanggal Efektif", ":", "1 April 2026"],
            ["Dasar Hukum", ":", "1. Undang-Undang A\n2. Peraturan B"],
            ["Peringatan", ":", "Apabila terlambat maka ditegur"],
        ],
        height=HEAD,
        widths=[40, 5, 120],
    )
    found = identity_of(a_page(form))
    assert (found.nomor, found.judul, found.tanggal_efektif) == ("065/1/2026", "Penanganan Surat", "1 April 2026")
    assert found.dasar_hukum == ("Undang-Undang A", "Peraturan B")
    assert found.peringatan == ("Apabila terlambat maka ditegur",)


def test_several_labels_in_one_cell():
    text = "Nomor SOP : 065/1/2026\nTanggal Pembuatan : 2 Maret 2026\nDisahkan oleh : Kepala Dinas\nContoh Nama, S.H."
    lists = ["Dasar Hukum:\n1. Undang-Undang A\n2. Peraturan B", "Kualifikasi Pelaksana:\nTeliti"]
    found = identity_of(a_page(cells([["DINAS CONTOH", text], lists], height=4 * HEAD, widths=[120, 120])))
    assert (found.nomor, found.tanggal_pembuatan) == ("065/1/2026", "2 Maret 2026")
    assert (found.disahkan_oleh.jabatan, found.disahkan_oleh.nama) == ("Kepala Dinas", "Contoh Nama, S.H.")
    assert found.dasar_hukum == ("Undang-Undang A", "Peraturan B")
    assert found.opd == "DINAS CONTOH"


def test_items_of_a_sheet_stand_in_rows_with_their_numbers_beside():
    form = cells(
        [
            [None, None, "Nomor SOP", "065/1/2026"],
            [None, None, "Nama SOP", "Penanganan Surat"],
            ["Dasar Hukum", None, "Kualifikasi Pelaksana", None],
            ["1.", "Undang-Undang A", "1. Teliti", None],
            ["2.", "Peraturan B", "2. Cermat", None],
            ["Peringatan", None, "Peralatan", None],
            ["Apabila terlambat maka ditegur", "->", "Komputer", None],
        ],
        height=6.0,
        widths=[30, 100, 40, 80],
    )
    found = identity_of(a_page(form))
    assert found.dasar_hukum == ("Undang-Undang A", "Peraturan B")
    assert found.kualifikasi_pelaksana == ("Teliti", "Cermat")
    assert found.peralatan == ("Komputer",)


def test_lists_may_go_on_on_the_next_page():
    more = cells(
        [["DASAR HUKUM (lanjutan)", "KUALIFIKASI PELAKSANA (lanjutan)"], ["3. Keputusan D", "3. Jujur"]],
        height=HEAD,
        widths=[150, 120],
    )
    found = identity_of(a_page(a_classic_form()), a_page(more, number=2))
    assert found.dasar_hukum == ("Undang-Undang A", "Peraturan B tentang C", "Keputusan D")
    assert found.kualifikasi_pelaksana == ("Teliti", "Cermat", "Jujur")


def test_every_identity_page_begins_an_sop():
    def pages(number, title, first):
        rows = cells([a_row("1", f"Menyusun {title}", ["√"])], top=2 * HEAD)
        return [
            a_page(a_classic_form(nomor=number, judul=title), number=first),
            a_page(a_head("Staf"), rows, number=first + 1),
        ]

    readings = assemble([*pages("1", "Surat Masuk", 1), *pages("2", "Surat Keluar", 3)])
    assert [reading.procedure.identity.judul for reading in readings] == ["Surat Masuk", "Surat Keluar"]
    assert [reading.procedure.steps[0].kegiatan for reading in readings] == [
        "Menyusun Surat Masuk",
        "Menyusun Surat Keluar",
    ]


def test_an_identity_that_every_page_repeats_begins_no_other_sop():
    def page(number, first):
        rows = cells([a_row(str(first), f"Menyusun {first}", ["√"])], top=150 + 2 * HEAD)
        return a_page(a_classic_form(), a_head("Staf", top=150), rows, number=number)

    (reading,) = assemble([page(1, 1), page(2, 2)])
    assert [step.kegiatan for step in reading.procedure.steps] == ["Menyusun 1", "Menyusun 2"]
    assert reading.procedure.identity.dasar_hukum == ("Undang-Undang A", "Peraturan B tentang C")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Satu\n2. Dua", ("Satu", "Dua")),
        ("1. Satu 2. Dua 3. Tiga", ("Satu", "Dua", "Tiga")),
        ("a. Satu\nb. Dua", ("Satu", "Dua")),
        ("- Satu\n- Dua", ("Satu", "Dua")),
        ("•Satu\n•Dua", ("Satu", "Dua")),
        ("1, Undang-Undang A\n2. Peraturan B", ("Undang-Undang A", "Peraturan B")),
        ("5.\nPeraturan B", ("Peraturan B",)),
        ("1. Satu\nyang panjang\n2. Dua", ("Satu yang panjang", "Dua")),
        ("Satu\nDua", ("Satu", "Dua")),
        ("Satu,\ndan dua", ("Satu, dan dua",)),
        ("1. ATK", ("ATK",)),
        (
            "Undang-Undang Nomor 25 Tahun 2009\ntentang Pelayanan",
            ("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan",),
        ),
        ("1,5 jam", ("1,5 jam",)),
        ("", ()),
    ],
)
def test_items_of_a_list(text, found):
    assert items(text) == found
