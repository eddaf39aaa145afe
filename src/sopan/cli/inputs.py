"""Reading what a command was given, so that one bad file never stops the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from sopan.api import Source, read, read_all
from sopan.cli.files import STDIN, Gathered, gather
from sopan.cli.speech import say, why_not
from sopan.domain.errors import UnreadableSource

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why a file could not be used, in the language of this run."""

    name: str
    text: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.name}{place}: {self.text}"


def gathered(arguments: Iterable[str]) -> Gathered:
    """The inputs behind the arguments; folders that hold none are named on stderr."""
    found = gather(arguments)
    for folder in found.empty_folders:
        click.echo(say("Folder “{nama}” tidak memuat berkas .sop.yaml.", nama=folder), err=True)
    return found


def sources_of(name: str) -> dict[str, Source | Trouble]:
    """The procedures in the file of this name, `-` for stdin; or why there are none.

    Each stands under the name by which it is told: that of the file, with its number where there are several.
    """
    found = _tried(read_all, name)
    if isinstance(found, Trouble):
        return {name: found}
    if len(found) == 1:
        return {name: found[0]}
    return {f"{name} (SOP {number})": source for number, source in enumerate(found, 1)}


def source_of(name: str) -> Source | Trouble:
    """The only procedure in the file of this name, `-` for stdin; or why there is none to use."""
    return _tried(read, name)


def _tried(read: Callable[..., Result], name: str) -> Result | Trouble:
    try:
        return read(sys.stdin.buffer.read(), folder=Path()) if name == STDIN else read(name)
    except UnreadableSource as refusal:
        return trouble_of(name, refusal)
    except OSError as trouble:
        return Trouble(name=name, text=why_not(trouble))


def trouble_of(name: str, refusal: UnreadableSource) -> Trouble:
    """The refusal as it is told to a person."""
    text = say(refusal.sentence, **refusal.parameters)
    return Trouble(name=name, text=text, line=refusal.line, column=refusal.column)


def died(name: str) -> Trouble:
    """What is said about a file whose worker process ended without an answer."""
    return Trouble(name=name, text=say("Pengolahan berkas ini terhenti. Kemungkinan memori tidak cukup."))
