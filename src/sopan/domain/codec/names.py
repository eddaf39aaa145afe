"""The one table of names: which Indonesian key stands for which field, which word for which value, and what it means.

Reading, writing, the formatter, the JSON Schema and the suggestions in error messages all use this table. The order
of the keys is the order in which they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from sopan.domain.identity import Besaran, CiriKegiatan, Jenis, KelengkapanJenis, Sifat
from sopan.domain.lifecycle import Status
from sopan.domain.procedure import Kind


class Paper(StrEnum):
    """Sheets a layout may ask for."""

    F4 = "f4"
    A4 = "a4"
    LEGAL = "legal"
    LETTER = "letter"


class Vocabulary:
    """Words for the values of one enum, in both directions. Other spellings are read and never written."""

    def __init__(self, words: Mapping[str, StrEnum], others: Mapping[str, StrEnum] | None = None) -> None:
        self.words = tuple(words)
        self.others = tuple(others or ())
        self._values: dict[str, StrEnum] = {**words, **(others or {})}
        self._words: dict[str, str] = {value: word for word, value in words.items()}

    def value(self, word: str) -> StrEnum | None:
        """The value a word stands for, whatever its case and whether written with spaces; None: no such word."""
        return self._values.get(word) or self._values.get(word.strip().lower().replace(" ", "_"))

    def word(self, value: str) -> str:
        """The word that is written for a value; KeyError for what is no value of the enum."""
        return self._words[value]


SIFAT = Vocabulary({"teknis": Sifat.TECHNICAL, "administratif": Sifat.ADMINISTRATIVE})
BESARAN = Vocabulary({"makro": Besaran.MACRO, "mikro": Besaran.MICRO})
KELENGKAPAN_JENIS = Vocabulary({"final": KelengkapanJenis.FINAL, "parsial": KelengkapanJenis.PARTIAL})
JENIS = Vocabulary(
    {"generik": Jenis.GENERIC, "spesifik": Jenis.SPECIFIC},
    {"umum": Jenis.GENERIC, "khusus": Jenis.SPECIFIC},
)
CIRI_KEGIATAN = Vocabulary(
    {"pelayanan": CiriKegiatan.SERVICE, "rutin": CiriKegiatan.ROUTINE, "penugasan": CiriKegiatan.ASSIGNMENT}
)
KIND = Vocabulary(
    {"mulai": Kind.START, "proses": Kind.PROCESS, "keputusan": Kind.DECISION, "selesai": Kind.END},
)
STATUS = Vocabulary(
    {
        "draf": Status.DRAFT,
        "telaah": Status.IN_REVIEW,
        "uji": Status.ON_TRIAL,
        "verifikasi": Status.IN_VERIFICATION,
        "pengesahan": Status.AWAITING_RATIFICATION,
        "efektif": Status.EFFECTIVE,
        "revisi": Status.UNDER_REVISION,
        "tidak_berlaku": Status.REVOKED,
    },
    {"reviu": Status.IN_REVIEW},
)
PAPER = Vocabulary(
    {"f4": Paper.F4, "a4": Paper.A4, "legal": Paper.LEGAL, "letter": Paper.LETTER},
    {"folio": Paper.F4},
)


class Shape(Enum):
    """What is written behind a key."""

    TEXT = "text"
    TEXTS = "texts"
    """A list of texts; one text stands for a list of one."""
    WORD = "word"
    NUMBER = "number"
    OTHER = "other"
    """A form of its own, read by a function of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of the text format."""

    key: str
    field: str
    """Name in the code."""
    shape: Shape = Shape.TEXT
    about: str
    """What it means, in Indonesian: the words an editor shows."""
    vocabulary: Vocabulary | None = None
    part: Mapping[str, Key] | None = None
    """The keys of the mapping, or of each mapping in the list, that stands behind it."""


Record = Mapping[str, Key]
"""The keys of one mapping, in the order in which they are written."""


def _record(*keys: Key) -> Record:
    return {key.key: key for key in keys}


def _text(key: str, about: str, field: str = "") -> Key:
    return Key(key=key, field=field or key, about=about)


def _texts(key: str, about: str, field: str = "") -> Key:
    return Key(key=key, field=field or key, shape=Shape.TEXTS, about=about)


def _word(key: str, vocabulary: Vocabulary, about: str, field: str = "") -> Key:
    return Key(key=key, field=field or key, shape=Shape.WORD, about=about, vocabulary=vocabulary)


def _number(key: str, about: str, field: str = "") -> Key:
    return Key(key=key, field=field or key, shape=Shape.NUMBER, about=about)


def _other(key: str, about: str, field: str = "", part: Record | None = None) -> Key:
    return Key(key=key, field=field or key, shape=Shape.OTHER, about=about, part=part)


PEJABAT = _record(
    _text("jabatan", "Jabatan yang mengesahkan, misalnya “Kepala Dinas”."),
    _text("selaku", "Kedudukan bila bukan pejabat tetap: Plt., Plh., Pj., a.n., atau u.b."),
    _text("nama", "Nama lengkap dengan gelar."),
    _text("pangkat", "Pangkat."),
    _text("nip", "NIP. Kosongkan untuk kepala daerah."),
)
IDENTITY = _record(
    _text("judul", "Judul SOP: aspek kegiatan dan keluaran akhirnya, misalnya “Penerbitan Kutipan Akta Kelahiran”."),
    _text("nomor", "Nomor SOP menurut tata naskah dinas. Kosongkan selama belum ada."),
    _text("pemerintah_daerah", "Nama pemerintah daerah, misalnya “Pemerintah Kabupaten Contoh”."),
    _text("opd", "Nama organisasi perangkat daerah."),
    _text("logo", "Nama berkas lambang yang tersimpan dalam folder yang sama dengan berkas ini."),
    _text("revisi_ke", "Nomor revisi; “0” untuk naskah pertama."),
    _text("unit_kerja", "Unit kerja yang membuat SOP."),
    _text("tanggal_pembuatan", "Tanggal SOP selesai ditulis, misalnya “2 Maret 2026”."),
    _text("tanggal_revisi", "Tanggal revisi, atau tanggal rencana pengkajian ulang."),
    _text("tanggal_efektif", "Tanggal SOP mulai berlaku."),
    _other("disahkan_oleh", "Pejabat yang mengesahkan.", part=PEJABAT),
    _word("sifat", SIFAT, "Sifat kegiatan: teknis (satu pelaksana, rinci) atau administratif (beberapa pelaksana)."),
    _word("besaran", BESARAN, "Cakupan: makro (menggabungkan beberapa SOP) atau mikro (bagian dari SOP makro)."),
    _word("kelengkapan_jenis", KELENGKAPAN_JENIS, "Final (menghasilkan keluaran utama) atau parsial (belum)."),
    _word("jenis", JENIS, "Generik (sama di mana pun diterapkan) atau spesifik (khusus satu tempat)."),
    _word("ciri_kegiatan", CIRI_KEGIATAN, "Pemicu pekerjaan: pelayanan, rutin, atau penugasan."),
    _texts("dasar_hukum", "Peraturan yang mendasari prosedur, satu butir per peraturan."),
    _texts("keterkaitan", "SOP lain yang berhubungan langsung."),
    _texts("peringatan", "Akibat bila prosedur tidak dijalankan: “Apabila … maka …”."),
    _texts("kualifikasi_pelaksana", "Kemampuan yang diperlukan pelaksana."),
    _texts("peralatan", "Peralatan dan perlengkapan utama."),
    _texts("pencatatan", "Catatan dan data yang dibuat selama prosedur berjalan."),
)
SYMBOL = _record(
    _text("nama", "Nama pelaksana.", field="pelaksana"),
    _word("jenis", KIND, "Lambang pelaksana ini bila berbeda dari lambang langkahnya.", field="kind"),
    _other("ke", "Langkah berikutnya dari lambang ini.", field="edges"),
)
ARROW = _record(
    _text("dari", "Pelaksana di pangkal anak panah.", field="source"),
    _text("ke", "Pelaksana di ujung anak panah.", field="target"),
    _text("jawaban", "Jawaban pada anak panah ini, misalnya “Ya”.", field="answer"),
)
STEP = _record(
    _text("id", "Tanda langkah yang dirujuk “ke”; tidak dicetak. Isi pada semua langkah atau tidak sama sekali."),
    _text("nomor", "Nomor yang dicetak bila bukan urutan barisnya."),
    _text("kegiatan", "Kegiatan: kata kerja aktif dan objeknya, tanpa pelaku."),
    _other("pelaksana", "Pelaksana langkah ini: satu nama, atau daftar.", field="symbols", part=SYMBOL),
    _texts("kelengkapan", "Mutu baku: dokumen atau bahan yang diperlukan."),
    _text("waktu", "Mutu baku: waktu, misalnya “15 menit” atau “2 hari kerja”."),
    _text("output", "Mutu baku: hasil langkah ini."),
    _text("keterangan", "Penjelasan tambahan."),
    _word("jenis", KIND, "Lambang: mulai, proses, keputusan, atau selesai. Bila tidak ditulis: proses.", field="kind"),
    _other("ke", "Langkah berikutnya. Bila tidak ditulis: baris berikutnya.", field="edges"),
    _other("antar", "Anak panah di antara lambang-lambang langkah ini.", field="inner_edges", part=ARROW),
)
SYMBOL_NUDGE = _record(
    _text("langkah", "Id langkah, atau id/pelaksana.", field="symbol"),
    _number("dx", "Geseran ke kanan dalam milimeter."),
    _number("dy", "Geseran ke bawah dalam milimeter."),
)
LINE_NUDGE = _record(
    _text("dari", "Pangkal garis: id, atau id/pelaksana.", field="source"),
    _text("ke", "Ujung garis: id, atau id/pelaksana.", field="target"),
    _text("jawaban", "Jawaban pada garis ini.", field="answer"),
    _number("geser", "Geseran ke kanan atau ke bawah dalam milimeter.", field="shift"),
)
SUPPRESSION = _record(
    _text("aturan", "Kode aturan, misalnya “FL-06”.", field="code"),
    _text("alasan", "Mengapa aturan ini tidak dipakai di sini.", field="reason"),
    _text("langkah", "Id langkah yang dimaksud; kosong: seluruh prosedur.", field="step"),
)
LAYOUT = _record(
    _word("kertas", PAPER, "Kertas: f4, a4, legal, atau letter.", field="paper"),
    _other("simbol", "Lambang yang digeser.", field="symbols", part=SYMBOL_NUDGE),
    _other("garis", "Garis yang digeser.", field="lines", part=LINE_NUDGE),
)
DOCUMENT = {
    **_record(_text("sopan", "Versi bentuk berkas ini; tulis “1”.", field="format")),
    **IDENTITY,
    **_record(
        _other("pelaksana", "Kolom pelaksana dari kiri ke kanan.", field="daftar_pelaksana"),
        _word("status", STATUS, "Tahap SOP. Selain “efektif”, dokumen dicetak sebagai konsep yang belum berlaku."),
        _other("tata_letak", "Kertas dan geseran gambar yang diputuskan orang.", field="layout", part=LAYOUT),
        _other(
            "abaikan", "Aturan pemeriksa yang tidak dipakai pada berkas ini, dengan alasannya.", field="suppressions"
        ),
        _other("langkah", "Baris-baris bagan alir, dari atas ke bawah.", field="steps", part=STEP),
    ),
}
