"""Where everything stands in the drawings of the shipped examples, as text: one line for each thing, in millimetres.

    python -m tools.snapshots            show what differs from the snapshots
    python -m tools.snapshots --renew    write today's drawings down, after somebody has looked at the pictures

Run with `src` on the path. To look: `./sopan render src/sopan/examples -o FOLDER`, before the change and after it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

from sopan import api
from sopan.flowchart.diagram import Arrow, Cell, Diagram, Lane, Page, Picture, Row, Shape

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "src" / "sopan" / "flowchart" / "tests" / "snapshots"
SHEET = "f4"


def taken() -> Mapping[str, str]:
    """What was drawn when somebody last looked, by the name of the example."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}


def drawn() -> Mapping[str, str]:
    """What is drawn today."""
    examples = sorted((ROOT / "src" / "sopan" / "examples").glob("*.sop.yaml"))
    return {
        path.name.removesuffix(".sop.yaml"): snapshot(api.lay_out(api.read(path).procedure, SHEET)) for path in examples
    }


def snapshot(diagram: Diagram) -> str:
    """The diagram as text. A hundredth of a millimetre is all that is told: nobody sees less."""
    return "".join(f"{line.rstrip()}\n" for page in diagram.pages for line in _page(page))


def _page(page: Page) -> Iterator[str]:
    yield f"page {page.number} {page.kind}  {_mm(page.area_x, page.area_y, page.area_width, page.area_height)}"
    yield from map(_lane, page.lanes)
    yield from map(_row, page.rows)
    yield from (_cell(cell) for cell in page.cells if any(cell.lines))
    yield from map(_picture, page.pictures)
    yield from map(_shape, page.shapes)
    for arrow in page.arrows:
        yield from _arrow(arrow)


def _lane(lane: Lane) -> str:
    return f"lane  {_mm(lane.x, lane.width)}  {lane.pelaksana}"


def _row(row: Row) -> str:
    return f"row {row.step}  {_mm(row.y, row.height)}"


def _cell(cell: Cell) -> str:
    name = f"{cell.column} {cell.step}" if cell.step else cell.column
    return f"cell {name}  {_mm(cell.x, cell.y, cell.width, cell.height)}  {cell.size:g} pt  {' | '.join(cell.lines)}"


def _picture(picture: Picture) -> str:
    return f"picture {picture.kind}  {_mm(picture.x, picture.y, picture.width, picture.height)}"


def _shape(shape: Shape) -> str:
    return f"{shape.kind} {shape.id}  {_mm(shape.x, shape.y, shape.width, shape.height)}  {shape.text}"


def _arrow(arrow: Arrow) -> Iterator[str]:
    yield f"{arrow.kind} {arrow.source} → {arrow.target}  {', '.join(_mm(*point) for point in arrow.points)}"
    if arrow.label:
        label = arrow.label
        yield f"label  {_mm(label.x, label.y, label.width, label.height)}  {' | '.join(label.lines)}"


def _mm(*lengths: float) -> str:
    return " ".join(f"{length:.2f}" for length in lengths)


def main() -> int:
    """Show the differences, or renew the snapshots."""
    before, now = taken(), drawn()
    if "--renew" in sys.argv:
        for name, text in now.items():
            (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")
        for name in before.keys() - now.keys():
            (FOLDER / f"{name}.txt").unlink()
        return 0
    for name in sorted(before.keys() | now.keys()):
        sys.stdout.writelines(
            unified_diff(before.get(name, "").splitlines(True), now.get(name, "").splitlines(True), name, name, n=0)
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
