"""What SOPAN wrote into the extension elements of its own diagrams."""

from __future__ import annotations

from zlib import crc32

from lxml import etree

from sopan.domain import NewerFormat, Procedure, UnreadableSource
from sopan.domain.codec import decode_json
from sopan.readers.bpmn.document import SOPAN, all_text, children, squeezed
from sopan.readers.bpmn.drawing import FlowMark, Mark

CELLS = ("kelengkapan", "waktu", "output", "keterangan")


def extension(element: etree._Element, name: str) -> etree._Element | None:
    """SOPAN's element with this name among the extensions of an element."""
    for holder in children(element, "extensionElements"):
        found = holder.find(f"{SOPAN}{name}")
        if found is not None:
            return found
    return None


def mark_of(element: etree._Element) -> Mark | None:
    """What is known of a task; None where SOPAN did not make it."""
    found = extension(element, "langkah")
    row, symbol = (number(found.get(name)) if found is not None else None for name in ("baris", "lambang"))
    if found is None or not row or symbol is None:
        return None
    return Mark(
        row=row,
        symbol=symbol,
        name=squeezed(found.get("nama", "")),
        note=found.get("catatan", ""),
        cells={name: tuple(all_text(e) for e in found.iterchildren(f"{SOPAN}{name}")) for name in CELLS},
    )


def flow_mark_of(element: etree._Element) -> FlowMark | None:
    """What is known of a flow; None where SOPAN did not make it, or made it for no edge."""
    found = extension(element, "alur")
    if found is None:
        return None
    numbers = [number(arrow.get("nomor")) for arrow in found.iterchildren(f"{SOPAN}panah")]
    return FlowMark(
        name=squeezed(found.get("nama", "")),
        sources=frozenset(found.get("dari", "").split()),
        targets=frozenset(found.get("ke", "").split()),
        edges=tuple(number for number in numbers if number),
    )


def model_of(process: etree._Element) -> Procedure | None:
    """The procedure that rides along; None where there is none or it is damaged. Raises NewerFormat."""
    found = extension(process, "prosedur")
    if found is None:
        return None
    try:
        return decode_json(all_text(found))
    except NewerFormat:
        raise
    except UnreadableSource:
        return None


def number(text: str | None) -> int | None:
    """A small whole number; None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else None


def fingerprint(text: str) -> str:
    """The mark `writers.bpmn` leaves of a documentation: equal as long as no word of it is changed."""
    return f"{crc32(squeezed(text).encode()):08x}" if text.strip() else ""
