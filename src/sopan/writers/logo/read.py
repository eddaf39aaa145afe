"""Any of the three kinds of logo files becomes one kind: an SVG that stands for itself and does nothing."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from sopan.domain.errors import SourceTooLarge, UnreadableSource
from sopan.writers.logo.raster import read_raster
from sopan.writers.logo.vector import clean_svg

LARGEST = 1_000_000
"""Bytes. An emblem is small; what is larger was not made for print."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture without scripts, references, fonts and animation; the size gives its proportions only."""

    svg: str
    width: float
    height: float


def read_logo(data: bytes) -> Logo:
    """The logo in an SVG, PNG or JPEG file.

    Raises UnreadableSource, with a sentence for people, for anything else, anything damaged and anything that could
    do harm: scripts, references to elsewhere, entities, and pictures that grow beyond measure when drawn.
    """
    if len(data) > LARGEST:
        raise SourceTooLarge(
            "Berkas logo berukuran {size} KB; paling besar {limit} KB. Perkecil gambarnya, lalu coba lagi.",
            size=len(data) // 1000,
            limit=LARGEST // 1000,
        )
    raster = read_raster(data)
    if raster:
        href = f"data:{raster.media_type};base64,{b64encode(data).decode()}"
        return Logo(_framed(href, raster.width, raster.height), raster.width, raster.height)
    if b"<" not in data[:400]:
        raise UnreadableSource("Berkas logo bukan SVG, PNG, atau JPEG. Simpan logo dalam salah satu bentuk itu.")
    svg, width, height = clean_svg(data)
    return Logo(svg, width, height)


def _framed(href: str, width: int, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="{href}"/></svg>'
    )
