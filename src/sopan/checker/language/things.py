"""Things a procedure names: equipment that belongs into Peralatan, and forms and applications that should be listed."""

from __future__ import annotations

import re
from functools import lru_cache

from sopan.checker.language.words import CACHED_TEXTS, has_phrase, word_set, words

_EQUIPMENT = word_set("""
    ac alat amplop bolpen bolpoin ballpoint cctv cpu dispenser faksimile faks fax filing flashdisk flashdrive genset
    gunting handphone hardisk harddisk headset hp infocus infokus internet jaringan kalkulator kamera kendaraan kertas
    komputer kursi laptop lcd lemari lem meja mesin microphone mikrofon mobil modem monitor motor notebook ordner
    pena penggaris pensil penjepit perforator peralatan printer proyektor projector pulpen rak router scanner
    server smartphone
    spidol stapler staples stempel sepeda tablet telepon telp tinta tisu toner tv ups webcam whiteboard wifi
    atk pc lan speaker mic
    """) | {
    "alat tulis",
    "alat tulis kantor",
    "cap dinas",
    "filing cabinet",
    "jaringan internet",
    "kertas hvs",
    "mesin fotokopi",
    "mesin tik",
    "meja kerja",
    "papan tulis",
    "perangkat komputer",
    "ruang rapat",
    "sepeda motor",
    "sound system",
    "wi-fi",
}
_NOT_EQUIPMENT_AFTER = word_set(
    "daftar usulan permohonan nota surat bukti faktur kuitansi data laporan dokumen form formulir kartu berita rencana"
)

_NAMED_TOOL = re.compile(
    r"\b(?:aplikasi|sistem informasi|formulir|blangko|blanko|buku (?:register|agenda|ekspedisi|induk|tamu|kendali))\s+"
    r"(?:[A-Z0-9][\w.-]*)(?:\s+[A-Z0-9][\w.-]*){0,2}",
    re.IGNORECASE,
)
_TOOL_HEADS = word_set("aplikasi sistem informasi formulir blangko blanko")


@lru_cache(maxsize=CACHED_TEXTS)
def equipment_in(text: str) -> str:
    """The piece of equipment that `text` is (“Laptop”); empty when it is none or writes about it (“Daftar laptop”)."""
    said = words(text)
    if not said or said[0] in _NOT_EQUIPMENT_AFTER:
        return ""
    return has_phrase(" ".join(said[:3]), _EQUIPMENT, longest=3) if len(said) <= 4 else ""


@lru_cache(maxsize=CACHED_TEXTS)
def named_tools(text: str) -> tuple[str, ...]:
    """Applications, forms and registers that `text` calls by name: “Aplikasi SIAK”, “Formulir F-2.01”."""
    found = []
    for tool in _NAMED_TOOL.finditer(text):
        named = _trimmed(tool.group(0))
        if named:
            found.append(named)
    return tuple(found)


def _trimmed(tool: str) -> str:
    """The tool with only the words of its name: a capital or a digit makes a name; empty when none is left."""
    parts = tool.split()
    kept = [part for at, part in enumerate(parts) if at == 0 or part.casefold() in _TOOL_HEADS or not part[0].islower()]
    if parts[0].casefold() == "buku":
        return " ".join(parts[:2])
    return " ".join(kept) if len(kept) > 1 and kept[-1].casefold() not in _TOOL_HEADS else ""
