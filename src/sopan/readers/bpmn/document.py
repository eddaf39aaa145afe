"""A BPMN file as a tree of XML, opened so that a hostile one costs neither time nor memory."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sopan.domain.codec.refusals import UNFIT
from sopan.domain.errors import SourceTooLarge, UnreadableSource

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
BPMNDI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
SOPAN = "{urn:sopan:bpmn:1}"

MAX_BYTES = 30_000_000
"""The diagram of the longest procedure SOPAN can hold, of 2,000 rows, has some 15 MB."""
MAX_ELEMENTS = 400_000
MAX_DEPTH = 60


def opened(data: bytes) -> etree._Element:
    """The root, `definitions`. Raises UnreadableSource."""
    if len(data) > MAX_BYTES:
        raise SourceTooLarge(
            "Berkas BPMN ini lebih besar dari {batas} MB, jadi tidak dibuka. Periksa apakah berkasnya benar.",
            batas=MAX_BYTES // 1_000_000,
        )
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise _declares_type()
    root = _parsed(data)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares_type()
    if root.tag != f"{BPMN}definitions":
        raise UnreadableSource(
            "Berkas XML ini bukan BPMN 2.0: unsur terluarnya “{unsur}”, bukan “definitions”. Ekspor alurnya sebagai "
            "BPMN 2.0 (.bpmn) dari aplikasi asalnya.",
            unsur=etree.QName(root).localname[:60],
        )
    return root


def text_of(element: etree._Element | None) -> str:
    """All text inside an element, without the space around it."""
    return all_text(element).strip() if element is not None else ""


def all_text(element: etree._Element) -> str:
    """All text inside an element that a procedure can hold."""
    return UNFIT.sub("", "".join(str(text) for text in element.itertext()))


def squeezed(text: str) -> str:
    """The words with one space between them."""
    return " ".join(UNFIT.sub("", text).split())


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Elements of BPMN with this name right below."""
    return element.iterchildren(f"{BPMN}{name}")


def _parsed(data: bytes) -> etree._Element:
    """The tree, built while levels and elements are counted."""
    parser = etree.XMLPullParser(
        ("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    elements = depth = 0
    try:
        for begin in range(0, len(data), 65_536):
            parser.feed(data[begin : begin + 65_536])
            for event, _ in parser.read_events():
                depth += 1 if event == "start" else -1
                elements += event == "start"
                if elements > MAX_ELEMENTS or depth > MAX_DEPTH:
                    raise SourceTooLarge(
                        "Berkas BPMN ini berisi lebih banyak unsur daripada bagan alur mana pun, jadi tidak dibuka. "
                        "Periksa apakah berkasnya benar."
                    )
        return parser.close()
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise UnreadableSource(
            "Berkas BPMN ini terputus atau salah tulis di sini, jadi tidak dapat dibaca. Ekspor ulang dari aplikasi "
            "asalnya.",
            line=line or 0,
            column=column or 0,
        ) from None


def _declares_type() -> UnreadableSource:
    return UnreadableSource(
        "Berkas BPMN ini memuat deklarasi DOCTYPE, yang tidak pernah ada dalam BPMN, jadi demi keamanan tidak dibuka. "
        "Ekspor ulang dari aplikasi asalnya."
    )
