"""What the sheets of a workbook share: their names, their strings, and how styles show a value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from sopan.domain.errors import SourceTooLarge
from sopan.readers.office.alternates import child, local, value
from sopan.readers.office_zip import Package, stream
from sopan.readers.xlsx.grid import digit_width
from sopan.readers.xlsx.shown import BUILT_IN

MAX_SHEETS = 200
MAX_TEXT = 32_767
"""Of one cell, as in Excel."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet by its name."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Style:
    """What a cell style means for a reader."""

    code: str = ""
    """How numbers are shown."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets in their order, and what their cells refer to."""

    sheets: tuple[SheetPart, ...]
    strings: Sequence[str]
    styles: Sequence[Style]
    digit: int
    """Pixels of the digit in which widths of columns are counted."""
    since_1904: bool


def open_workbook(package: Package) -> Workbook:
    """The workbook of a package."""
    root = package.xml(package.main)
    fonts, styles = _styles(package)
    normal = fonts[0] if fonts else ("Calibri", 11.0, False)
    return Workbook(
        sheets=tuple(_sheets(package, root)),
        strings=_strings(package),
        styles=styles,
        digit=digit_width(normal[0], normal[1]),
        since_1904=value(root, "workbookPr", key="date1904") in ("1", "true"),
    )


def text_of(element: etree._Element) -> str:
    """The text of a shared or inline string: its runs, without the reading aids of eastern scripts."""
    runs = (one for one in element if local(one) != "rPh")
    return plain_text("".join(t.text or "" for run in runs for t in run.iter("{*}t")))


def plain_text(text: str) -> str:
    """Lines as people see them: escaped signs are signs, and no line has spaces at its ends."""
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text[:MAX_TEXT])
    lines = (" ".join(line.split()) for line in re.split(r"\r\n|[\r\n\v\f\u2028]", text))
    return "\n".join(line for line in lines if line)


def _sheets(package: Package, root: etree._Element) -> list[SheetPart]:
    related = package.relations(package.main)
    listed = child(root, "sheets")
    found = []
    for sheet in listed if listed is not None else ():
        relation = related.get(value(sheet, key="id"))
        if relation is not None and relation.kind == "worksheet" and relation.target in package:
            hidden = sheet.get("state", "visible") != "visible"
            found.append(SheetPart(sheet.get("name", ""), relation.target, hidden))
    if len(found) > MAX_SHEETS:
        raise SourceTooLarge(
            "Buku kerja ini berisi lebih dari {batas} lembar, jadi tidak dibuka. Simpan lembar SOP-nya saja.",
            batas=MAX_SHEETS,
        )
    return found


def _strings(package: Package) -> list[str]:
    parts = package.related(package.main, "sharedStrings")
    if not parts:
        return []
    return [text_of(item) for item in stream(package.part(parts[0]), "si")]


def _styles(package: Package) -> tuple[list[tuple[str, float, bool]], list[Style]]:
    """The fonts (name, size, bold), of which the first is that of the Normal style, and the cell styles."""
    parts = package.related(package.main, "styles")
    if not parts:
        return [], []
    root = package.xml(parts[0])
    fonts = [_font(font) for font in _listed(root, "fonts")]
    codes = {
        **BUILT_IN,
        **{_whole(one.get("numFmtId", "0")): one.get("formatCode", "") for one in _listed(root, "numFmts")},
    }
    return fonts, [_style(xf, fonts, codes) for xf in _listed(root, "cellXfs")]


def _style(xf: etree._Element, fonts: Sequence[tuple[str, float, bool]], codes: Mapping[int, str]) -> Style:
    font, number = (_whole(xf.get(key, "0")) for key in ("fontId", "numFmtId"))
    return Style(codes.get(number, ""), fonts[font][2] if font < len(fonts) else False)


def _font(font: etree._Element) -> tuple[str, float, bool]:
    bold = child(font, "b")
    is_bold = bold is not None and bold.get("val", "1") not in ("0", "false")
    return value(font, "name") or "Calibri", decimal(value(font, "sz"), 11.0), is_bold


def _listed(root: etree._Element, name: str) -> list[etree._Element]:
    found = child(root, name)
    return list(found) if found is not None else []


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def decimal(text: str | None, otherwise: float = 0.0) -> float:
    """A finite number of the file, or the other one."""
    try:
        found = float(text or "")
    except ValueError:
        return otherwise
    return found if abs(found) < 1e15 else otherwise
