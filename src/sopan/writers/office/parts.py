"""Makers of the parts that are the same in Word and Excel, from the files beside this module."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from sopan.domain.identity import Identity
from sopan.drawingml.package import Part
from sopan.writers.fonts import ARIMO, printable

FOLDER = Path(__file__).parent / "files"
OFFICE = "application/vnd.openxmlformats-officedocument"
PACKAGE = "application/vnd.openxmlformats-package"
ARIAL = "Arial"
"""What Office calls the typeface with the widths of Arimo; it is on every computer that has Word."""
UNTITLED = "SOP tanpa judul"


def properties(identity: Identity) -> dict[str, Part]:
    """The parts a package refers to besides its document, by the kind of the reference."""
    keywords = ", ".join(filter(None, ["SOP AP", identity.nomor]))
    core = filled(
        FOLDER / "core.xml",
        title=identity.judul.strip() or UNTITLED,
        author=identity.opd or identity.pemerintah_daerah,
        keywords=keywords,
    )
    return {
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties": Part(
            "docProps/core.xml", core, f"{PACKAGE}.core-properties+xml"
        ),
        "extended-properties": Part(
            "docProps/app.xml", filled(FOLDER / "app.xml"), f"{OFFICE}.extended-properties+xml"
        ),
    }


def theme(path: str, family: str) -> Part:
    """The theme with this typeface, as the part of that name."""
    return Part(path, filled(FOLDER / "theme.xml", family=named(family)), f"{OFFICE}.theme+xml")


def named(family: str) -> str:
    """The typeface as Office calls it."""
    return ARIAL if family == ARIMO else family


def filled(file: Path, **places: str) -> bytes:
    """A file with text in its `{named}` places."""
    return _text(file).format(**{place: escape(printable(value)) for place, value in places.items()}).encode()


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
