"""How paragraphs look, as far as it says how high they are: their own words, their style's, their document's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from sopan.readers.docx.fonts import font_of, theme_fonts
from sopan.readers.office.alternates import child, local, value

MM_PER_TWIP = 25.4 / 1440
_MAX_ANCESTORS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Lengths in millimetres, the type size in points."""

    font: str = ""
    size: float = 10.0
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    lines: float = 1.0
    """Leading as a share of the usual one."""
    leading: float = 0.0
    """Leading in millimetres where it is fixed, or the least one."""
    is_exact: bool = False
    left: float = 0.0
    right: float = 0.0
    align: str = ""
    numbering: tuple[str, int] = ("", 0)
    """Id and level of the list."""


class Styles:
    """The styles of a document."""

    def __init__(self, root: etree._Element | None, theme: etree._Element | None = None) -> None:
        self._theme = theme_fonts(theme)
        listed = [one for one in root if local(one) == "style"] if root is not None else []
        self._by_id = {value(one, key="styleId"): one for one in listed}
        self._known: dict[tuple[str, str], Look] = {}
        self._normal = next((value(o, key="styleId") for o in listed if _is_normal(o)), "")
        base = Look()
        for path in (("docDefaults", "rPrDefault"), ("docDefaults", "pPrDefault")):
            base = self._changed(base, child(root, *path))
        self._base = base

    def look(self, paragraph: etree._Element, table_style: str = "") -> Look:
        """What a paragraph looks like, in a table of this style."""
        properties = child(paragraph, "pPr")
        look = self._changed(self._of_style(value(properties, "pStyle") or self._normal, table_style), paragraph)
        runs = list(islice(paragraph.iter("{*}r"), 20))
        first = next((run for run in runs if child(run, "t") is not None), None)
        return self._with_type(look, child(first, "rPr") if first is not None else child(properties, "rPr"))

    def _of_style(self, id: str, table_style: str) -> Look:
        key = (id, table_style)
        if key not in self._known:
            look = self._base
            for style in reversed([*self._ancestors(id), *self._ancestors(table_style)]):
                look = self._changed(look, style)
            self._known[key] = look
        return self._known[key]

    def _ancestors(self, id: str) -> Sequence[etree._Element]:
        """The style, the one it is based on, and so on."""
        found: list[etree._Element] = []
        while id in self._by_id and len(found) < _MAX_ANCESTORS:
            found.append(self._by_id[id])
            id = value(found[-1], "basedOn")
        return found

    def _changed(self, look: Look, holder: etree._Element | None) -> Look:
        """The look under what the `pPr` and `rPr` of a style or a paragraph say."""
        properties = child(holder, "pPr")
        if properties is not None:
            look = _with_room(look, properties)
        return self._with_type(look, child(holder, "rPr"))

    def _with_type(self, look: Look, properties: etree._Element | None) -> Look:
        if properties is None:
            return look
        size = number(value(properties, "sz")) / 2
        bold = child(properties, "b")
        is_bold = look.bold if bold is None else value(bold) not in ("0", "false", "off")
        font = font_of(properties, self._theme) or look.font
        return replace(look, font=font, size=size if 0 < size <= 400 else look.size, bold=is_bold)


def _with_room(look: Look, properties: etree._Element) -> Look:
    spacing, indent = child(properties, "spacing"), child(properties, "ind")
    listed = child(properties, "numPr")
    if listed is not None:
        level = int(number(value(listed, "ilvl")))
        look = replace(look, numbering=(value(listed, "numId") or look.numbering[0], level))
    if indent is not None:
        left = value(indent, key="left") or value(indent, key="start")
        right = value(indent, key="right") or value(indent, key="end")
        look = replace(
            look,
            left=number(left) * MM_PER_TWIP if left else look.left,
            right=number(right) * MM_PER_TWIP if right else look.right,
        )
    look = replace(look, align=value(properties, "jc") or look.align)
    return _with_spacing(look, spacing) if spacing is not None else look


def _with_spacing(look: Look, spacing: etree._Element) -> Look:
    before, after, line = (value(spacing, key=key) for key in ("before", "after", "line"))
    rule = value(spacing, key="lineRule")
    if before:
        look = replace(look, before=number(before) * MM_PER_TWIP)
    if after:
        look = replace(look, after=number(after) * MM_PER_TWIP)
    if line and rule in ("exact", "atLeast"):
        look = replace(look, leading=number(line) * MM_PER_TWIP, is_exact=rule == "exact")
    elif line:
        look = replace(look, lines=number(line) / 240, leading=0.0)
    return look


def _is_normal(style: etree._Element) -> bool:
    return value(style, key="type") == "paragraph" and value(style, key="default") in ("1", "true")


def number(text: str) -> float:
    """A length of the file without its nonsense."""
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return found if abs(found) < 1e6 else 0.0
