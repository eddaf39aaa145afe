"""The provisions that rules rest on, named once. What was not seen in a source is never shown as law."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How firmly a rule stands."""

    REGULATION = "regulation"
    """Seen in the text of a regulation."""
    GOOD_PRACTICE = "good_practice"
    """Recommended: by practice, by training material, or by regulation from memory."""
    HOUSE = "house"
    """A setting of the house, which it may change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """A provision, and whether it may be called law."""

    standing: Standing
    source: str
    """Indonesian, for people: `Permenpan-RB 35/2012, bagian Simbol` or `kebiasaan baik`."""


def _regulation(source: str) -> Basis:
    return Basis(standing=Standing.REGULATION, source=source)


def _practice(source: str) -> Basis:
    return Basis(standing=Standing.GOOD_PRACTICE, source=source)


GOOD_PRACTICE = Basis(standing=Standing.GOOD_PRACTICE, source="kebiasaan baik")
HOUSE = Basis(standing=Standing.HOUSE, source="pengaturan rumah")
PERMENPANRB_35_2012_SYMBOLS = _regulation("Permenpan-RB 35/2012, lima simbol diagram alir bercabang")
PERMENPANRB_35_2012_IDENTITY = _regulation("Permenpan-RB 35/2012, bagian identitas")
PERMENPANRB_35_2012_FLOWCHART = _regulation("Permenpan-RB 35/2012, bagian flowchart")
PERMENPANRB_35_2012_TITLES = _regulation("Permenpan-RB 35/2012, formulir identifikasi SOP AP (Tabel 6)")
PERMENPANRB_35_2012_RECORDING = _regulation("Permenpan-RB 35/2012, pencatatan dan pendataan")
PERMENPANRB_35_2012_ENACTMENT = _regulation("Permenpan-RB 35/2012, penetapan dokumen SOP AP")
TRAINING_TYPES = _practice("kebiasaan baik, menurut bahan sosialisasi tentang jenis SOP AP")
TRAINING_PRINCIPLES = _practice("kebiasaan baik, menurut bahan sosialisasi tentang prinsip SOP AP")
PERSONAL_DATA = _practice("kebiasaan baik pelindungan data pribadi")
