"""sopan fmt: one way of writing for everybody's files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sopan.cli.exits import FOUND_ERRORS, UNREADABLE
from sopan.cli.files import STDIN, SUFFIXES, write_whole
from sopan.cli.speech import say, why_not
from sopan.domain.errors import UnreadableSource


@click.command(
    "fmt",
    help="Merapikan penulisan berkas .sop.yaml: urutan kunci, indentasi, dan tanda kutip menjadi seragam. "
    "Isi dan komentar tetap. Tanda “-” membaca dari masukan standar.",
)
@click.argument("files", metavar="BERKAS|FOLDER…", nargs=-1, required=True)
@click.option(
    "--check", "only_check", is_flag=True, help="Hanya menyebutkan berkas yang belum rapi; tidak mengubahnya."
)
def command(files: tuple[str, ...], only_check: bool) -> int:
    from sopan.cli.inputs import gathered

    inputs = gathered(files).inputs
    return max((_tidy(name, only_check=only_check) for name in inputs), default=0)


def _tidy(name: str, *, only_check: bool) -> int:
    from sopan.api import bytes_of
    from sopan.cli.inputs import Trouble, trouble_of
    from sopan.domain.codec import format_text

    try:
        if name.lower().endswith(SUFFIXES[-1]):
            return 0
        before = sys.stdin.buffer.read() if name == STDIN else bytes_of(Path(name))
        after = format_text(before).encode()
        return _settle(name, before, after, only_check=only_check)
    except UnreadableSource as refusal:
        trouble = trouble_of(name, refusal)
    except OSError as refusal:
        trouble = Trouble(name=name, text=why_not(refusal))
    click.echo(str(trouble), err=True)
    return UNREADABLE


def _settle(name: str, before: bytes, after: bytes, *, only_check: bool) -> int:
    if only_check:
        if before != after:
            click.echo(say("{nama}: belum rapi. Rapikan dengan “sopan fmt”.", nama=name))
        return FOUND_ERRORS if before != after else 0
    if name == STDIN:
        sys.stdout.buffer.write(after)
    elif before != after:
        write_whole(Path(name), after)
        click.echo(say("{nama}: dirapikan.", nama=name))
    return 0
