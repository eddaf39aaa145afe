"""sopan import: documents of other programs become procedures."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopan.cli.exits import UNREADABLE
from sopan.cli.files import STDIN, is_one_of, write_whole
from sopan.cli.speech import say, why_not
from sopan.domain.errors import UnreadableSource

if TYPE_CHECKING:
    from sopan.cli.incoming import Found, Incoming
    from sopan.cli.records import Done, Ledger, Record
    from sopan.cli.results import Destination
    from sopan.readers.reading import Reading
    from sopan.readers.sandbox import Sandbox

STDOUT = "-"


@click.command(
    "import",
    help="Mengambil alih SOP dari berkas Word, Excel, PDF, BPMN, atau CSV menjadi berkas .sop.yaml: dari BERKAS, dari "
    "semua dokumen dalam FOLDER, atau dari arsip ZIP. Beberapa SOP dalam satu berkas menjadi berkas bernomor. Yang "
    "terbaca ragu disebutkan beserta tempatnya. Impor yang terputus dapat dilanjutkan dengan perintah yang sama.",
)
@click.argument("files", metavar="BERKAS|FOLDER|ZIP…", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="BERKAS|FOLDER",
    help="Tempat hasil: sebuah berkas, sebuah folder, atau “-” untuk keluaran standar. Bawaannya di samping BERKAS.",
)
@click.option(
    "--report",
    metavar="BERKAS",
    help="Laporan JSON: setiap nilai, tempatnya dalam berkas asal, dan seberapa yakin terbaca.",
)
def command(files: tuple[str, ...], output: str | None, report: str | None) -> int:
    from sopan.cli.import_summary import print_summary
    from sopan.cli.incoming import find
    from sopan.cli.records import Outcome, document

    with ExitStack() as archives:
        found = find(files, archives)
        destination = _destination(files, found, output)
        everything = _take_over(found.documents, destination)
    done = [each for each in everything if not each.is_passed_over]
    passed_over = [*found.passed_over, *(each.record.name for each in everything if each.is_passed_over)]
    if report:
        write_whole(Path(report), document([each.record for each in done], passed_over))
    print_summary(done, passed_over, destination.ledger)
    is_well = done and all(each.record.outcome is not Outcome.UNREADABLE for each in done)
    return 0 if is_well else UNREADABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Brought:
    """A document on its way: read, refused, or finished long ago."""

    sha256: str = ""
    readings: tuple[Reading, ...] = ()
    message: str = ""
    earlier: Record | None = None
    is_finished: bool = False


def _destination(files: Sequence[str], found: Found, output: str | None) -> Destination:
    """Where results go. Raises click.UsageError where that is not clear, or would overwrite an input."""
    from sopan.cli.results import ToFile, ToStdout, names_file, to_folder

    is_single = len(files) == 1 and [document.name for document in found.documents] == [*files]
    if output == STDOUT or (output is None and files == (STDIN,)):
        if not is_single:
            raise click.UsageError(say("Keluaran standar hanya untuk satu berkas. Sebutkan folder dengan -o FOLDER."))
        return ToStdout()
    if not is_single and (output is None or names_file(output)):
        raise click.UsageError(say("Sebutkan folder untuk hasilnya dengan -o FOLDER."))
    if output is None:
        return to_folder(Path(files[0]).parent, found.documents, keeps_records=False)
    if not names_file(output):
        return to_folder(Path(output), found.documents)
    if is_one_of(Path(output), files):
        raise click.UsageError(say("“{nama}” adalah berkas masukan. Pilih nama lain untuk hasilnya.", nama=output))
    return ToFile(Path(output))


def _take_over(documents: Sequence[Incoming], destination: Destination) -> list[Done]:
    """Read, write, record and tell, document by document; a progress bar is not talked into."""
    from sopan.cli.import_summary import tell
    from sopan.cli.workers import progress_bar

    done: list[Done] = []
    untold: list[Done] = []
    with progress_bar(len(documents)) as bar, closing(_brought(documents, destination.ledger)) as arriving:
        task = bar.add_task(say("Mengimpor"), total=len(documents)) if bar else None
        for incoming, brought in zip(documents, arriving, strict=True):
            done.append(_settled(incoming, brought, destination))
            if bar and task is not None:
                bar.advance(task)
                untold.append(done[-1])
            else:
                tell(done[-1], destination.folder)
    for each in untold:
        tell(each, destination.folder)
    return done


def _brought(documents: Sequence[Incoming], ledger: Ledger | None) -> Generator[_Brought]:
    """Every document in order; as many are read at a time as there are processors."""
    from sopan.readers.sandbox import Sandbox

    workers = max(1, min(os.cpu_count() or 1, len(documents)))
    sandbox, threads = Sandbox(workers=workers), ThreadPoolExecutor(workers)
    try:
        for future in [threads.submit(_bring, incoming, sandbox, ledger) for incoming in documents]:
            yield future.result()
    finally:
        sandbox.close()
        threads.shutdown(cancel_futures=True)


def _bring(incoming: Incoming, sandbox: Sandbox, ledger: Ledger | None) -> _Brought:
    """The document is read unless its content was read before and its results are still there."""
    from sopan.cli.records import digest

    sha256 = ""
    earlier = ledger.record(incoming.way) if ledger else None
    try:
        data = incoming.load()
        sha256 = digest(data)
        if ledger and earlier and ledger.is_finished(earlier, sha256):
            return _Brought(earlier=earlier, is_finished=True)
        return _Brought(sha256=sha256, readings=sandbox.read(data, incoming.way.name), earlier=earlier)
    except UnreadableSource as refusal:
        return _Brought(sha256=sha256, message=_reason(refusal))
    except OSError as trouble:
        return _Brought(message=why_not(trouble))


def _settled(incoming: Incoming, brought: _Brought, destination: Destination) -> Done:
    """Results are written before they are recorded: a run that is killed in between does them once more, the same."""
    from sopan.cli.records import Done, Record

    if brought.earlier and brought.is_finished:
        return Done(brought.earlier, is_earlier=True)
    if brought.message and brought.sha256 and incoming.may_be_another:
        return Done(Record(name=incoming.name), is_passed_over=True)
    try:
        results = destination.write(incoming, brought.readings, brought.earlier) if brought.readings else ()
        record = Record(name=incoming.name, sha256=brought.sha256, message=brought.message, results=results)
    except UnreadableSource as refusal:
        record = Record(name=incoming.name, sha256=brought.sha256, message=_reason(refusal))
    except OSError as trouble:
        record = Record(name=incoming.name, sha256=brought.sha256, message=why_not(trouble))
    if destination.ledger:
        destination.ledger.keep(incoming.way, record)
    return Done(record)


def _reason(refusal: UnreadableSource) -> str:
    text = say(refusal.sentence, **refusal.parameters)
    return say("baris {nomor}: {alasan}", nomor=refusal.line, alasan=text) if refusal.line else text
