"""What is said about documents that were taken over: one by one as they come, and all together at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from sopan.cli.doubts import doubts_in_words
from sopan.cli.files import STDIN
from sopan.cli.records import Done, Ledger, Outcome, Record
from sopan.cli.speech import say

NAMES = 10
"""So many files are named; the report names them all."""


def tell(done: Done, folder: Path) -> None:
    """Names of new files on stdout, doubts on stderr."""
    if done.is_earlier:
        return
    results = done.record.results
    for number, result in enumerate(results, 1):
        label = f"{done.record.name} (SOP {number})" if len(results) > 1 else done.record.name
        for sentence in doubts_in_words(result.reading):
            click.echo(f"{label}: {sentence}", err=True)
        if result.output != STDIN:
            click.echo(str(folder / result.output))


def print_summary(done: Sequence[Done], passed_over: Sequence[str], ledger: Ledger | None) -> None:
    """What could not be read and why; of several documents also how many went how."""
    records = [each.record for each in done]
    lines = list(_unread(records))
    if not done:
        lines.append(say("Tidak ada dokumen Word, Excel, PDF, BPMN, atau CSV di tempat yang disebut."))
    elif len(done) + len(passed_over) != 1:
        lines += _counts(records)
    lines += _remarks(sum(each.is_earlier for each in done), passed_over, ledger)
    for line in lines:
        click.echo(line, err=True)


def _unread(records: Sequence[Record]) -> Iterator[str]:
    """The documents with their reason, which is told once for all of them."""
    by_reason: dict[str, list[str]] = {}
    for record in records:
        if record.outcome is Outcome.UNREADABLE:
            by_reason.setdefault(record.message, []).append(record.name)
    for reason, names in by_reason.items():
        yield f"{_named(names)}: {reason}"


def _counts(records: Sequence[Record]) -> Iterator[str]:
    outcomes = [record.outcome for record in records]
    yield say(
        "{jumlah} berkas: {baik} terbaca baik, {lihat} perlu dilihat, {tak_terbaca} tidak terbaca.",
        jumlah=len(outcomes),
        baik=outcomes.count(Outcome.READ),
        lihat=outcomes.count(Outcome.LOOK),
        tak_terbaca=outcomes.count(Outcome.UNREADABLE),
    )


def _remarks(earlier: int, passed_over: Sequence[str], ledger: Ledger | None) -> Iterator[str]:
    if earlier:
        yield say("{jumlah} di antaranya sudah selesai sebelumnya dan tidak dibaca ulang.", jumlah=earlier)
    if passed_over:
        named = _named(passed_over)
        yield say("{jumlah} berkas lain bukan dokumen, jadi dilewati: {daftar}.", jumlah=len(passed_over), daftar=named)
    if ledger and ledger.folder.is_dir():
        yield say("Laporan setiap berkas ada di {folder}.", folder=ledger.folder)


def _named(names: Sequence[str]) -> str:
    listed = ", ".join(names[:NAMES])
    return f"{listed}, …" if len(names) > NAMES else listed
