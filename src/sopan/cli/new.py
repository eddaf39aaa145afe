"""sopan new: a file to begin with, which conforms from its first day."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

import click

from sopan.cli.exits import UNREADABLE
from sopan.cli.files import TEXT_SUFFIX, write_whole
from sopan.cli.skeleton import skeleton
from sopan.cli.speech import say
from sopan.domain import CiriKegiatan, Procedure

CIRI = {
    "pelayanan": CiriKegiatan.SERVICE,
    "rutin": CiriKegiatan.ROUTINE,
    "penugasan": CiriKegiatan.ASSIGNMENT,
}

STDOUT = "-"

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
    if is_terminal() and None in (judul, pemerintah_daerah, opd, unit_kerja, pelaksana or None, ciri):
        click.echo(say("Enter memakai isi di antara kurung siku. Semuanya dapat diubah kemudian."), err=True)
    judul = _answer(judul, "Judul SOP", "Penerbitan Surat Keterangan")
    name = output or f"{slug(judul)}{TEXT_SUFFIX}"
    if name != STDOUT and Path(name).exists():
        click.echo(say("“{nama}” sudah ada dan tidak ditimpa. Pilih nama lain dengan -o.", nama=name), err=True)
        return UNREADABLE
    procedure = skeleton(
        judul=judul,
        pemerintah_daerah=_answer(pemerintah_daerah, "Pemerintah daerah", "Pemerintah Kabupaten Contoh"),
        opd=_answer(opd, "Perangkat daerah", "Dinas Contoh"),
        unit_kerja=_answer(unit_kerja, "Unit kerja", "Sekretariat"),
        daftar_pelaksana=_names(pelaksana or (_answer(None, _EXECUTORS, "Pemohon, Petugas Loket, Kepala Dinas"),)),
        ciri=CIRI[_choice(ciri)],
    )
    return _save(procedure, name)


_EXECUTORS = "Pelaksana menurut urutan keterlibatan, dipisahkan koma"


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

    text = HEADER.format(nama=quote(name) if name != STDOUT else "BERKAS") + encode_text(procedure)
    if name == STDOUT:
        click.echo(text, nl=False)
        return 0
    write_whole(Path(name), text.encode())
    click.echo(
        say("{nama} dibuat. Buka dengan penyunting teks, ganti isinya, lalu periksa dengan “sopan check”.", nama=name)
    )
    return 0
