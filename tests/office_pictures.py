"""How LibreOffice shows our Word and Excel files: each object in a colour of its own, read back from the PDF.

A test cannot look at a picture, but it can ask where the ink of each symbol and line went, point by point.
"""

from __future__ import annotations

import ctypes
import io
import subprocess
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from lxml import etree

from sopan.domain import Procedure
from sopan.drawingml import Point, straightened
from sopan.drawingml.markup import NAMESPACES
from sopan.drawingml.names import flow_name, symbol_names
from sopan.flowchart.diagram import Cell, CellRole, Diagram
from sopan.writers.fonts import printable
from tests.office_checks import DRAWINGS

STEPS = 64
"""Values of red, green and blue that are told apart, so that no rounding on the way mixes two up."""
LONGEST_HEAD = 2.5
"""Millimetres; an arrow head is no longer than this."""
THIN = 0.05
"""Millimetres; a line that rises less is level."""
PATIENCE = 120
"""Seconds for all files together."""

Page = Mapping[str, "Ink"]


@dataclass(slots=True)
class Ink:
    """Where one object was drawn on a page; millimetres from its upper left corner."""

    strokes: list[Point] = field(default_factory=list)
    areas: list[Point] = field(default_factory=list)
    legs: list[tuple[Point, Point]] = field(default_factory=list)
    """From each point to the next, of strokes and of areas."""


TABLE = ""
"""Name of all ink that is of no object: the borders of cells."""


def coloured(data: bytes) -> tuple[bytes, dict[int, str]]:
    """The same file with every symbol and line in a colour of its own, and the names by colour."""
    names: dict[int, str] = {}
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith(DRAWINGS) and name.endswith(".xml"):
                content = _coloured(content, names)
            target.writestr(name, content)
    return packed.getvalue(), names


def _coloured(content: bytes, names: dict[int, str]) -> bytes:
    """One colour for each number of an object, in whatever branch it stands."""
    root = etree.fromstring(content)
    colours: dict[str, int] = {}
    for ink in root.xpath("//a:ln/a:solidFill/a:srgbClr", namespaces=dict(NAMESPACES)):
        shape = next(each for each in ink.iterancestors() if _title(each) is not None)
        title = _title(shape)
        id = title.attrib["id"]
        if id not in colours:
            colours[id] = len(names) + 1
            names[colours[id]] = title.attrib["name"]
        ink.set("val", _written(colours[id]))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _title(node: etree._Element) -> etree._Element | None:
    within = list(node) + [each for child in node if etree.QName(child).localname.startswith("nv") for each in child]
    return next((each for each in within if etree.QName(each).localname == "cNvPr"), None)


def _written(colour: int) -> str:
    parts = (colour // STEPS**2, colour // STEPS % STEPS, colour % STEPS)
    return "".join(f"{part * 256 // STEPS + 1:02X}" for part in parts)


def converted(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files, by their names with an extension, as LibreOffice prints them: all in one go."""
    paths = {name: folder / f"{name.replace('.', '-')}{Path(name).suffix}" for name in files}
    for name, path in paths.items():
        path.write_bytes(files[name])
    office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command = [*office, "--convert-to", "pdf", "--outdir", str(folder / "pdf"), *map(str, paths.values())]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, cwd=folder)
    return {name: (folder / "pdf" / path.name).with_suffix(".pdf").read_bytes() for name, path in paths.items()}


def inked(document: bytes, names: Mapping[int, str]) -> list[Page]:
    """The pages of a PDF, each with the ink of its objects by name."""
    pdf = pdfium.PdfDocument(document)
    try:
        return [_ink(page, names) for page in pdf]
    finally:
        pdf.close()


def _ink(page: pdfium.PdfPage, names: Mapping[int, str]) -> Page:
    found: defaultdict[str, Ink] = defaultdict(Ink)
    height = page.get_height()
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=8):
        points = [(x * 25.4 / 72, (height - y) * 25.4 / 72) for x, y in _points(each)]
        mode, has_stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(each.raw, mode, has_stroke)
        stroke, area = _colour(each, raw.FPDFPageObj_GetStrokeColor), _colour(each, raw.FPDFPageObj_GetFillColor)
        if has_stroke.value and stroke in names:
            found[names[stroke]].strokes += points
        elif mode.value and area in names:
            found[names[area]].areas += points
        else:
            found[TABLE].legs += pairwise(points)
    return found


def _points(path: pdfium.PdfObject) -> Iterator[Point]:
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(raw.FPDFPath_CountSegments(path.raw)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path.raw, place), x, y)
        yield matrix.on_point(x.value, y.value)


def _colour(path: pdfium.PdfObject, ask: object) -> int:
    parts = [ctypes.c_uint() for _ in range(4)]
    ask(path.raw, *parts)  # type: ignore[operator]
    red, green, blue = (part.value * STEPS // 256 for part in parts[:3])
    return red * STEPS**2 + green * STEPS + blue


def cut_off(diagram: Diagram, document: bytes) -> list[str]:
    """Cells of the diagram in whose box the PDF does not show every letter, whichever way it breaks the lines.

    Mark and foot have no place in a table, so each format has another one for them.
    """
    pdf = pdfium.PdfDocument(document)
    try:
        return [
            f"page {page.number}: {cell.column} lacks {''.join(lost.elements())!r}"
            for page, printed in zip(diagram.pages, pdf, strict=True)
            for cell, lost in _lost([cell for cell in page.cells if cell.role is not CellRole.NOTE], printed)
            if lost
        ]
    finally:
        pdf.close()


def _lost(cells: Sequence[Cell], page: pdfium.PdfPage) -> Iterator[tuple[Cell, Counter[str]]]:
    height, text = page.get_height(), page.get_textpage()
    for cell in cells:
        left, right = (x * 72 / 25.4 for x in (cell.x, cell.x + cell.width))
        top, bottom = (height - y * 72 / 25.4 for y in (cell.y, cell.y + cell.height))
        shown = text.get_text_bounded(left=left - 1, bottom=bottom - 1, right=right + 1, top=top + 1)
        yield cell, _letters(" ".join(cell.lines)) - _letters(shown)


def _letters(text: str) -> Counter[str]:
    """Without spaces, and without hyphens, which count as another character at the end of a line."""
    return Counter("".join(printable(text).replace("-", "").split()))


@dataclass(frozen=True, slots=True)
class Differences:
    """What LibreOffice shows elsewhere than our drawing, in words; and the largest error in millimetres."""

    faults: list[str]
    worst: float


def differences(procedure: Procedure, diagram: Diagram, pages: list[Page], allowed: float) -> Differences:
    """Every symbol and line of the diagram against the ink of the same name on the same page."""
    names = {key: printable(name) for key, name in symbol_names(procedure, diagram).items()}
    faults, worst = [], 0.0
    for page, ink in zip(diagram.pages, pages, strict=True):
        wanted = [
            (names[page.number, shape.id], _box_error(shape, ink[names[page.number, shape.id]]))
            for shape in page.shapes
        ]
        lines: defaultdict[str, list[list[Point]]] = defaultdict(list)
        for arrow in page.arrows:
            name = flow_name(names[page.number, arrow.source], names[page.number, arrow.target])
            lines[name].append(straightened(arrow.points))
        wanted += [(name, _line_error(drawn, ink[name])) for name, drawn in lines.items()]
        wanted += [
            (f"border of {cell.column}", _border_error(cell, ink[TABLE].legs)) for cell in page.cells if _is_ruled(cell)
        ]
        faults += [f"page {page.number}: {name} is {error:.2f} mm off" for name, error in wanted if error > allowed]
        worst = max([worst, *(error for _, error in wanted)])
    return Differences(faults, worst)


def _box_error(shape: object, ink: Ink) -> float:
    """How far the sides of a symbol are from where they belong."""
    x, y, width, height = (getattr(shape, key) for key in ("x", "y", "width", "height"))
    if not ink.strokes:
        return float("inf")
    xs, ys = zip(*ink.strokes, strict=True)
    sides = ((min(xs), x), (max(xs), x + width), (min(ys), y), (max(ys), y + height))
    return max(abs(drawn - meant) for drawn, meant in sides)


def _line_error(lines: list[list[Point]], ink: Ink) -> float:
    """How far corners are from the ink, and the ink from the lines. A head lies where its line ends."""
    drawn = [*ink.strokes, *ink.areas]
    if not drawn:
        return float("inf")
    missing = max(min(_far(corner, point) for point in drawn) for line in lines for corner in line)
    strokes = (min(_beside(point, line) for line in lines) for point in ink.strokes)
    heads = (min(_far(point, line[-1]) for line in lines) for point in ink.areas)
    return max(missing, *strokes, *(max(0.0, distance - LONGEST_HEAD) for distance in heads))


def _is_ruled(cell: Cell) -> bool:
    """Cells of the table; the mark of a draft is as wide as the columns it stands over."""
    return cell.border and cell.role is not CellRole.NOTE


def _border_error(cell: Cell, legs: list[tuple[Point, Point]]) -> float:
    """How far the middle of each side of a cell is from a drawn line that runs along it."""
    x, y, right, bottom = cell.x, cell.y, cell.x + cell.width, cell.y + cell.height
    across = (x + right) / 2, (y + bottom) / 2
    level = [(a, b) for a, b in legs if abs(a[1] - b[1]) < THIN]
    upright = [(a, b) for a, b in legs if abs(a[0] - b[0]) < THIN]
    middles = [
        ((across[0], y), level),
        ((across[0], bottom), level),
        ((x, across[1]), upright),
        ((right, across[1]), upright),
    ]
    return max(min((_beside(middle, [*leg]) for leg in those), default=float("inf")) for middle, those in middles)


def _far(one: Point, other: Point) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def _beside(point: Point, line: list[Point]) -> float:
    """Distance of a point from the nearest leg."""
    return min(
        max(_outside(point[0], start[0], end[0]), _outside(point[1], start[1], end[1])) for start, end in pairwise(line)
    )


def _outside(value: float, one: float, other: float) -> float:
    return max(min(one, other) - value, 0.0, value - max(one, other))
