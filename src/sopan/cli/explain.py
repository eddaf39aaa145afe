"""sopan explain: the manual page of a rule, on the terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sopan.cli.exits import UNREADABLE
from sopan.cli.speech import say

if TYPE_CHECKING:
    from sopan.checker.rule import Rule


@click.command(
    "explain",
    help="Menjelaskan aturan KODE, misalnya FL-10: apa yang diperiksa, mengapa, dan cara memperbaikinya. "
    "Tanpa KODE: daftar semua aturan; dengan dua huruf pertamanya: daftar satu rumpun.",
)
@click.argument("code", metavar="[KODE]", required=False, default="")
def command(code: str) -> int:
    from sopan.checker.registry import RULES
    from sopan.cli.pages import find, page_of

    found = find(code) if code else RULES
    if len(found) == 1:
        _print_page(page_of(found[0]))
    elif found:
        _print_list(found)
    else:
        click.echo(_unknown(code), err=True)
        return UNREADABLE
    return 0


def _print_page(page: str) -> None:
    page = _FOR_TESTS.sub("```yaml", page)
    if not sys.stdout.isatty():
        click.echo(page)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console(width=min(100, Console().width)).print(Markdown(page))


_FOR_TESTS = re.compile(r"^```yaml temuan=.*$", re.MULTILINE)
"""The head of an example says which steps the rule flags: for the test that runs the page, not for its reader."""


def _print_list(rules: Sequence[Rule]) -> None:
    from sopan.cli.pages import title_of

    for rule in rules:
        click.echo(f"{rule.code}  {title_of(rule)}")


def _unknown(code: str) -> str:
    from sopan.cli.pages import nearest

    names = ", ".join(f"{near.code} ({near.name})" for near in nearest(code))
    hint = (
        say(" Mungkin maksudnya: {daftar}.", daftar=names) if names else say(" Daftar semua aturan: “sopan explain”.")
    )
    return say("Tidak ada aturan “{kode}”.", kode=code) + hint
