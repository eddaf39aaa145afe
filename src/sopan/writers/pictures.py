"""Pictures inside a document: the emblem of the region and the code that leads to its verification."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Picture, PictureKind
from sopan.writers.fonts import printable
from sopan.writers.logo import Logo, read_logo

__all__ = ["Illustration", "Logo", "fitted", "illustrations", "read_logo"]


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture that stands for itself, as SVG, with words for those who do not see it."""

    svg: str
    width: float
    height: float
    alt: str


def illustrations(
    procedure: Procedure, *, logo: bytes | None = None, verification: str = ""
) -> Mapping[PictureKind, Illustration]:
    """What there is to draw: a logo if one is given, a code only if it leads somewhere.

    Raises UnreadableSource for a logo that cannot be trusted.
    """
    found: dict[PictureKind, Illustration] = {}
    if logo is not None:
        emblem = _read_again(logo)
        owner = printable(procedure.identity.pemerintah_daerah or procedure.identity.opd)
        found[PictureKind.LOGO] = Illustration(emblem.svg, emblem.width, emblem.height, f"Logo {owner}".strip())
    if verification:
        found[PictureKind.VERIFICATION] = _code(verification)
    return found


@lru_cache(maxsize=16)
def _read_again(logo: bytes) -> Logo:
    """One agency prints a thousand documents with one logo."""
    return read_logo(logo)


def _code(address: str) -> Illustration:
    import segno  # 40 ms that a document without an address does not need

    code = segno.make_qr(address, error="m")
    width, height = code.symbol_size(border=4)
    svg = io.BytesIO()
    code.save(svg, kind="svg", border=4, xmldecl=False, nl=False, svgclass=None, lineclass=None)
    return Illustration(
        svg.getvalue().decode(), width, height, f"Kode QR untuk memeriksa keaslian dokumen ini: {printable(address)}"
    )


def fitted(box: Picture, illustration: Illustration) -> dict[str, object]:
    """The illustration as large as the box allows, in its middle; millimetres."""
    scale = min(box.width / illustration.width, box.height / illustration.height)
    width, height = illustration.width * scale, illustration.height * scale
    return {
        "x": box.x + (box.width - width) / 2,
        "y": box.y + (box.height - height) / 2,
        "width": width,
        "height": height,
        "svg": illustration.svg,
        "alt": illustration.alt,
    }
