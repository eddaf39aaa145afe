"""The drawing over a sheet: every anchor says which cells its object covers, and that is where it stands."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from sopan.drawingml.frames import Bounds
from sopan.drawingml.units import EMU_PER_MILLIMETRE, EMU_PER_PIXEL
from sopan.drawn.page import Point
from sopan.readers.office import shapes, vml
from sopan.readers.office.alternates import child, children, local
from sopan.readers.office.gathered import Drawing, Gathered, settled
from sopan.readers.office_zip import Package
from sopan.readers.xlsx.grid import Edges, address
from sopan.readers.xlsx.sheet import Sheet
from sopan.readers.xlsx.workbook import decimal

_ANCHORS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})


@dataclass(frozen=True, slots=True)
class Ground:
    """The grid a drawing lies on."""

    across: Edges
    down: Edges

    def address(self, point: Point) -> str:
        """The cell at a point of the page, millimetres: `C12`."""
        x, y = (max(0.0, value) * EMU_PER_MILLIMETRE for value in point)
        return address(self.across.at(x), self.down.at(y))

    def point(self, column: float, dx: float, row: float, dy: float) -> Point:
        """A distance into a cell; Excel lets none lead out of the cell."""
        c, r = (int(max(0.0, min(value, 2e6))) for value in (column, row))
        x = self.across.start(c) + max(0.0, min(dx, self.across.size(c)))
        y = self.down.start(r) + max(0.0, min(dy, self.down.size(r)))
        return x, y


def drawing_of(package: Package, part: str, sheet: Sheet) -> Drawing:
    """Everything that is drawn over the sheet in `part`."""
    ground = Ground(sheet.across(), sheet.down())
    gathered = Gathered()
    related = package.relations(part)
    for id in sheet.drawings:
        relation = related.get(id)
        if relation is None or relation.target not in package:
            continue
        if relation.kind == "drawing":
            _gather_drawing(package, relation.target, ground, gathered)
        elif relation.kind == "vmlDrawing":
            _gather_vml(package, relation.target, ground, gathered)
    return settled(gathered, ground.address)


def _gather_drawing(package: Package, part: str, ground: Ground, into: Gathered) -> None:
    images = {id: relation.target for id, relation in package.relations(part).items() if relation.kind == "image"}
    setting = shapes.Setting(images=images)
    for anchor in package.xml(part):
        if local(anchor) in _ANCHORS:
            bounds = _bounds(anchor, ground)
            for one in children(anchor):
                shapes.gather(one, into, setting, bounds)


def _bounds(anchor: etree._Element, ground: Ground) -> Bounds:
    """What the anchor covers."""
    position = child(anchor, "pos")
    left, top = _pair(position, "x", "y") if position is not None else _marked(child(anchor, "from"), ground)
    end = child(anchor, "to")
    if end is not None:
        right, bottom = _marked(end, ground)
        return left, top, max(left, right), max(top, bottom)
    width, height = _pair(child(anchor, "ext"), "cx", "cy")
    return left, top, left + width, top + height


def _marked(mark: etree._Element | None, ground: Ground) -> Point:
    column, dx, row, dy = (_number(mark, key) for key in ("col", "colOff", "row", "rowOff"))
    return ground.point(column, dx, row, dy)


def _number(mark: etree._Element | None, key: str) -> float:
    found = child(mark, key)
    return decimal(found.text) if found is not None else 0.0


def _pair(element: etree._Element | None, *keys: str) -> Point:
    first, second = (decimal(element.get(key)) if element is not None else 0.0 for key in keys)
    return min(first, shapes.FARTHEST), min(second, shapes.FARTHEST)


def _gather_vml(package: Package, part: str, ground: Ground, into: Gathered) -> None:
    """Old drawings: comments and controls of a form stand in the same part and are no drawing."""
    root = package.xml(part, forgiving=True)
    setting = vml.Setting(types=vml.types_of(root), glue=vml.glue_of(root), scope=posixpath.basename(part) + ":")
    for one in root:
        data = child(one, "ClientData")
        kind = data.get("ObjectType", "") if data is not None else ""
        if kind in ("", "Shape", "Rect", "Oval", "Line", "Group", "Pict", "Drawing"):
            vml.gather(one, into, setting, _vml_bounds(data, ground))


def _vml_bounds(data: etree._Element | None, ground: Ground) -> Bounds | None:
    """`x:Anchor`: column, pixels into it, row, pixels into it, and the same for the other corner."""
    anchor = child(data, "Anchor")
    parts = [decimal(part) for part in (anchor.text or "").split(",")] if anchor is not None else []
    if len(parts) != 8:
        return None
    (left, top), (right, bottom) = (
        ground.point(column, dx * EMU_PER_PIXEL, row, dy * EMU_PER_PIXEL)
        for column, dx, row, dy in (parts[:4], parts[4:])
    )
    return left, top, max(left, right), max(top, bottom)
