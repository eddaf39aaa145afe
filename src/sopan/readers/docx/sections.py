"""The sections of a document: their paper, their margins and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from sopan.readers.docx.column import blocks
from sopan.readers.docx.styles import MM_PER_TWIP, number
from sopan.readers.office.alternates import child, descendants, local, value
from sopan.readers.office.words import of_paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lengths in millimetres."""

    blocks: tuple[etree._Element, ...] = ()
    paper: tuple[float, float] = (210.0, 297.0)
    left: float = 25.4
    top: float = 25.4
    width: float = 159.2
    """Of its text."""
    header: float = 12.7
    """Between the upper border of the paper and the header."""
    headers: tuple[str, ...] = ()
    """Ids of the relations to the headers of its first page."""
    goes_on: bool = False
    """Whether it begins on the page on which the one before ends."""


def sections(root: etree._Element) -> Iterator[Section]:
    """The sections in their order."""
    body = child(root, "body")
    waiting: list[etree._Element] = []
    headers: tuple[str, ...] = ()
    for block in blocks(body) if body is not None else ():
        waiting.append(block)
        properties = child(block, "pPr", "sectPr")
        if properties is not None:
            section = _section(properties, waiting, headers)
            headers, waiting = section.headers, []
            yield section
    yield _section(child(body, "sectPr"), waiting, headers)


def runs(section: Section) -> list[list[etree._Element]]:
    """Its blocks, parted wherever the author begins a new page."""
    parted: list[list[etree._Element]] = [[]]
    for block in section.blocks:
        if local(block) == "p" and (before := _breaks_before(block)) is not None:
            if not before:
                parted[-1].append(block)
            parted.append([block] if before and _says_something(block) else [])
        else:
            parted[-1].append(block)
    return parted


def _breaks_before(paragraph: etree._Element) -> bool | None:
    """Whether a paragraph that holds a page break stands after it; None for one without."""
    asked = child(paragraph, "pPr", "pageBreakBefore")
    if asked is not None and value(asked) not in ("0", "false", "off"):
        return True
    for run in paragraph.iter("{*}r"):
        for one in descendants(run):
            if local(one) == "br" and value(one, key="type") == "page":
                return True
            if (local(one) == "t" and (one.text or "").strip()) or local(one) in ("drawing", "pict", "object"):
                return False if _holds_page_break(paragraph) else None
    return None


def _holds_page_break(paragraph: etree._Element) -> bool:
    return any(value(one, key="type") == "page" for one in paragraph.iter("{*}br"))


def _says_something(paragraph: etree._Element) -> bool:
    drawn = any(local(one) in ("drawing", "pict", "object") for one in descendants(paragraph))
    return drawn or bool(of_paragraph(paragraph).strip())


def _section(properties: etree._Element | None, listed: list[etree._Element], inherited: tuple[str, ...]) -> Section:
    section = Section(blocks=tuple(listed), headers=inherited)
    if properties is None:
        return section
    width, height = (_length(properties, "pgSz", key) for key in ("w", "h"))
    if width > 0 and height > 0:
        section = replace(section, paper=(width, height))
    left, top, right, header = (_length(properties, "pgMar", key) for key in ("left", "top", "right", "header"))
    return replace(
        section,
        left=left,
        top=abs(top),
        width=max(section.paper[0] - left - right, 10.0),
        header=header,
        headers=_headers(properties) or inherited,
        goes_on=value(properties, "type") == "continuous",
    )


def _length(properties: etree._Element, name: str, key: str) -> float:
    return number(value(properties, name, key=key)) * MM_PER_TWIP


def _headers(properties: etree._Element) -> tuple[str, ...]:
    by_type = {value(one, key="type"): value(one, key="id") for one in properties if local(one) == "headerReference"}
    first = by_type.get("first") if child(properties, "titlePg") is not None else None
    chosen = first or by_type.get("default") or ""
    return (chosen,) if chosen else ()
