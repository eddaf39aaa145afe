"""How tests look into a PDF: its structure, its words in order, and where its text begins."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

Named = tuple[str, str]


def opened(data: bytes) -> pikepdf.Pdf:
    """The file as objects."""
    return pikepdf.open(io.BytesIO(data))


def structure(pdf: pikepdf.Pdf) -> list[Named]:
    """Tags with their alternative text, in reading order."""
    return list(_walk(pdf.Root.StructTreeRoot.K))


def _walk(node: pikepdf.Object) -> Iterator[Named]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S), str(node.get("/Alt", ""))
        if "/K" in node:
            yield from _walk(node.K)


def outline(pdf: pikepdf.Pdf) -> list[str]:
    """Bookmarks, level by level."""
    with pdf.open_outline() as bookmarks:
        return list(_titles(bookmarks.root, 0))


def _titles(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[str]:
    for item in items:
        yield "  " * depth + item.title
        yield from _titles(item.children, depth + 1)


def text_starts(pdf: pikepdf.Pdf, page: int) -> list[float]:
    """Left end of each piece of text on a page that is not turned; millimetres."""
    starts: list[float] = []
    x = 0.0
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[page]):
        if str(operator) == "cm":
            x = float(operands[4])
        elif str(operator) in ("Tj", "TJ"):
            starts.append(x * 25.4 / 72)
    return starts


def unmarked(pdf: pikepdf.Pdf) -> list[str]:
    """Operators that put ink on a page outside every tag and artifact."""
    found = []
    for page in pdf.pages:
        depth = 0
        for _, operator in pikepdf.parse_content_stream(page):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            if depth == 0 and str(operator) in ("Tj", "TJ", "f", "f*", "S", "s", "B", "B*", "b", "Do", "sh"):
                found.append(str(operator))
    return found
