"""What stands beside a task and a process in words: the cells of the row, and the first page of the form."""

from __future__ import annotations

from sopan.domain import Procedure, Step


def about_step(step: Step) -> str:
    """The cells of the row under their headings; nothing where all are empty."""
    items = step.mutu_baku.kelengkapan
    kelengkapan = items[0] if len(items) == 1 else "".join(f"\n- {item}" for item in items)
    return _under_headings(
        ("Kelengkapan", kelengkapan),
        ("Waktu", step.mutu_baku.waktu),
        ("Output", step.mutu_baku.output),
        ("Keterangan", step.keterangan),
    )


def about_procedure(procedure: Procedure) -> str:
    """The identity page under its headings."""
    page = procedure.identity
    signer = page.disahkan_oleh
    lists = (
        ("Dasar Hukum", page.dasar_hukum),
        ("Kualifikasi Pelaksana", page.kualifikasi_pelaksana),
        ("Keterkaitan", page.keterkaitan),
        ("Peralatan/Perlengkapan", page.peralatan),
        ("Peringatan", page.peringatan),
        ("Pencatatan dan Pendataan", page.pencatatan),
    )
    return _under_headings(
        ("Judul SOP", page.judul),
        ("Nomor SOP", page.nomor),
        ("Pemerintah Daerah", page.pemerintah_daerah),
        ("Perangkat Daerah", page.opd),
        ("Unit Kerja", page.unit_kerja),
        ("Tanggal Pembuatan", page.tanggal_pembuatan),
        ("Tanggal Revisi", page.tanggal_revisi),
        ("Tanggal Efektif", page.tanggal_efektif),
        ("Disahkan oleh", " ".join(filter(None, (signer.selaku, signer.jabatan)))),
        *((heading, "".join(f"\n- {item}" for item in items)) for heading, items in lists),
    )


def _under_headings(*cells: tuple[str, str]) -> str:
    return "\n".join(_under(heading, text) for heading, text in cells if text.strip())


def _under(heading: str, text: str) -> str:
    return f"{heading}:{text}" if text.startswith("\n") else f"{heading}: {text}"
