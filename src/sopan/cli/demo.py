"""sopan demo: the shipped examples, checked, printed and shown as a page. The web application takes this over later."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopan.cli.files import TEXT_SUFFIX, stem, write_whole
from sopan.cli.speech import say

if TYPE_CHECKING:
    from sopan.api import Source
    from sopan.checker.report import Report
    from sopan.cli.demo_page import Shown

EXAMPLES = Path(__file__).parent.parent / "examples"
EMBLEM = "lambang.svg"
INDEX = "index.html"


@click.command(
    "demo",
    help="Memeriksa dan mencetak contoh-contoh SOP yang disertakan ke dalam sebuah folder, menulis halaman yang "
    "menampilkannya, lalu membuka halaman itu.",
)
@click.option(
    "-o",
    "--output",
    metavar="FOLDER",
    default="sopan-demo",
    help="Tempat hasil; bawaannya folder sopan-demo di sini.",
)
@click.option("--open/--no-open", "wants_browser", default=True, help="Membuka halamannya di peramban, atau tidak.")
def command(output: str, wants_browser: bool) -> int:
    from sopan.cli.demo_page import page

    folder = Path(output)
    texts = {path.name: path.read_bytes() for path in sorted(EXAMPLES.glob(f"*{TEXT_SUFFIX}"))}
    shown = [_made(name, data, folder) for name, data in texts.items()]
    shown.sort(key=lambda each: len(each.source.procedure.steps))
    faulty = _made(FAULTY, spoiled(texts[SPOILED]), folder)
    write_whole(folder / EMBLEM, (EXAMPLES / EMBLEM).read_bytes())
    write_whole(folder / INDEX, page(shown, faulty, emblem=EMBLEM).encode())
    click.echo(say("{jumlah} contoh SOP diperiksa dan dicetak. Halamannya:", jumlah=len(shown)), err=True)
    click.echo(str((folder / INDEX).resolve()))
    if wants_browser:
        _open(folder / INDEX)
    return 0


SPOILED = f"penanganan-surat-masuk{TEXT_SUFFIX}"
FAULTY = f"penanganan-surat-masuk-keliru{TEXT_SUFFIX}"
FAULTS = {
    "judul: Penanganan Surat Masuk": "judul: Penanganan Surat Masuk (Sengaja Dibuat Keliru)",
    '    Tidak: "3"\n': "",
    "kegiatan: Menulis saran penanganan": "kegiatan: Sekretaris Dinas menulis saran penanganan",
    "waktu: 1 jam": "waktu: secepatnya",
    "kegiatan: Mengarsipkan salinan": "kegiatan: Pengarsipan salinan",
}
"""What is wrong on purpose in one copy of an example, so that the page shows what the checker says."""


def spoiled(text: bytes) -> bytes:
    """The example with its faults."""
    for right, wrong in FAULTS.items():
        text = text.replace(right.encode(), wrong.encode(), 1)
    return text


def _made(file: str, text: bytes, folder: Path) -> Shown:
    """Check and print one example; its files lie in `folder`, ready to be shown."""
    from sopan.api import check, lay_out, read
    from sopan.checker.rule import Gate
    from sopan.cli.demo_page import Shown

    name = stem(file)
    click.echo(say("Mencetak {nama} …", nama=name), err=True)
    source = read(text, folder=EXAMPLES)
    diagram = lay_out(source.procedure)
    shown = Shown(
        name=name,
        source=source,
        report=check(source.procedure, gate=Gate.REVIEW),
        diagram=diagram,
        pages=[f"{name}-{number}.svg" for number in range(1, len(diagram.pages) + 1)],
        text_file=file,
        pdf_file=f"{name}.pdf",
        json_file=f"{name}.json",
        report_file=f"{name}.laporan.txt",
    )
    for made, data in _contents(shown, text).items():
        write_whole(folder / made, data)
    return shown


def _contents(shown: Shown, text: bytes) -> Mapping[str, bytes]:
    """Every file of one example."""
    from sopan.writers import svg
    from sopan.writers.choose import write

    procedure, diagram, logo = shown.source.procedure, shown.diagram, shown.source.logo()
    pictures = (svg.write(procedure, diagram, page.number, logo=logo) for page in diagram.pages)
    return {
        shown.text_file: text,
        shown.pdf_file: write(procedure, diagram, "pdf", logo=logo)[0],
        shown.json_file: write(procedure, diagram, "json", logo=logo)[0],
        shown.report_file: _report_text(shown.text_file, shown.source, shown.report).encode(),
        **{file: picture.encode() for file, picture in zip(shown.pages, pictures, strict=True)},
    }


def _report_text(name: str, source: Source, report: Report) -> str:
    from rich.console import Console

    from sopan.cli.reporting import print_report

    out = StringIO()
    print_report(Console(file=out, width=110, color_system=None), name, source, report, everything=True)
    return out.getvalue()


def _open(page: Path) -> None:
    """Show the page where there is a browser; the path has been printed for where there is none."""
    import os
    import webbrowser

    has_screen = not sys.platform.startswith("linux") or {"DISPLAY", "WAYLAND_DISPLAY", "BROWSER"} & os.environ.keys()
    if not has_screen:
        return
    os.environ.pop("LANGUAGE", None)  # ours, not the browser's
    webbrowser.open(page.resolve().as_uri())
