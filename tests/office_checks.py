"""What validators of Office files do not look for: glue that holds nothing, ids that stand twice, parts that are lost.

`faults(data)` lists them for a Word or Excel file; a good file has none.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from sopan.drawingml import Connector, Frame, corners, nearest_site, sites
from sopan.drawingml.markup import NAMESPACES

NEAR = 12_700
"""EMU (1 point) within which the end of a connector touches its symbol."""
SHEETS = ("xl/worksheets/",)
DRAWINGS = ("xl/drawings/drawing", "word/document")
PREFIXES = dict(NAMESPACES)


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with the file, in English; empty for a good one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    found = list(_of_package(parts))
    for name, content in parts.items():
        if name.endswith(".xml") and name.startswith(DRAWINGS):
            found += (f"{name}: {fault}" for fault in _of_drawing(content))
        if name.endswith(".xml") and name.startswith(SHEETS):
            found += (f"{name}: {fault}" for fault in _of_sheet(content))
    return found


def without(content: bytes, branch: str) -> etree._Element:
    """The part as a program sees it that does not take this branch: `Choice` or `Fallback`."""
    root = etree.fromstring(content)
    for alternative in _all(root, f"//mc:{branch}"):
        parent = alternative.getparent()
        assert parent is not None
        parent.remove(alternative)
    return root


def shape_of(node: etree._Element) -> etree._Element:
    """The shape or connector that an element inside it belongs to."""
    return next(each for each in node.iterancestors() if _properties(each) is not None)


def placed(shape: etree._Element) -> Connector:
    """Form, box and adjustments of a shape; a free path has no form."""
    properties = _properties(shape)
    assert properties is not None
    (xfrm,) = _all(properties, "a:xfrm")
    (off,), (ext,) = _all(xfrm, "a:off"), _all(xfrm, "a:ext")
    box = [int(off.attrib[key]) for key in ("x", "y")] + [int(ext.attrib[key]) for key in ("cx", "cy")]
    turn, flips = int(xfrm.get("rot", "0")), [xfrm.get(key) in ("1", "true") for key in ("flipH", "flipV")]
    form = _all(properties, "a:prstGeom")
    shares = (int(guide.attrib["fmla"].split()[1]) for guide in _all(properties, "a:prstGeom/a:avLst/a:gd"))
    return Connector(form[0].attrib["prst"] if form else "", Frame(*box, turn, *flips), tuple(shares))


def _of_package(parts: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = {node.get("PartName", "").removeprefix("/") for node in types}
    endings = {node.get("Extension") for node in types}
    for name in parts:
        if name not in named and name.rpartition(".")[2] not in endings and name != "[Content_Types].xml":
            yield f"{name} does not say what it is"
    for name, content in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for node in etree.fromstring(content):
                target = posixpath.normpath(posixpath.join(folder, node.attrib["Target"])).removeprefix("/")
                if node.get("TargetMode") != "External" and target not in parts:
                    yield f"{name} refers to {target}, which is not there"


def _of_drawing(content: bytes) -> Iterator[str]:
    for branch in ("Choice", "Fallback"):
        root = without(content, branch)
        ids = Counter(node.attrib["id"] for node in root.iter() if _local(node) in ("cNvPr", "docPr"))
        yield from (f"id {id} stands {times} times" for id, times in ids.items() if times > 1)
        yield from _of_glue(root)
    for node in _all(etree.fromstring(content), "//mc:Choice"):
        if node.get("Requires") not in node.nsmap:
            yield f"the prefix {node.get('Requires')} is not declared"


def _of_glue(root: etree._Element) -> Iterator[str]:
    by_id = {node.attrib["id"]: shape_of(node) for node in root.iter() if _local(node) == "cNvPr" and _is_inside(node)}
    for glue in _all(root, "//a:stCxn | //a:endCxn"):
        id, idx = glue.attrib["id"], int(glue.attrib["idx"])
        if id not in by_id:
            yield f"glued to {id}, which is not there"
            continue
        symbol = placed(by_id[id])
        if idx >= len(sites(symbol.preset)):
            yield f"glued to site {idx} of a {symbol.preset}"
            continue
        line = corners(placed(shape_of(glue)))
        x, y = line[0] if _local(glue) == "stCxn" else line[-1]
        left, top, right, bottom = symbol.frame.bounds
        if not (left - NEAR <= x <= right + NEAR and top - NEAR <= y <= bottom + NEAR):
            yield f"glued to {id}, which it does not touch"
        elif nearest_site(symbol.preset, ((x - left) / (right - left), (y - top) / (bottom - top))) != idx:
            yield f"glued to site {idx} of {id}, though another is nearer"


def _of_sheet(content: bytes) -> Iterator[str]:
    taken: set[tuple[int, int]] = set()
    for merged in _all(etree.fromstring(content), "//x:mergeCell"):
        places = set(_places(merged.attrib["ref"]))
        if places & taken:
            yield f"{merged.attrib['ref']} overlaps another merged cell"
        taken |= places


def _places(reference: str) -> Iterator[tuple[int, int]]:
    from openpyxl.utils import range_boundaries

    left, top, right, bottom = range_boundaries(reference)
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _properties(node: etree._Element) -> etree._Element | None:
    return next((child for child in node if _local(child) == "spPr"), None)


def _is_inside(node: etree._Element) -> bool:
    return any(_properties(each) is not None for each in node.iterancestors())


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname


def _all(node: etree._Element, path: str) -> list[etree._Element]:
    found = node.xpath(path, namespaces=PREFIXES)
    assert isinstance(found, list)
    return found  # type: ignore[return-value]  # these paths name elements only
