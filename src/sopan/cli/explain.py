"""sopan explain: the manual page of a rule, on the terminal."""

from __future__ import annotations

import sys

import click

from sopan.cli.speech import say


@click.command(
    "explain",
    help="Menjelaskan aturan KODE, misalnya FL-10: apa yang diperiksa, mengapa, dan cara memperbaikinya. "
    "Tanpa KODE: daftar semua aturan.",
)
@click.argument("code", metavar="[KODE]", required=False, default="")
def command(code: str) -> int:
    from sopan.cli.pages import find, nearest, page_of

    if not code:
        _print_list()
        return 0
    rule = find(code)
    if rule is None:
        names = ", ".join(f"{near.code} ({near.name})" for near in nearest(code))
        hint = say(" Mungkin maksudnya: {daftar}.", daftar=names) if names else ""
        click.echo(say("Tidak ada aturan “{kode}”.", kode=code) + hint, err=True)
        return 2
    _print_page(page_of(rule))
    return 0


def _print_page(page: str) -> None:
    if not sys.stdout.isatty():
        click.echo(page)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console(width=min(100, Console().width)).print(Markdown(page))


def _print_list() -> None:
    from sopan.checker.registry import RULES
    from sopan.cli.pages import title_of

    for rule in RULES:
        click.echo(f"{rule.code}  {title_of(rule)}")
