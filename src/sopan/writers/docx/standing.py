"""Parts that every document has: styles, settings, fonts, theme, and what it says about itself."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from sopan.domain.identity import Identity
from sopan.drawingml.package import Part
from sopan.writers.fonts import ARIMO, printable

FOLDER = Path(__file__).parent / "parts"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "application/vnd.openxmlformats-officedocument"
PACKAGE = "application/vnd.openxmlformats-package"
ARIAL = "Arial"
"""What Word calls the typeface with the widths of Arimo; it is on every computer that has Word."""
UNTITLED = "SOP tanpa judul"

STANDING = {
    "styles": ("word/styles.xml", f"{WORD}.styles+xml"),
    "settings": ("word/settings.xml", f"{WORD}.settings+xml"),
    "fontTable": ("word/fontTable.xml", f"{WORD}.fontTable+xml"),
    "theme": ("word/theme/theme1.xml", f"{OFFICE}.theme+xml"),
}
"""By the kind of their relationship, which is also the name of the file they are made of."""


def standing(family: str) -> dict[str, Part]:
    """The parts a document refers to, by the kind of the reference; `family` is the typeface of all text."""
    name = ARIAL if family == ARIMO else family
    return {kind: Part(path, _filled(kind, family=name), media) for kind, (path, media) in STANDING.items()}


def properties(identity: Identity) -> dict[str, Part]:
    """The parts the package refers to besides the document, by the kind of the reference."""
    keywords = ", ".join(filter(None, ["SOP AP", identity.nomor]))
    core = _filled(
        "core",
        title=identity.judul.strip() or UNTITLED,
        author=identity.opd or identity.pemerintah_daerah,
        keywords=keywords,
    )
    return {
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties": Part(
            "docProps/core.xml", core, f"{PACKAGE}.core-properties+xml"
        ),
        "extended-properties": Part("docProps/app.xml", _filled("app"), f"{OFFICE}.extended-properties+xml"),
    }


def _filled(name: str, **places: str) -> bytes:
    """A file of this package with text in its `{named}` places."""
    return _text(name).format(**{place: escape(printable(value)) for place, value in places.items()}).encode()


@cache
def _text(name: str) -> str:
    return (FOLDER / f"{name}.xml").read_text(encoding="utf-8")
