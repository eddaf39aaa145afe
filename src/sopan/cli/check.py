"""sopan check: what should be improved, file by file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopan.cli.examined import Examined
from sopan.cli.exits import FOUND_ERRORS, UNREADABLE
from sopan.cli.speech import say

if TYPE_CHECKING:
    from sopan.api import Source
    from sopan.checker.profile import Profile
    from sopan.checker.report import Report
    from sopan.checker.rule import Context, Gate
    from sopan.cli.inputs import Trouble
    from sopan.domain import Procedure

GATES = {"tulis": "WRITING", "telaah": "REVIEW", "pengesahan": "RATIFICATION", "terbit": "PUBLICATION"}
WORKERS_PAY_OFF_ABOVE = 2000
"""Measured: below this, loading the rules in each worker costs more than a second core saves."""
FORMATS = ("text", "json", "sarif", "junit")


@click.command(
    "check",
    help="Memeriksa BERKAS, atau semua berkas .sop.yaml dalam FOLDER, dan menyebutkan apa yang perlu diselaraskan, "
    "di mana, dan mengapa. Berkas yang disebut boleh juga Word, Excel, PDF, BPMN, atau CSV. Dalam satu folder SOP juga "
    "dibandingkan satu sama lain. Tanda “-” membaca dari masukan standar. Kode keluar: 0 selaras, 1 ada kesalahan, "
    "2 ada berkas yang tidak terbaca.",
)
@click.argument("files", metavar="BERKAS|FOLDER…", nargs=-1, required=True)
@click.option("--format", "to", type=click.Choice(FORMATS), default="text", help="Bentuk laporan; bawaannya text.")
@click.option(
    "--gate",
    type=click.Choice(tuple(GATES)),
    help="Tahap yang akan dilewati SOP. Bawaannya menurut status: draf berada pada tahap tulis.",
)
@click.option(
    "--profile",
    "profile_file",
    metavar="BERKAS",
    help="Berkas YAML berisi aturan yang dipakai instansi, seberapa ketat, dan dengan parameter apa.",
)
@click.option("--all", "everything", is_flag=True, help="Menampilkan semua temuan, bukan lima yang terpenting saja.")
def command(files: tuple[str, ...], to: str, gate: str | None, profile_file: str | None, everything: bool) -> int:
    from sopan.cli.inputs import gathered, sources_of, trouble_of
    from sopan.domain.errors import UnreadableSource

    names = gathered(files).inputs
    try:
        profile = _profile(profile_file)
    except UnreadableSource as refusal:
        click.echo(str(trouble_of(profile_file or "", refusal)), err=True)
        return UNREADABLE
    sources = {told: source for name in names for told, source in sources_of(name).items()}
    examined = _examine(sources, gate=gate, profile=profile)
    _show(examined, to, everything=everything)
    return max((each.exit_code for each in examined), default=UNREADABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """What every worker needs to check any of the procedures."""

    procedures: tuple[Procedure, ...]
    profile: Profile
    gate: Gate | None
    context: Context
    """Holds what is found out about the folder, once for each worker."""


def _examine(sources: dict[str, Source | Trouble], *, gate: str | None, profile: Profile) -> list[Examined]:
    from sopan.api import Source
    from sopan.checker.rule import Context, Gate
    from sopan.cli.inputs import died
    from sopan.cli.workers import Work

    readable = [(name, source) for name, source in sources.items() if isinstance(source, Source)]
    shared = _Shared(
        procedures=tuple(source.procedure for _, source in readable),
        profile=profile,
        gate=Gate[GATES[gate]] if gate else None,
        context=Context(today=date.today()),  # noqa: DTZ011  the day on the wall of the office that asks
    )
    work: Work[int, _Shared, Report | Trouble] = Work(
        do=_report,
        shared=shared,
        if_it_dies=lambda place: died(readable[place][0]),
        pays_off_above=WORKERS_PAY_OFF_ABOVE,
    )
    answers = dict(
        zip((name for name, _ in readable), work.on(range(len(readable)), label=say("Memeriksa")), strict=True)
    )
    return [_examined(name, source, answers.get(name)) for name, source in sources.items()]


def _examined(name: str, source: Source | Trouble, answer: Report | Trouble | None) -> Examined:
    from sopan.api import Source
    from sopan.checker.report import Report

    if isinstance(source, Source) and isinstance(answer, Report):
        return Examined(name=name, source=source, report=answer)
    trouble = source if not isinstance(source, Source) else answer if not isinstance(answer, Report) else None
    return Examined(name=name, trouble=trouble)


def _report(place: int, shared: _Shared) -> Report:
    from sopan.checker.report import amid, check
    from sopan.checker.rule import Gate

    procedure = shared.procedures[place]
    neighbours = amid(shared.procedures, place, shared.context)
    return check(procedure, shared.profile, neighbours, shared.gate or Gate.of(procedure.status))


def _profile(name: str | None) -> Profile:
    """The profile in the file of this name; raises UnreadableSource or OSError."""
    from sopan.checker.profile import DEFAULT, decode_profile

    if name is None:
        return DEFAULT
    import yaml

    from sopan.api import bytes_of
    from sopan.domain.errors import UnreadableSource

    try:
        return decode_profile(yaml.load(bytes_of(Path(name)), Loader=yaml.BaseLoader))  # noqa: S506  text only
    except (yaml.YAMLError, RecursionError) as refusal:
        raise UnreadableSource("Profil “{nama}” bukan YAML yang benar. Periksa indentasinya.", nama=name) from refusal


def _show(examined: list[Examined], to: str, *, everything: bool) -> None:
    if to == "text":
        _show_text(examined, everything=everything)
        return
    from sopan.cli.machine_formats import WRITERS

    click.echo(WRITERS[to](examined))


def _show_text(examined: list[Examined], *, everything: bool) -> None:
    from rich.console import Console

    from sopan.cli.reporting import print_report

    console = Console(highlight=False, emoji=False, markup=False)
    for each in examined:
        if each.source and each.report:
            print_report(console, each.name, each.source, each.report, everything=everything)
        elif each.trouble:
            click.echo(str(each.trouble), err=True)
    if len(examined) > 1:
        console.print(_sum(examined), soft_wrap=True)


def _sum(examined: list[Examined]) -> str:
    codes = [each.exit_code for each in examined]
    return say(
        "{jumlah} berkas diperiksa: {selaras} selaras, {perlu} perlu diselaraskan, {tak_terbaca} tidak terbaca.",
        jumlah=len(codes),
        selaras=codes.count(0),
        perlu=codes.count(FOUND_ERRORS),
        tak_terbaca=codes.count(UNREADABLE),
    )
