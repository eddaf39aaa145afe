"""Random procedures, plausible and odd ones, for the property tests and benchmarks of every package.

A procedure is grown from genes: a few bytes for its first page and a few for each row. Zeros grow the plainest
procedure there is, so hypothesis shrinks a failure by dropping rows and zeroing bytes, and a seeded generator
of bytes grows the same kind of procedures for benchmarks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from sopan.domain import (
    Besaran,
    CiriKegiatan,
    Edge,
    End,
    Identity,
    Jenis,
    KelengkapanJenis,
    Kind,
    Layout,
    LineNudge,
    MutuBaku,
    PejabatPengesah,
    Procedure,
    Sifat,
    Status,
    Step,
    Suppression,
    Symbol,
    SymbolNudge,
)

T = TypeVar("T")

PAGE_GENES = 64
ROW_GENES = 40

NAMES = (
    "Kepala Dinas", "Sekretaris", "Pemohon", "Petugas Loket", "Kasubbag Umum/Kepegawaian", "Bidang A / Kepala",
    "Bidang A / Staf", "JF Analis Kebijakan Ahli Muda", "Tim Teknis", "Bendahara", "Pengguna Anggaran (PA)",
    "Kepala Bidang Pelayanan Administrasi Kependudukan dan Pencatatan Sipil", "Camat", "Arsiparis", "Bupati",
    "Sekretariat / Perencanaan / Staf", "OPD lain & instansi vertikal", "Kepala “UPTD”", "Ke‑pa\u00adla", "Ψ", "部長",
    "Pejabat" + "Penatausahaan" * 5, "Panitia " * 20 + "Akhir", "Dinas / Bidang / Seksi / Subseksi / Staf",
    "Tim / Ketua",
    "/",
)  # fmt: skip
TEXTS = (
    "Memeriksa berkas", "Menandatangani surat", "Menyerahkan akta kepada pemohon", "",
    "Meneliti kelengkapan dan kebenaran berkas permohonan, mencocokkannya dengan data pada aplikasi, lalu mencatatnya",
    "Mendisposisi surat\nkepada bidang yang menangani\n\n(lihat lembar disposisi)", "ya", "no", "1:30", "- butir: satu",
    "Menghubungi petugas di http://contoh.go.id/" + "panjang" * 30 + " bila aplikasi tidak dapat dibuka",
    "Memverifikasi “data” (50%) & <b>mengesahkan</b> #1 \\ {nama} $x$ @y *z* _u_ ~v~", "  spasi di pinggir  ", "|", "'",
    "Membuat naskah 文書を作成する وثيقة إدارية документ ฉบับร่าง", "👩🏽‍💼👨‍👩‍👧 🏛️ ½ ≥ 1½ m²",
    "e\u0301 é \u00a0 \u200b \u00ad ﬁ",
    "Mengumpulkan bahan, menyusun konsep, membahas bersama tim, memperbaiki dan menyampaikan hasilnya. " * 12,
)  # fmt: skip
TIMES = (
    "15 menit", "1 jam", "2 hari kerja", "5-10 menit", "1 – 20 Hari Kerja", "480 Menit (8 Jam)", "1,5 jam", "½ jam", "",
    "Sesuai kebutuhan", "3 minggu", "2 menit/berkas", "60", "Maks. 2 hari kerja",
)  # fmt: skip
ANSWERS = (("Ya", "Tidak"), ("Lengkap", "Belum lengkap"), ("Setuju", "Tidak"), ("", "Tidak"), ("Ya", "Ya"))


def procedures(*, min_steps: int = 0, max_steps: int = 80, max_executors: int = 15) -> st.SearchStrategy[Procedure]:
    """Any procedure the domain allows: whole or broken flow, few or no executors, plain or odd words."""
    row = st.binary(min_size=ROW_GENES, max_size=ROW_GENES)
    page = st.binary(min_size=PAGE_GENES, max_size=PAGE_GENES)
    at_least = (min_steps, (3 * min_steps + max_steps) // 4, (min_steps + max_steps) // 2)  # short ones alone otherwise
    rows = st.one_of(*(st.lists(row, min_size=least, max_size=max_steps) for least in at_least))
    return st.builds(_grow, page, rows, st.integers(min_value=0, max_value=max_executors))


def a_random_procedure(seed: int, steps: int, executors: int) -> Procedure:
    """The same procedure for the same arguments: `steps` rows, at most `executors` columns."""
    random = Random(seed)
    page = random.randbytes(PAGE_GENES)
    return _grow(page, [random.randbytes(ROW_GENES) for _ in range(steps)], executors)


class Genes:
    """Bytes read as choices. A zero, and everything after the last byte, chooses the plainest."""

    def __init__(self, genes: bytes) -> None:
        self._genes: Iterator[int] = iter(genes)

    def byte(self) -> int:
        return next(self._genes, 0)

    def chance(self, percent: int) -> bool:
        return self.byte() * 100 >= 256 * (100 - percent)

    def pick(self, choices: Sequence[T]) -> T:
        return choices[self.byte() * len(choices) // 256]

    def some(self, choices: Sequence[T], most: int) -> tuple[T, ...]:
        """Up to `most` different choices, none with the plainest gene."""
        return tuple(dict.fromkeys(self.pick(choices) for _ in range(self.byte() * (most + 1) // 256)))


def _grow(page: bytes, rows: Sequence[bytes], executors: int) -> Procedure:
    of_page = Genes(page)
    names = _names(of_page, executors)
    ids = _ids(of_page, len(rows))
    genes = [Genes(row) for row in rows]
    steps = tuple(
        _step(own, place, len(rows), id, names) for place, (own, id) in enumerate(zip(genes, ids, strict=True))
    )
    edges = [edge for place, own in enumerate(genes) for edge in _edges(own, place, steps)]
    return Procedure(
        identity=_identity(of_page),
        daftar_pelaksana=of_page.pick((names, names, names, names[::-1], names[: len(names) // 2], ())),
        steps=steps,
        edges=tuple(edges),
        status=of_page.pick((Status.DRAFT, *Status)),
        layout=_layout(of_page, steps, edges),
        suppressions=_suppressions(of_page, ids),
    )


def _names(genes: Genes, executors: int) -> tuple[str, ...]:
    start = genes.pick(range(len(NAMES)))
    stock = (*NAMES[start:], *NAMES[:start], *(f"Jabatan {number}" for number in range(executors)))
    return stock[:executors]


def _ids(genes: Genes, steps: int) -> tuple[str, ...]:
    places = range(1, steps + 1)
    in_tens = [str(10 * place) for place in places]
    in_words = [f"a{place}" for place in places]
    as_usual = [str(place) for place in places]
    return tuple(genes.pick((as_usual, as_usual, in_tens, in_words, as_usual[::-1])))


def _step(genes: Genes, place: int, steps: int, id: str, names: tuple[str, ...]) -> Step:
    kind = _kind(genes, place, steps)
    return Step(
        id=id,
        kegiatan=genes.pick(TEXTS),
        symbols=_symbols(genes, names),
        mutu_baku=MutuBaku(kelengkapan=_items(genes), waktu=genes.pick(TIMES), output=genes.pick(TEXTS)),
        keterangan=genes.pick(("",) * 40 + TEXTS),
        kind=kind,
        nomor=genes.pick(("",) * 30 + ("1.a", "IV", "12bis", "1234567890.1234567890.a")),
    )


def _kind(genes: Genes, place: int, steps: int) -> Kind:
    usual = Kind.START if place == 0 else Kind.END if place == steps - 1 else Kind.PROCESS
    return genes.pick((usual,) * 14 + (Kind.DECISION,) * 4 + (Kind.START, Kind.PROCESS, Kind.END))


def _symbols(genes: Genes, names: tuple[str, ...]) -> tuple[Symbol, ...]:
    if not names:
        return ()
    wanted = genes.pick((1,) * 30 + (2,) * 6 + (3,) * 3 + (0, 0, 4, len(names)))
    first, stride = genes.pick(range(len(names))), genes.pick((1, 2, 3, 5))
    chosen = dict.fromkeys(names[(first + turn * stride) % len(names)] for turn in range(wanted))
    own_kinds = genes.chance(25)
    return tuple(Symbol(name, genes.pick((None, None, *Kind)) if own_kinds else None) for name in chosen)


def _items(genes: Genes, most: int = 4) -> tuple[str, ...]:
    return tuple(text for text in genes.some(TEXTS, most) if text)


def _edges(genes: Genes, place: int, steps: tuple[Step, ...]) -> Iterator[Edge]:
    step = steps[place]
    for target, answer in _ways(genes, step, place, steps):
        yield Edge(_end(genes, step), _end(genes, target), answer)
    if len(step.symbols) > 1 and genes.chance(50):
        yield from _inner_edges(genes, step)


def _ways(genes: Genes, step: Step, place: int, steps: tuple[Step, ...]) -> Iterator[tuple[Step, str]]:
    """Where the work goes on: mostly the next row; a decision also elsewhere, mostly back."""
    following = steps[place + 1 : place + 2]
    if Kind.DECISION in step.kinds:
        yes, no = genes.pick(ANSWERS)
        yield from ((target, yes) for target in following)
        if genes.chance(95):
            yield genes.pick(steps[: place + 1] if genes.chance(70) else steps), no
        if genes.chance(10):
            yield genes.pick(steps), "Lainnya"
    elif step.kind is not Kind.END or genes.chance(5):
        if not genes.chance(6):
            yield from ((target, "") for target in following)
        for _ in range(genes.pick((0,) * 20 + (1, 1, 2, 4))):
            yield genes.pick(steps), genes.pick(("",) * 9 + ("Selesai",))


def _end(genes: Genes, step: Step) -> End:
    return End(step.id, genes.pick(step.daftar_pelaksana) if step.symbols and genes.chance(30) else "")


def _inner_edges(genes: Genes, step: Step) -> Iterator[Edge]:
    for source, target in pairwise(step.symbols):
        answer = "Ya" if step.kind_of(source.pelaksana) is Kind.DECISION else ""
        yield Edge(End(step.id, source.pelaksana), End(step.id, target.pelaksana), answer)
    if genes.chance(25):
        last, first = step.symbols[-1].pelaksana, step.symbols[0].pelaksana
        yield Edge(End(step.id, last), End(step.id, first), genes.pick(("", "Tidak")))


def _identity(genes: Genes) -> Identity:
    official = PejabatPengesah(
        jabatan=genes.pick(("Kepala Dinas", "Bupati Contoh", "")),
        selaku=genes.pick(("", "", "Plt.", "a.n.")),
        nama=genes.pick(("Nama Contoh, S.Sos., M.Si.", "")),
        pangkat=genes.pick(("Pembina Utama Muda", "")),
    )
    return Identity(
        judul=genes.pick(("Penanganan Surat Masuk", *TEXTS)),
        nomor=genes.pick(("000.8.3.3/12/SETDA/2026", "")),
        pemerintah_daerah="Pemerintah Kabupaten Contoh",
        opd=genes.pick(("Dinas Contoh", "")),
        unit_kerja=genes.pick(("Bidang Contoh", *TEXTS)),
        revisi_ke=genes.pick(("0", "1", "")),
        tanggal_pembuatan=genes.pick(("2 Maret 2026", "02-03-2026", "")),
        tanggal_efektif=genes.pick(("1 April 2026", "")),
        disahkan_oleh=official,
        sifat=genes.pick((Sifat.ADMINISTRATIVE, Sifat.TECHNICAL, None)),
        besaran=genes.pick((None, *Besaran)),
        kelengkapan_jenis=genes.pick((None, *KelengkapanJenis)),
        jenis=genes.pick((None, *Jenis)),
        ciri_kegiatan=genes.pick((None, *CiriKegiatan)),
        dasar_hukum=_items(genes, 12),
        keterkaitan=_items(genes),
        peringatan=_items(genes),
        kualifikasi_pelaksana=_items(genes),
        peralatan=_items(genes),
        pencatatan=_items(genes),
    )


def _layout(genes: Genes, steps: tuple[Step, ...], edges: Sequence[Edge]) -> Layout:
    if not genes.chance(15) or not steps:
        return Layout()
    symbol = SymbolNudge(_end(genes, genes.pick(steps)), genes.pick((0.0, 3.5, -40.0)), genes.pick((0.0, -2.25, 9.0)))
    lines = (LineNudge(genes.pick(edges), genes.pick((1.5, -200.0))),) if edges else ()
    return Layout(paper=genes.pick(("", "f4", "a4", "legal", "letter")), symbols=(symbol,), lines=lines)


def _suppressions(genes: Genes, ids: tuple[str, ...]) -> tuple[Suppression, ...]:
    if not genes.chance(15):
        return ()
    return (Suppression(code="FL-10", reason="Sedang dibahas", step=genes.pick(("", *ids))),)
