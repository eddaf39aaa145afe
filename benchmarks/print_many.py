"""A thousand procedures to PDF by the command line, against the same content through WeasyPrint.

    python benchmarks/print_many.py [how many]

Both sides get the same procedures of 12 steps: SOPAN as `.sop.yaml` files, checked by `sopan check` and printed by
`sopan render --to pdf`, each in one call that uses all cores; WeasyPrint as HTML with the same tables and the same
drawing as SVG, in one process, as a web application would do it. WeasyPrint gets a sample, since it is slow, in the
middle of the run; its time for a document is compared with SOPAN's.
"""

from __future__ import annotations

import html
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "src")]

from specimens import a_procedure

from sopan import api
from sopan.domain import Procedure
from sopan.domain.codec import encode_text
from sopan.flowchart.diagram import CellRole, Page

SAMPLE = 24
STEPS = 12


def main() -> None:
    """Print seconds, documents a second, and the ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "asal"), Path(folder, "cetak")
        source.mkdir()
        for number in range(count):
            text = encode_text(a_procedure(STEPS, number=number))
            (source / f"sop-{number:04}.sop.yaml").write_text(text, encoding="utf-8")
        checked = _command("check", str(source), "--format", "json")
        other = _weasyprint(SAMPLE)
        printed = _command("render", str(source), "--to", "pdf", "-o", str(target))
        made = len(list(target.glob("*.pdf")))
    ours = (checked + printed) / count
    print(f"sopan check:  {checked:7.1f} s for {count} procedures")
    print(f"sopan render: {printed:7.1f} s for {made} PDF files, {made / printed:.1f} a second")
    print(f"together:     {1 / ours:7.1f} a second, {ours * 1000:.1f} ms each")
    print(f"WeasyPrint:   {1 / other:7.1f} a second, {other * 1000:.1f} ms each (sample of {SAMPLE})")
    print(f"ratio:        {other / ours:7.1f}")


def _command(*words: str) -> float:
    start = time.perf_counter()
    run = subprocess.run([sys.executable, "-m", "sopan", *words], cwd=ROOT, env=_environment(), capture_output=True)
    if run.returncode > 1:
        sys.exit(run.stderr.decode() or f"sopan {words[0]} ended with {run.returncode}")
    return time.perf_counter() - start


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def _weasyprint(count: int) -> float:
    """Seconds for one document, after one that warms it up."""
    from weasyprint import HTML

    pages = [_as_html(a_procedure(STEPS, number=number)) for number in range(count + 1)]
    HTML(string=pages.pop()).write_pdf()
    start = time.perf_counter()
    for page in pages:
        HTML(string=page).write_pdf()
    return (time.perf_counter() - start) / count


def _as_html(procedure: Procedure) -> str:
    """The same document: each page's texts as one HTML table, its symbols and lines as one picture over it."""
    pages = "".join(f"<section>{_table(page)}{_picture(page)}</section>" for page in api.lay_out(procedure, "f4").pages)
    style = "@page{size:330mm 215mm;margin:14mm} td{border:.25mm solid;font:9pt Arimo,Arial} section{break-after:page}"
    return f"<style>{style}</style><title>{html.escape(procedure.identity.judul)}</title>{pages}"


def _table(page: Page) -> str:
    rows: dict[float, list[str]] = {}
    for cell in page.cells:
        if cell.role is not CellRole.NOTE:
            rows.setdefault(round(cell.y, 2), []).append(f"<td>{html.escape(' '.join(cell.lines))}</td>")
    return "<table>" + "".join(f"<tr>{''.join(cells)}</tr>" for _, cells in sorted(rows.items())) + "</table>"


def _picture(page: Page) -> str:
    boxes = "".join(
        f'<rect x="{s.x}" y="{s.y}" width="{s.width}" height="{s.height}" fill="none" stroke="black"/>'
        for s in page.shapes
    )
    lines = "".join(
        f'<polyline points="{" ".join(f"{x},{y}" for x, y in arrow.points)}" fill="none" stroke="black"/>'
        for arrow in page.arrows
    )
    return f'<svg viewBox="0 0 330 215" width="330mm" height="215mm">{boxes}{lines}</svg>' if page.shapes else ""


if __name__ == "__main__":
    main()
