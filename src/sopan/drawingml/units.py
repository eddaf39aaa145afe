"""English Metric Units, in which Office files measure drawings."""

from __future__ import annotations

EMU_PER_MILLIMETRE = 36_000
EMU_PER_POINT = 12_700
EMU_PER_PIXEL = 9_525
"""Of 1/96 inch: what a screen without magnification shows."""


def emu(millimetres: float) -> int:
    """The nearest whole EMU."""
    return round(millimetres * EMU_PER_MILLIMETRE)


def millimetres(emu: float) -> float:
    """The same length in millimetres."""
    return emu / EMU_PER_MILLIMETRE
