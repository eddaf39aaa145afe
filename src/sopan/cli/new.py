"""sopan new: a file to begin with, which conforms from its first day."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import click

from sopan.cli.exits import UNREADABLE
from sopan.cli.files import TEXT_SUFFIX, write_whole
from sopan.cli.speech import say
from sopan.domain import (
    Besaran,
    CiriKegiatan,
    Edge,
    End,
    Identity,
    Jenis,
    KelengkapanJenis,
    Kind,
    MutuBaku,
    PejabatPengesah,
    Procedure,
    Sifat,
    Step,
    Symbol,
)

CIRI = {
    "pelayanan": CiriKegiatan.SERVICE,
    "rutin": CiriKegiatan.ROUTINE,
    "penugasan": CiriKegiatan.ASSIGNMENT,
}

HEADER = """\
# Dibuat dengan “sopan new”. Ganti setiap isi dengan keadaan di unit kerja Anda, lalu:
#   sopan check {nama}     menyebutkan apa yang perlu diselaraskan
#   sopan render {nama}    mencetaknya menjadi PDF
# Satu langkah adalah satu kegiatan oleh satu pelaksana; “jenis” berisi mulai, proses, keputusan, atau selesai.
"""


@click.command(
    "new",
    help="Membuat berkas SOP baru. Yang tidak disebut lewat pilihan akan ditanyakan. Hasilnya kerangka yang sudah "
    "memenuhi ketentuan dan tinggal disesuaikan.",
)
@click.option("--judul", metavar="TEKS", help="Judul, misalnya “Penerbitan Surat Keterangan Domisili”.")
@click.option("--pemerintah-daerah", metavar="TEKS", help="Nama pemerintah daerah.")
@click.option("--opd", metavar="TEKS", help="Nama perangkat daerah.")
@click.option("--unit-kerja", metavar="TEKS", help="Nama unit kerja.")
@click.option(
    "--pelaksana",
    metavar="TEKS",
    multiple=True,
    help="Pelaksana menurut urutan keterlibatan; ulangi pilihan ini untuk setiap pelaksana, atau pisahkan dengan koma.",
)
@click.option("--ciri", type=click.Choice(tuple(CIRI)), help="Yang memulai kegiatan: pemohon, rencana, atau perintah.")
@click.option("-o", "--output", metavar="BERKAS", help="Nama berkas; bawaannya menurut judul. “-” untuk layar.")
def command(
    judul: str | None,
    pemerintah_daerah: str | None,
    opd: str | None,
    unit_kerja: str | None,
    pelaksana: tuple[str, ...],
    ciri: str | None,
    output: str | None,
) -> int:
    procedure = skeleton(
        judul=_answer(judul, "Judul SOP", "Penerbitan Surat Keterangan"),
        pemerintah_daerah=_answer(pemerintah_daerah, "Pemerintah daerah", "Pemerintah Kabupaten Contoh"),
        opd=_answer(opd, "Perangkat daerah", "Dinas Contoh"),
        unit_kerja=_answer(unit_kerja, "Unit kerja", "Sekretariat"),
        daftar_pelaksana=_names(
            pelaksana or (_answer(None, "Pelaksana, dipisahkan koma", "Pemohon, Petugas Loket, Kepala Dinas"),)
        ),
        ciri=CIRI[_choice(ciri)],
    )
    return _save(procedure, output or f"{slug(procedure.identity.judul)}{TEXT_SUFFIX}")


def is_terminal() -> bool:
    """Whether there is a person who can be asked."""
    return sys.stdin.isatty()


def _answer(given: str | None, sentence: str, default: str) -> str:
    """What was given, else what a person answers, else the default where nobody can be asked."""
    if given is not None or not is_terminal():
        return (given if given is not None else default).strip()
    return str(click.prompt(say(sentence), default=default, err=True)).strip()


def _choice(given: str | None) -> str:
    if given is not None or not is_terminal():
        return given or "pelayanan"
    question = say("Yang memulai kegiatan: pemohon (pelayanan), rencana kerja (rutin), atau perintah (penugasan)")
    return str(click.prompt(question, type=click.Choice(tuple(CIRI)), default="pelayanan", err=True))


def _names(answers: Sequence[str]) -> tuple[str, ...]:
    names = (name.strip() for answer in answers for name in answer.split(","))
    return tuple(dict.fromkeys(name for name in names if name)) or ("Petugas",)


def slug(judul: str) -> str:
    """The title as a file name: lower case, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", judul.lower()).strip("-")[:80] or "sop"


def _save(procedure: Procedure, name: str) -> int:
    from sopan.domain.codec import encode_text

    text = HEADER.format(nama=name if name != "-" else "BERKAS") + encode_text(procedure)
    if name == "-":
        click.echo(text, nl=False)
        return 0
    path = Path(name)
    if path.exists():
        click.echo(say("“{nama}” sudah ada dan tidak ditimpa. Pilih nama lain dengan -o.", nama=name), err=True)
        return UNREADABLE
    write_whole(path, text.encode())
    click.echo(say("{nama} dibuat. Buka dengan penyunting teks, lalu periksa dengan “sopan check”.", nama=name))
    return 0


def skeleton(
    *,
    judul: str,
    pemerintah_daerah: str,
    opd: str,
    unit_kerja: str,
    daftar_pelaksana: tuple[str, ...],
    ciri: CiriKegiatan,
) -> Procedure:
    """A procedure that goes from the first executor through the others and back, with one decision."""
    steps = _steps(daftar_pelaksana, ciri)
    return Procedure(
        identity=replace(
            _SKELETON,
            judul=judul.removeprefix("SOP ").strip(),
            pemerintah_daerah=pemerintah_daerah,
            opd=opd,
            unit_kerja=unit_kerja,
            disahkan_oleh=PejabatPengesah(jabatan=f"Kepala {opd}"),
            sifat=Sifat.ADMINISTRATIVE if len(daftar_pelaksana) > 1 else Sifat.TECHNICAL,
            ciri_kegiatan=ciri,
        ),
        daftar_pelaksana=daftar_pelaksana,
        steps=steps,
        edges=_edges(steps),
    )


_SKELETON = Identity(
    revisi_ke="0",
    besaran=Besaran.MICRO,
    kelengkapan_jenis=KelengkapanJenis.FINAL,
    jenis=Jenis.SPECIFIC,
    dasar_hukum=(
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang "
            "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"
        ),
    ),
    keterkaitan=("SOP Pengarsipan Naskah Dinas",),
    peringatan=("Apabila berkas tidak diperiksa maka hasilnya dapat dibatalkan",),
    kualifikasi_pelaksana=("Memahami peraturan yang mendasari kegiatan",),
    peralatan=("Komputer yang tersambung ke jaringan",),
    pencatatan=("Buku register",),
)
"""What an author replaces; it shows what belongs into each field."""

_FIRST = {
    CiriKegiatan.SERVICE: ("Mengajukan permohonan", "Formulir permohonan", "Berkas permohonan"),
    CiriKegiatan.ROUTINE: ("Menyusun rencana kegiatan", "Rencana kerja tahunan", "Berkas rencana kegiatan"),
    CiriKegiatan.ASSIGNMENT: ("Menerima surat penugasan", "Surat penugasan", "Berkas penugasan"),
}
_LAST = {
    CiriKegiatan.SERVICE: ("Menerima hasil layanan", "Hasil layanan yang telah diterima"),
    CiriKegiatan.ROUTINE: ("Mengarsipkan hasil kegiatan", "Arsip hasil kegiatan"),
    CiriKegiatan.ASSIGNMENT: ("Melaporkan hasil penugasan", "Laporan hasil penugasan"),
}


def _steps(names: tuple[str, ...], ciri: CiriKegiatan) -> tuple[Step, ...]:
    """First activity, check, one activity for each further executor, last activity."""
    kegiatan, kelengkapan, output = _FIRST[ciri]
    steps = [_step(1, kegiatan, names[0], kelengkapan, output, kind=Kind.START)]
    checker, *others = names[1:] or names
    steps.append(_step(2, "Memeriksa kelengkapan berkas", checker, output, "Hasil pemeriksaan berkas",
                       kind=Kind.DECISION))  # fmt: skip
    before = "Hasil pemeriksaan berkas"
    for name in others or [checker]:
        steps.append(_step(len(steps) + 1, "Menyusun konsep hasil", name, before, "Konsep hasil"))
        before = "Konsep hasil"
    kegiatan, output = _LAST[ciri]
    return (*steps, _step(len(steps) + 1, kegiatan, names[0], before, output, kind=Kind.END))


def _step(
    number: int, kegiatan: str, pelaksana: str, kelengkapan: str, output: str, *, kind: Kind = Kind.PROCESS
) -> Step:
    return Step(
        id=str(number),
        kegiatan=kegiatan,
        symbols=(Symbol(pelaksana),),
        mutu_baku=MutuBaku(kelengkapan=(kelengkapan,), waktu="15 menit", output=output),
        kind=kind,
    )


def _edges(steps: tuple[Step, ...]) -> tuple[Edge, ...]:
    """Row after row; the check sends incomplete papers back to the beginning."""
    onward = [
        Edge(End(step.id), End(after.id), "Ya" if step.kind is Kind.DECISION else "") for step, after in pairwise(steps)
    ]
    return (*onward, Edge(End("2"), End("1"), "Tidak"))
