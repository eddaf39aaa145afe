"""What an author begins with: a whole procedure, from the first executor through the others and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

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


def skeleton(
    *,
    judul: str,
    pemerintah_daerah: str,
    opd: str,
    unit_kerja: str,
    daftar_pelaksana: tuple[str, ...],
    ciri: CiriKegiatan,
) -> Procedure:
    """A procedure with one decision, in the words of its title. An author replaces what does not fit."""
    judul = judul.removeprefix("SOP ").strip()
    steps = _steps(daftar_pelaksana, ciri, hasil_of(judul, ciri))
    return Procedure(
        identity=replace(
            _IDENTITY,
            judul=judul,
            pemerintah_daerah=pemerintah_daerah,
            opd=opd,
            unit_kerja=unit_kerja,
            disahkan_oleh=PejabatPengesah(jabatan=head_of(opd)),
            sifat=Sifat.ADMINISTRATIVE if len(daftar_pelaksana) > 1 else Sifat.TECHNICAL,
            ciri_kegiatan=ciri,
        ),
        daftar_pelaksana=daftar_pelaksana,
        steps=steps,
        edges=_edges(steps),
    )


_HEADS = {
    "Kecamatan": "Camat",
    "Kelurahan": "Lurah",
    "Inspektorat": "Inspektur",
    "Sekretariat": "Sekretaris",
    "Rumah Sakit": "Direktur Rumah Sakit",
    "RSUD": "Direktur RSUD",
}


def head_of(opd: str) -> str:
    """The office that leads `opd`, as it signs: a Kecamatan has a Camat, most others a Kepala."""
    for kind, head in _HEADS.items():
        if opd == kind or opd.startswith(f"{kind} "):
            return head + opd.removeprefix(kind)
    return f"Kepala {opd}"


_MAKING = ("penerbitan", "pembuatan", "penyusunan", "penetapan")
"""Titles that begin with one of these go on with the name of a document."""

_HASIL = {
    CiriKegiatan.SERVICE: "hasil layanan",
    CiriKegiatan.ROUTINE: "hasil kegiatan",
    CiriKegiatan.ASSIGNMENT: "hasil penugasan",
}


def hasil_of(judul: str, ciri: CiriKegiatan) -> str:
    """What the procedure makes, where its title says so; in small letters, but for abbreviations."""
    first, *rest = judul.split() or [""]
    if first.lower() not in _MAKING or not rest:
        return _HASIL[ciri]
    return " ".join(word.lower() if word.istitle() else word for word in rest)


_IDENTITY = Identity(
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


@dataclass(frozen=True, slots=True)
class _Work:
    """One activity with what it needs and what comes of it."""

    kegiatan: str
    kelengkapan: str
    output: str


_FIRST = {
    CiriKegiatan.SERVICE: _Work("Mengajukan permohonan", "Formulir permohonan", "Berkas permohonan"),
    CiriKegiatan.ROUTINE: _Work("Menyusun rencana kegiatan", "Rencana kerja tahunan", "Berkas rencana kegiatan"),
    CiriKegiatan.ASSIGNMENT: _Work("Menerima surat penugasan", "Surat penugasan", "Berkas penugasan"),
}
_LAST = {
    CiriKegiatan.SERVICE: _Work("Menerima {hasil}", "", "{Hasil} yang telah diterima"),
    CiriKegiatan.ROUTINE: _Work("Mengarsipkan {hasil}", "", "Arsip {hasil}"),
    CiriKegiatan.ASSIGNMENT: _Work("Melaporkan pelaksanaan tugas", "", "Laporan pelaksanaan tugas"),
}
_CHECK = _Work("Memeriksa kelengkapan berkas", "", "Hasil pemeriksaan berkas")
_DRAFT = _Work("Menyusun konsep {hasil}", "", "Konsep {hasil}")
_INITIAL = _Work("Membubuhkan paraf pada konsep {hasil}", "", "Konsep {hasil} yang telah diparaf")
_SIGN = _Work("Menandatangani {hasil}", "", "{Hasil} yang telah ditandatangani")


def _steps(names: tuple[str, ...], ciri: CiriKegiatan, hasil: str) -> tuple[Step, ...]:
    """The first begins and ends, the second checks and drafts, the last signs, and who is left puts an initial."""
    checker, *others = names[1:] or names
    *initialling, signer = others or [checker]
    works = [
        (_FIRST[ciri], names[0], Kind.START),
        (_CHECK, checker, Kind.DECISION),
        (_DRAFT, checker, Kind.PROCESS),
        *((_INITIAL, name, Kind.PROCESS) for name in initialling),
        (_SIGN, signer, Kind.PROCESS),
        (_LAST[ciri], names[0], Kind.END),
    ]
    steps: list[Step] = []
    for number, (work, pelaksana, kind) in enumerate(works, start=1):
        needed = work.kelengkapan or steps[-1].mutu_baku.output
        steps.append(_step(str(number), work, pelaksana, needed, hasil, kind))
    return tuple(steps)


def _step(id: str, work: _Work, pelaksana: str, kelengkapan: str, hasil: str, kind: Kind) -> Step:
    words = {"hasil": hasil, "Hasil": hasil[:1].upper() + hasil[1:]}
    return Step(
        id=id,
        kegiatan=work.kegiatan.format(**words),
        symbols=(Symbol(pelaksana),),
        mutu_baku=MutuBaku(kelengkapan=(kelengkapan,), waktu="15 menit", output=work.output.format(**words)),
        kind=kind,
    )


def _edges(steps: tuple[Step, ...]) -> tuple[Edge, ...]:
    """Row after row; the check sends incomplete papers back to the beginning."""
    onward = [
        Edge(End(step.id), End(after.id), "Lengkap" if step.kind is Kind.DECISION else "")
        for step, after in pairwise(steps)
    ]
    return (*onward, Edge(End("2"), End("1"), "Tidak lengkap"))
