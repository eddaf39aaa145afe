"""sopan diff: what changed between two procedures, row by row and word by word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from rich.text import Text

from sopan.cli.exits import UNREADABLE
from sopan.cli.speech import say
from sopan.domain.comparison import FieldChange, Mark, Pieces, Redline, RowChange, RowState, Sentence, redline

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {Mark.SAME: "", Mark.ADDED: "green underline", Mark.REMOVED: "red strike"}
_BRACKETS = {Mark.SAME: ("", ""), Mark.ADDED: ("{+", "+}"), Mark.REMOVED: ("[-", "-]")}
"""Where there is no colour, as `git diff --word-diff` does it."""
_STATES = {
    RowState.CHANGED: "berubah",
    RowState.ADDED: "baru",
    RowState.REMOVED: "dihapus",
    RowState.MOVED: "dipindah",
}
_STATE_STYLES = {
    RowState.CHANGED: "bold yellow",
    RowState.ADDED: "bold green",
    RowState.REMOVED: "bold red",
    RowState.MOVED: "bold blue",
}


@click.command(
    "diff",
    help="Membandingkan dua SOP: halaman identitas, langkah demi langkah, kata demi kata, dan alurnya. Langkah "
    "dikenali dari isinya, juga bila kedua berkas ditulis terpisah.",
)
@click.argument("old_file", metavar="LAMA")
@click.argument("new_file", metavar="BARU")
@click.option("--all", "everything", is_flag=True, help="Menampilkan juga langkah yang tidak berubah.")
def command(old_file: str, new_file: str, everything: bool) -> int:
    from rich.console import Console

    from sopan.cli.inputs import Trouble, source_of

    old, new = source_of(old_file), source_of(new_file)
    troubles = [each for each in (old, new) if isinstance(each, Trouble)]
    for trouble in troubles:
        click.echo(str(trouble), err=True)
    if isinstance(old, Trouble) or isinstance(new, Trouble):
        return UNREADABLE
    console = Console(highlight=False, emoji=False, markup=False)
    for line in _lines(redline(old.procedure, new.procedure), console, everything=everything):
        console.print(line, soft_wrap=True)
    return 0


def _lines(found: Redline, console: Console, *, everything: bool) -> Iterator[Text]:
    yield Text(_said(found.summary), "bold")
    if found.page:
        yield Text()
        yield Text(say("Halaman identitas"), "bold")
    for change in found.page:
        yield from _field_lines(change, console)
    for remark in found.remarks:
        yield Text("  " + _said(remark))
    for row in found.rows:
        if everything or row.state is not RowState.UNCHANGED:
            yield from _row_lines(row, console)


def _row_lines(row: RowChange, console: Console) -> Iterator[Text]:
    nomor = row.new_nomor or row.old_nomor
    if row.old_nomor and row.new_nomor and row.old_nomor != row.new_nomor:
        nomor = say("{baru} (tadinya {lama})", baru=row.new_nomor, lama=row.old_nomor)
    heading = Text.assemble((say("Langkah {nomor}", nomor=nomor), "bold"), "  ", row.kegiatan)
    if row.state in _STATES:
        heading.append("  " + say(_STATES[row.state]), _STATE_STYLES[row.state])
    if row.is_moved and row.state is RowState.CHANGED:
        heading.append(", " + say("dipindah"), _STATE_STYLES[RowState.MOVED])
    yield Text()
    yield heading
    for change in row.cells:
        yield from _field_lines(change, console)
    for sentence in row.flow:
        yield Text("  " + _said(sentence))


def _field_lines(change: FieldChange, console: Console) -> Iterator[Text]:
    """The heading and what stands there; a list goes on below, item by item."""
    first, *more = _marked(change.pieces, plain=console.color_system is None).split("\n")
    yield Text.assemble("  ", (_said(change.heading) + ": ", "dim"), first)
    for line in more:
        yield Text.assemble("    ", line)


def _marked(pieces: Pieces, *, plain: bool) -> Text:
    text = Text()
    for piece in pieces:
        before, after = _BRACKETS[piece.mark] if plain else ("", "")
        text.append(f"{before}{piece.text}{after}", _STYLES[piece.mark])
    return text


def _said(sentence: Sentence) -> str:
    return say(sentence.sentence, **sentence.parameters)
