"""sopan render: procedures become documents."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from sopan.cli.exits import UNREADABLE
from sopan.cli.files import STDIN, is_one_of, output_paths, write_whole
from sopan.cli.speech import say, why_not
from sopan.domain.errors import LayoutError, UnreadableSource
from sopan.writers.choose import FORMATS

if TYPE_CHECKING:
    from sopan.api import Source
    from sopan.cli.inputs import Trouble
    from sopan.flowchart.diagram import Diagram

Thing = TypeVar("Thing")
SHEETS = ("f4", "a4", "legal", "letter")
STDOUT = "-"
WORKERS_PAY_OFF_ABOVE = 16
"""Measured: below this, loading the printer in each worker costs more than a second core saves."""


@click.command(
    "render",
    help="Mencetak BERKAS, atau semua berkas .sop.yaml dalam FOLDER. Berkas yang disebut boleh juga Word, Excel, PDF, "
    "BPMN, atau CSV. Hasil diberi nama menurut berkas asalnya, di "
    "samping berkas itu atau di tempat yang disebut dengan -o. Tanda “-” membaca dari masukan standar.",
)
@click.argument("files", metavar="BERKAS|FOLDER…", nargs=-1, required=True)
@click.option("--to", type=click.Choice(tuple(FORMATS)), default="pdf", help="Bentuk hasil; bawaannya pdf.")
@click.option(
    "--sheet",
    type=click.Choice(SHEETS),
    default=None,
    help="Kertas, mendatar. Bawaannya yang tertulis pada tata_letak, atau f4.",
)
@click.option(
    "-o",
    "--output",
    metavar="BERKAS|FOLDER",
    help="Tempat hasil: sebuah berkas, sebuah folder, atau “-” untuk keluaran standar.",
)
@click.option(
    "--verification",
    metavar="ALAMAT",
    default="",
    help="Alamat tempat keaslian dokumen dapat diperiksa; dicetak sebagai kode QR.",
)
def command(files: tuple[str, ...], to: str, sheet: str | None, output: str | None, verification: str) -> int:
    from sopan.cli.inputs import died, gathered
    from sopan.cli.workers import Work

    names = gathered(files).inputs
    wish = Wish(to=to, sheet=sheet or "", verification=verification)
    jobs = [Job(name, target) for name, target in zip(names, _targets(names, to, output), strict=True)]
    work = Work(
        do=rendered,
        shared=wish,
        if_it_dies=lambda job: Rendered(trouble=died(job.name)),
        pays_off_above=WORKERS_PAY_OFF_ABOVE,
    )
    code = 0 if jobs else UNREADABLE
    for job, result in zip(jobs, work.on(jobs, label=say("Mencetak")), strict=True):
        code = max(code, UNREADABLE if result.trouble else 0)
        _tell(job, result)
    return code


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked of every document."""

    to: str
    sheet: str = ""
    verification: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One input and where its document goes; None: to stdout."""

    name: str
    target: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What came of one job: files, remarks in the language of this run, or trouble."""

    written: tuple[Path, ...] = ()
    remarks: tuple[str, ...] = ()
    trouble: Trouble | None = None


def _targets(names: tuple[str, ...], to: str, output: str | None) -> list[Path | None]:
    """Where the outputs go. Raises click.UsageError when that would overwrite an input or pile up on one file."""
    if output == STDOUT or (output is None and names == (STDIN,)):
        if len(names) > 1 or to == "png":
            raise click.UsageError(say("Keluaran standar hanya untuk satu berkas. Sebutkan folder dengan -o FOLDER."))
        return [None for _ in names]
    if output is None or _is_folder(output, len(names)):
        return list(output_paths(names, FORMATS[to].extension, output))
    target = _with_extension(Path(output), to)
    if is_one_of(target, names):
        raise click.UsageError(say("“{nama}” adalah berkas masukan. Pilih nama lain untuk hasilnya.", nama=output))
    return [target for _ in names]


def _is_folder(output: str, inputs: int) -> bool:
    return inputs != 1 or output.endswith(("/", os.sep)) or Path(output).is_dir()


def _with_extension(path: Path, to: str) -> Path:
    """`surat` becomes `surat.pdf`. What is there and is no file, such as /dev/stdout, keeps its name."""
    is_special = path.exists() and not path.is_file()
    return path if path.suffix or is_special else path.with_suffix(FORMATS[to].extension)


def rendered(job: Job, wish: Wish) -> Rendered:
    """Read, lay out, print and write one document. Never raises."""
    from sopan.cli.inputs import Trouble, sources_of, trouble_of

    sources = sources_of(job.name).values()
    trouble = next((source for source in sources if isinstance(source, Trouble)), None)
    if trouble:
        return Rendered(trouble=trouble)
    try:
        return _all_printed(job, wish, [source for source in sources if not isinstance(source, Trouble)])
    except UnreadableSource as refusal:
        return Rendered(trouble=trouble_of(job.name, refusal))
    except LayoutError:
        text = say("Kertas ini terlalu kecil untuk digambari. Pilih kertas lain dengan --sheet.")
        return Rendered(trouble=Trouble(name=job.name, text=text))
    except OSError as refusal:
        return Rendered(trouble=Trouble(name=job.name, text=why_not(refusal)))


def _all_printed(job: Job, wish: Wish, sources: list[Source]) -> Rendered:
    """One document for each procedure of the file: `name.pdf`, or `name-1.pdf`, `name-2.pdf`, …"""
    if len(sources) == 1:
        return _printed(job, wish, sources[0])
    if job.target is None:
        raise UnreadableSource("Berkas ini memuat beberapa SOP. Sebutkan folder untuk hasilnya dengan -o FOLDER.")
    printed = [_printed(Job(job.name, target), wish, source) for target, source in _numbered(job.target, sources)]
    return Rendered(
        written=tuple(path for each in printed for path in each.written),
        remarks=tuple(remark for each in printed for remark in each.remarks),
    )


def _printed(job: Job, wish: Wish, source: Source) -> Rendered:
    from sopan.api import lay_out
    from sopan.writers.choose import write

    remarks: list[str] = []
    try:
        logo = source.logo()
    except UnreadableSource as refusal:
        logo = None
        remarks.append(say(refusal.sentence, **refusal.parameters))
    diagram = lay_out(source.procedure, wish.sheet, verification=bool(wish.verification))
    remarks += said_by(diagram)
    files = write(source.procedure, diagram, wish.to, logo=logo, verification=wish.verification)
    return Rendered(written=_written(job.target, files), remarks=tuple(remarks))


def said_by(diagram: Diagram) -> list[str]:
    """What the engine had to give up, in the language of this run."""
    return [say(warning.sentence, **warning.parameters) for warning in diagram.warnings]


def _written(target: Path | None, files: tuple[bytes, ...]) -> tuple[Path, ...]:
    """One file under its name, several as `name-1.png`, `name-2.png`, …"""
    if target is None:
        for data in files:
            sys.stdout.buffer.write(data)
        return ()
    named = [(target, files[0])] if len(files) == 1 else _numbered(target, files)
    for path, data in named:
        write_whole(path, data, is_copy=True)
    return tuple(path for path, _ in named)


def _numbered(target: Path, things: Sequence[Thing]) -> list[tuple[Path, Thing]]:
    """`name-1.png`, `name-2.png`, … for the things in their order."""
    names = (target.with_name(f"{target.stem}-{number}{target.suffix}") for number in count(1))
    return list(zip(names, things, strict=False))


def _tell(job: Job, result: Rendered) -> None:
    for remark in result.remarks:
        click.echo(f"{job.name}: {remark}", err=True)
    if result.trouble:
        click.echo(str(result.trouble), err=True)
    for path in result.written:
        click.echo(str(path), err=job.target is None)
