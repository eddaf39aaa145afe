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
    r"\b(?i:aplikasi|sistem informasi|formulir|blangko|blanko|buku (?:register|agenda|ekspedisi|induk|tamu|kendali))"
    r"(?:\s+[A-Z0-9][\w.-]*){0,3}"
)


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
    found = (tool.group(0) for tool in _NAMED_TOOL.finditer(text))
    return tuple(tool for tool in found if " " in tool and tool.casefold() != "sistem informasi")
