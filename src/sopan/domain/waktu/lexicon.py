"""The words of time: units, numerals, and the small words between them. Data only; all in lower case."""

from __future__ import annotations

from enum import Enum, auto
from fractions import Fraction

from sopan.domain.waktu.values import Unit


class Sign(Enum):
    """What a token says."""

    NUMBER = auto()
    NUMERAL = auto()
    CLOCK = auto()
    """`08:30`, `00:15:00`"""
    UNIT = auto()
    ONE_UNIT = auto()
    """`sehari`: a number and a unit in one word."""
    QUANTITY = auto()
    """A number with its unit; made by `quantities`."""
    UNTIL = auto()
    OR = auto()
    AND = auto()
    COMMA = auto()
    OPEN = auto()
    CLOSE = auto()
    SLASH = auto()
    EQUALS = auto()
    TIMES = auto()
    AT_MOST = auto()
    AT_LEAST = auto()
    ABOUT = auto()
    EVERY = auto()
    ONCE = auto()
    MOMENT = auto()
    CONDITIONAL = auto()
    RECURRING = auto()
    WORD = auto()
    PUNCTUATION = auto()
    FILLER = auto()


UNITS: dict[str, tuple[Unit, int]] = {
    word: (unit, times)
    for words, unit, times in (
        ("detik dtk det d second seconds sec secs ″", Unit.DETIK, 1),
        ("menit mnt mnit mt m minute minutes mins ′", Unit.MENIT, 1),
        ("jam j hour hours hrs", Unit.JAM, 1),
        ("hari hr hri h day days", Unit.HARI, 1),
        ("hk harikerja hrkerja hrkrj", Unit.HARI_KERJA, 1),
        ("minggu mgg mg mggu week weeks pekan", Unit.MINGGU, 1),
        ("bulan bln bl month months", Unit.BULAN, 1),
        ("triwulan tw kuartal", Unit.BULAN, 3),
        ("caturwulan cawu", Unit.BULAN, 4),
        ("semester smt", Unit.BULAN, 6),
        ("tahun thn th year years", Unit.TAHUN, 1),
    )
    for word in words.split()
}
"""What follows a number, and how many of the unit it is."""

ONE_UNITS: dict[str, tuple[Unit, int]] = {
    "se" + word: UNITS[word] for word in ("detik", "menit", "jam", "hari", "minggu", "pekan", "bulan", "tahun")
}

EASILY_MISTYPED = ("detik", "menit", "hari", "minggu", "bulan", "tahun", "semester", "triwulan")
"""Units that are recognised after a number although one letter is wrong."""

NOT_MISTYPED = frozenset(("bukan", "bulat", "bulir", "detil", "haji", "hati", "harian", "tahan", "tahu"))
"""Words one letter away from a unit that are words of their own."""

WORKING_DAY = frozenset(("kerja", "krj", "kerj", "efektif", "aktif", "dinas", "working"))
"""After `hari`: a working day."""
CALENDAR_DAY = frozenset(("kalender", "kal", "takwim"))
"""After `hari`: a day like any other."""

NUMERALS: dict[str, int] = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000,
}  # fmt: skip
MULTIPLIERS: dict[str, int] = {"puluh": 10, "ratus": 100, "ribu": 1000}
FRACTIONS: dict[str, Fraction] = {
    "setengah": Fraction(1, 2), "separuh": Fraction(1, 2), "separo": Fraction(1, 2),
    "seperempat": Fraction(1, 4), "sepertiga": Fraction(1, 3), "seperlima": Fraction(1, 5),
}  # fmt: skip
DIVISORS: dict[str, int] = {"pertiga": 3, "perempat": 4, "perlima": 5}
"""`tiga perempat`."""
NUMERAL_WORDS = frozenset((*NUMERALS, *MULTIPLIERS, *FRACTIONS, *DIVISORS, "belas"))

PHRASES: dict[tuple[str, ...], Sign] = {
    tuple(phrase.split()): sign
    for sign, phrases in (
        (Sign.UNTIL, "- | ~ | s . d | s / d | s d | sd | sampai dengan | sampai | sampe | hingga | until | to"),
        (Sign.OR, "atau | ; | maupun | or"),
        (Sign.AND, "dan | + | & | ditambah | plus"),
        (Sign.COMMA, ","),
        (Sign.OPEN, "( | ["),
        (Sign.CLOSE, ") | ]"),
        (Sign.SLASH, "/"),
        (Sign.EQUALS, "= | sama dengan"),
        (Sign.TIMES, "x | kali | *"),
        (Sign.AT_MOST, "maks | max | maksimal | maksimum | maximal | maximum | terlama | selambatnya | < | < = | ≤"),
        (Sign.AT_MOST, "paling lama | paling lambat | paling banyak | paling panjang | selambat - lambatnya"),
        (Sign.AT_MOST, "selama - lamanya | setinggi - tingginya | sebanyak - banyaknya | kurang dari | di bawah"),
        (Sign.AT_MOST, "tidak lebih dari | tidak melebihi | up to | dibawah"),
        (
            Sign.AT_LEAST,
            "minimal | minimum | min | tercepat | sekurangnya | setidaknya | > | > = | ≥ | diatas | di atas",
        ),
        (Sign.AT_LEAST, "paling cepat | paling sedikit | paling singkat | paling kurang | paling tidak | lebih dari"),
        (Sign.AT_LEAST, "sekurang - kurangnya | setidak - tidaknya | secepat - cepatnya"),
        (Sign.ABOUT, "± | + / - | + - | ≈ | kurang lebih | lebih kurang | kira - kira | sekitar | perkiraan"),
        (Sign.ABOUT, "estimasi | rata - rata"),
        (Sign.EVERY, "setiap | tiap | tiap - tiap | per | untuk setiap | untuk tiap"),
        (Sign.ONCE, "sekali"),
        (Sign.MOMENT, "pukul | pkl | tanggal | tgl | ke | wib | wita | wit | sejak | jadwal | terjadwal | tahap"),
        (Sign.MOMENT, "januari | februari | maret | april | mei | juni | juli | agustus | september | oktober"),
        (Sign.MOMENT, "november | desember | senin | selasa | rabu | kamis | jumat | jum'at | sabtu | hari minggu"),
        (Sign.MOMENT, "awal | akhir | pertengahan | pertama | kedua | ketiga | keempat | kelima | terakhir"),
        (Sign.CONDITIONAL, "kondisional | situasional | insidental | insidentil | insidensial | fleksibel | tentatif"),
        (Sign.CONDITIONAL, "menyesuaikan | disesuaikan | tergantung | bergantung | sesuai | kebutuhan | seperlunya"),
        (Sign.CONDITIONAL, "bila | jika | apabila | sewaktu - waktu | tidak tentu | tidak terbatas"),
        (Sign.CONDITIONAL, "segera | seketika | langsung | saat itu juga | hari itu juga | real time | realtime"),
        (Sign.RECURRING, "harian | mingguan | bulanan | triwulanan | caturwulanan | semesteran | tahunan | rutin"),
        (Sign.RECURRING, "sepanjang tahun | sepanjang waktu | berkala | periodik | terus menerus | terus - menerus"),
        (Sign.RECURRING, "setiap saat | setiap waktu | berkelanjutan | kontinu"),
        (Sign.FILLER, "selama | dalam | waktu | jangka waktu | kurun waktu | lama | lamanya | durasi | yaitu | untuk"),
        (Sign.FILLER, "adalah | total | antara | @ | :"),
    )
    for phrase in phrases.split(" | ")
}
"""Small words; the longest that fits is meant."""
