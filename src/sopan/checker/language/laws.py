"""Reading the laws an SOP rests on: kind, issuer, number, year and subject, in all usual spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sopan.checker.language.words import CACHED_TEXTS, without_list_mark, words


class LawKind(StrEnum):
    """Kinds of legal instruments, named as they are abbreviated; listed in the order in which they are cited."""

    UUD = "UUD"
    TAP_MPR = "TAP MPR"
    UU = "UU"
    PERPPU = "Perppu"
    PP = "PP"
    PERPRES = "Perpres"
    KEPPRES = "Keppres"
    INPRES = "Inpres"
    PERMEN = "Permen"
    """Also the regulations of the heads of ministries and national agencies (BKN, LAN, ANRI, …)."""
    KEPMEN = "Kepmen"
    PERDA_PROVINSI = "Perda Provinsi"
    PERGUB = "Pergub"
    KEPGUB = "Kepgub"
    PERDA = "Perda"
    PERBUP = "Perbup"
    """Regulation of a Bupati or Wali Kota."""
    KEPBUP = "Kepbup"
    PERDES = "Perdes"
    PERATURAN_LAIN = "Peraturan"
    KEPUTUSAN_LAIN = "Keputusan"
    SURAT_EDARAN = "SE"
    INSTRUKSI = "Instruksi"

    @property
    def rank(self) -> int:
        """Place in the order of citation, from 1; Perppu stands beside UU (UU 12/2011, article 7)."""
        return _RANKS[self]


_RANKS = {kind: place for place, kind in enumerate(LawKind, start=1)}
_RANKS[LawKind.PERPPU] = _RANKS[LawKind.UU]


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law as it is cited; what the text does not tell is empty (year: 0)."""

    text: str
    """As it is cited, without the mark of a list."""
    kind: LawKind
    issuer: str = ""
    """Whose regulation it is, in short lower-case form (`dagri`, `panrb`, `bkn`); empty where the kind tells."""
    number: str = ""
    year: int = 0
    about: str = ""

    @property
    def key(self) -> tuple[LawKind, str, str, int]:
        """Equal for two citations of one law, however they are spelled."""
        return self.kind, self.issuer, self.number.lstrip("0").casefold(), self.year

    @property
    def missing(self) -> tuple[str, ...]:
        """What a full citation lacks, in Indonesian; the Constitution needs neither number nor subject."""
        if self.kind is LawKind.UUD:
            return ()
        parts = (("nomor", self.number), ("tahun", self.year), ("tentang", self.about))
        return tuple(name for name, value in parts if not value)


_KINDS: tuple[tuple[LawKind, str], ...] = (
    (LawKind.UUD, r"uud\b|undang[\s-]*undang\s+dasar"),
    (LawKind.TAP_MPR, r"tap\s+mpr|ketetapan\s+(?:mpr|majelis)"),
    (LawKind.PERPPU, r"perp+u\b|(?:peraturan\s+pemerintah\s+pengganti|peraturan\s+pengganti)\s+undang[\s-]*undang"),
    (LawKind.UU, r"uu\b|u\.u\.?|undang[\s-]*undang|undang2"),
    (LawKind.PP, r"pp\b|p\.p\.|peraturan\s+pemerintah(?!\s+(?:daerah|kabupaten|kota|provinsi))"),
    (LawKind.PERPRES, r"per[\s-]*pres\b|peraturan\s+presiden"),
    (LawKind.KEPPRES, r"kep+[\s-]*pres\b|keputusan\s+presiden"),
    (LawKind.INPRES, r"inpres\b|instruksi\s+presiden"),
    (LawKind.PERDA_PROVINSI, r"per(?:aturan\s+)?da(?:erah)?\s+prov(?:insi|\.)?"),
    (LawKind.PERGUB, r"per[\s-]*gub\b|peraturan\s+gubernur"),
    (LawKind.KEPGUB, r"kep[\s-]*gub\b|(?:surat\s+)?keputusan\s+gubernur"),
    (LawKind.PERDA, r"perda\b|peraturan\s+daerah|qanun|peraturan\s+pemerintah\s+(?:daerah|kabupaten|kota)"),
    (LawKind.PERBUP, r"per[\s-]*(?:bup|wal(?:i|kot?)?)\b|peraturan\s+(?:bupati|wali\s*kota|kepala\s+daerah)"),
    (LawKind.KEPBUP, r"kep[\s-]*(?:bup|wal(?:i|kot?)?)\b|(?:surat\s+)?(?:keputusan|sk)\s+(?:bupati|wali\s*kota)"),
    (LawKind.PERDES, r"perdes\b|peraturan\s+desa|peraturan\s+kepala\s+desa"),
    (LawKind.SURAT_EDARAN, r"s\.?e\.?\b|surat\s+edaran|edaran"),
    (LawKind.INSTRUKSI, r"instruksi\b|inmendagri\b"),
    (LawKind.PERMEN, r"p\.?m\.?k\b|per[\s-]*men|peraturan\s+(?:menteri|mentri|men)|per/\d+/m\.pan"),
    (
        LawKind.PERMEN,
        r"per(?:ban\b|ka\b|aturan\s+(?:badan|lembaga|arsip|kementerian|kepala\s+(?:badan|lembaga|arsip)))",
    ),
    (LawKind.PERMEN, r"per(?:ka|aturan(?:\s+kepala)?)\s+(?:bkn|lan|anri|bps|bssn|bpkp|lkpp|bnpb|bpom|kpu|perpusnas)\b"),
    (LawKind.KEPMEN, r"kep[\s-]*men|keputusan\s+(?:bersama\s+)?(?:menteri|mentri|men)|kepmen"),
    (LawKind.PERATURAN_LAIN, r"per(?:aturan|kadis|ma|sesjen|dirjen)\b"),
    (LawKind.KEPUTUSAN_LAIN, r"(?:surat\s+)?keputusan\b|kma\b|s\.?k\.?\b|kep(?:dirjen|sesjen|kadis|ka|\.)"),
)
_KIND = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS]

_ABOUT = re.compile(r"\b(?:tentang|ttg|mengenai|perihal)\b[\s.:]*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:tahun|thn|th)\b\.?\s*(\d{4})(?!\d)", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:nomor|nomer|nmr|no)\b\s*[.:]*\s*([0-9a-z][0-9a-z./-]*)", re.IGNORECASE)
_SLASHED = re.compile(r"(?<![\w/.])((?:per|se|kep|hk|sk)?[/.\s]?\d[\w.-]*(?:/[\w.-]+)*)/(\d{4})(?!\d)", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w/.-])(\d{1,4}[a-z]?)(?![\w/])", re.IGNORECASE)
_YEAR_LIKE = re.compile(r"(?:19|20)\d{2}$")

_ISSUERS: tuple[tuple[str, str], ...] = (
    ("panrb", r"\b(?:men)?pan\b|pan[\s-]*(?:dan[\s-]*|&\s*)?rb|pendayagunaan\s+aparatur|m\.pan"),
    ("dagri", r"dagri|dalam\s+negeri"),
    ("keu", r"keu(?:angan)?\b|p\.?m\.?k\b"),
    ("kes", r"kes(?:ehatan)?\b|menkes"),
    ("dikbud", r"dikbud|pendidikan|dikti"),
    ("sos", r"sos(?:ial)?\b"),
    ("kumham", r"kumham|hukum"),
    ("ag", r"agama\b|menag\b"),
    ("pupr", r"pupr?\b|pekerjaan\s+umum"),
    ("kominfo", r"kominfo|komunikasi"),
    ("hub", r"perhubungan|menhub"),
    ("naker", r"naker|tenaga\s+kerja|ketenagakerjaan"),
    ("dag", r"perdagangan|mendag\b"),
    ("perin", r"perindustrian|perin\b"),
    ("lhk", r"lhk\b|lingkungan\s+hidup"),
    ("tan", r"pertanian|mentan\b"),
    ("kp", r"kelautan|kkp\b|kp\b"),
    ("desa", r"desa\b|pdtt"),
    ("bappenas", r"bappenas|perencanaan\s+pembangunan"),
    ("atr", r"atr\b|agraria|pertanahan"),
    ("bkn", r"bkn\b|kepegawaian\s+negara"),
    ("lan", r"\blan\b|administrasi\s+negara"),
    ("anri", r"anri\b|arsip\s+nasional"),
    ("bps", r"bps\b|pusat\s+statistik"),
    ("bssn", r"bssn\b|siber"),
    ("lkpp", r"lkpp\b|kebijakan\s+pengadaan"),
    ("bpkp", r"bpkp\b|pengawasan\s+keuangan"),
    ("bpom", r"bpom\b|obat\s+dan\s+makanan"),
    ("bnpb", r"bnpb\b|penanggulangan\s+bencana"),
)
_ISSUER = [(short, re.compile(pattern, re.IGNORECASE)) for short, pattern in _ISSUERS]
_HAVE_ISSUER = frozenset(
    {LawKind.PERMEN, LawKind.KEPMEN, LawKind.PERATURAN_LAIN, LawKind.KEPUTUSAN_LAIN, LawKind.SURAT_EDARAN}
)


@lru_cache(maxsize=CACHED_TEXTS)
def read(text: str) -> Law | None:
    """The law that `text` cites; None when it does not begin with a kind of law."""
    cited = without_list_mark(text).rstrip(" ;.,")
    kind = _kind_of(cited)
    if kind is None:
        return None
    head, about = _halves(cited)
    number, year = _number_and_year(head)
    if not about:
        about = _after_year(head)
    return Law(
        text=cited,
        kind=kind,
        issuer=_issuer_of(head) if kind in _HAVE_ISSUER else "",
        number=number,
        year=year,
        about=about,
    )


def looks_like_law(text: str) -> bool:
    """Whether `text` cites a law: a kind of law with a number or a year."""
    law = read(text)
    return law is not None and (law.kind is LawKind.UUD or bool(law.number) or law.year > 0)


@lru_cache(maxsize=CACHED_TEXTS)
def laws_in(text: str) -> tuple[Law, ...]:
    """The laws cited by kind, number and year anywhere in `text`; their subjects are not looked for."""
    cited = (read(found.group(0)) for found in _WITHIN.finditer(text))
    return tuple(law for law in cited if law is not None)


_WITHIN = re.compile(
    r"\b(?:uu|undang[\s-]*undang|pp|perpres|permen\w*|perda|pergub|perbup|perwali|peraturan\s+\w+(?:\s+\w+){0,4}?)"
    r"\s+(?:(?:nomor|no)\b\.?\s*)?\d+\s*(?:/|(?:tahun|th)\b\.?\s*)\s*\d{4}",
    re.IGNORECASE,
)


def _kind_of(cited: str) -> LawKind | None:
    return next((kind for kind, pattern in _KIND if pattern.match(cited)), None)


def _halves(cited: str) -> tuple[str, str]:
    """What stands before the first “tentang”, and what stands after it."""
    found = _ABOUT.search(cited)
    return (cited[: found.start()], cited[found.end() :].strip()) if found else (cited, "")


def _number_and_year(head: str) -> tuple[str, int]:
    year = _YEAR.search(head)
    numbered = _NUMBERED.search(head)
    if numbered:
        number = numbered.group(1).strip("./-")
        before, slash, last = number.rpartition("/")
        if not year and slash and _YEAR_LIKE.match(last):
            return (before if "/" not in before else number), int(last)
        return number, int(year.group(1)) if year else 0
    slashed = _SLASHED.search(head)
    if slashed:
        whole = slashed.group(0).strip()
        number = slashed.group(1).strip()
        return (number if "/" not in number else whole), int(slashed.group(2))
    bare = next((found for found in _BARE.finditer(head) if not _YEAR_LIKE.match(found.group(1))), None)
    return (bare.group(1) if bare else ""), (int(year.group(1)) if year else 0)


def _after_year(head: str) -> str:
    """A subject given without the word “tentang”: “UU No. 43 Tahun 2009 Kearsipan”."""
    year = _YEAR.search(head)
    rest = head[year.end() :].strip(" ,.:;()-") if year else ""
    return rest if len(words(rest)) >= 1 and re.search(r"[A-Za-z]{3}", rest) else ""


def _issuer_of(head: str) -> str:
    return next((short for short, pattern in _ISSUER if pattern.search(head)), "")
