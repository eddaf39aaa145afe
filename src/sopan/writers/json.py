"""The geometry of a diagram as JSON (`sopan-diagram/1`): millimetres, origin at the top left, y grows downwards.

For programs that check a drawing or draw it themselves; it holds places and sizes, not the words of the cells.
"""

from __future__ import annotations

import json

from sopan.domain.procedure import Edge, Procedure
from sopan.flowchart.diagram import Arrow, Cell, Diagram, Label, Lane, Page, Row, Shape

FORMAT = "sopan-diagram/1"
Values = dict[str, object]


def write(procedure: Procedure, diagram: Diagram) -> str:
    """The whole diagram, page by page; an edge without an answer has `null`."""
    return json.dumps(geometry(diagram), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def geometry(diagram: Diagram) -> Values:
    """The same as plain values."""
    return {
        "format": FORMAT,
        "sheet": {"width": _mm(diagram.sheet.width), "height": _mm(diagram.sheet.height)},
        "edges": [_edge(edge) for edge in diagram.edges],
        "pages": [_page(page) for page in diagram.pages],
    }


def _page(page: Page) -> Values:
    return {
        "number": page.number,
        "area": _box(page.area_x, page.area_y, page.area_width, page.area_height),
        "lanes": [_lane(lane) for lane in page.lanes],
        "rows": [_row(row) for row in page.rows],
        "cells": [_cell(cell) for cell in page.cells if any(cell.lines)],
        "shapes": [_shape(shape) for shape in page.shapes],
        "arrows": [_arrow(arrow) for arrow in page.arrows],
    }


def _lane(lane: Lane) -> Values:
    return {"pelaksana": lane.pelaksana, "x": _mm(lane.x), "width": _mm(lane.width)}


def _row(row: Row) -> Values:
    return {"step": row.step, "y": _mm(row.y), "height": _mm(row.height)}


def _cell(cell: Cell) -> Values:
    """Text that was turned takes its turned room."""
    text = (cell.text_height, cell.text_width) if cell.rotated else (cell.text_width, cell.text_height)
    return {
        "step": cell.step,
        "column": cell.column,
        **_box(cell.x, cell.y, cell.width, cell.height),
        "text_width": _mm(text[0]),
        "text_height": _mm(text[1]),
    }


def _shape(shape: Shape) -> Values:
    return {
        "id": shape.id,
        "kind": shape.kind.value,
        "step": shape.step,
        "pelaksana": shape.pelaksana,
        **_box(shape.x, shape.y, shape.width, shape.height),
        "text": shape.text,
    }


def _arrow(arrow: Arrow) -> Values:
    return {
        "from": arrow.source,
        "to": arrow.target,
        "kind": arrow.kind.value,
        "edge": _edge(arrow.edge) if arrow.edge else None,
        "points": [[*map(_mm, point)] for point in arrow.points],
        "label": _label(arrow.label) if arrow.label else None,
    }


def _edge(edge: Edge) -> Values:
    return {"from": str(edge.source), "to": str(edge.target), "answer": edge.answer or None}


def _label(label: Label) -> Values:
    return {"text": label.text, **_box(label.x, label.y, label.width, label.height)}


def _box(x: float, y: float, width: float, height: float) -> Values:
    return {"x": _mm(x), "y": _mm(y), "width": _mm(width), "height": _mm(height)}


def _mm(length: float) -> float:
    """A tenth of a micrometre; never minus zero."""
    return round(length, 4) + 0.0
