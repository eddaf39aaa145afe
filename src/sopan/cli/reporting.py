"""A report as a person reads it: what matters most first, each finding where it stands in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from sopan.api import Source
from sopan.checker.basis import Standing
from sopan.checker.report import Finding, Report, Verdict
from sopan.checker.rule import Gate, Severity
from sopan.cli.doubts import doubts_in_words, place_in_words
from sopan.cli.speech import say

FOREMOST = 5

_SEVERITY_WORDS = {Severity.ERROR: "KESALAHAN", Severity.WARNING: "PERINGATAN", Severity.INFO: "SARAN"}
_SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}
GATE_WORDS = {
    Gate.WRITING: "tulis",
    Gate.REVIEW: "telaah",
    Gate.RATIFICATION: "pengesahan",
    Gate.PUBLICATION: "terbit",
}


def print_report(console: Console, name: str, source: Source, report: Report, *, everything: bool = False) -> None:
    """Write the report on one file: verdict, counts, the findings, and what is left for later."""
    _print_heading(console, name, source, report)
    for sentence in doubts_in_words(source.reading) if source.reading else ():
        console.print(Text(sentence, "yellow"), soft_wrap=True)
    counting = tuple(finding for finding in report.findings if finding.counts)
    shown = counting if everything else report.foremost(FOREMOST)
    for finding in shown:
        console.print()
        for line in _finding_lines(finding, name, source):
            console.print(line, soft_wrap=True)
    if len(counting) > len(shown):
        console.print()
        console.print(_rest([finding for finding in counting if finding not in shown]), soft_wrap=True)
    for sentence in _afterwards(report):
        console.print(sentence, style="dim", soft_wrap=True)
    console.print()


def _print_heading(console: Console, name: str, source: Source, report: Report) -> None:
    judul = source.procedure.identity.judul or say("(tanpa judul)")
    aligned = report.verdict is Verdict.ALIGNED
    console.print(Text.assemble((judul, "bold"), "  ", (name, "dim")), soft_wrap=True)
    verdict = say("selaras") if aligned else say("perlu diselaraskan")
    heading = Text.assemble((verdict, "bold green" if aligned else "bold red"), " · ", counts(report))
    heading.append(" · " + say("tahap {tahap}", tahap=say(GATE_WORDS[report.gate])), "dim")
    console.print(heading, soft_wrap=True)


def counts(report: Report) -> str:
    """`2 kesalahan, 1 peringatan, 0 saran`."""
    return say(
        "{kesalahan} kesalahan, {peringatan} peringatan, {saran} saran",
        kesalahan=len(report.errors),
        peringatan=len(report.warnings),
        saran=len(report.infos),
    )


def place_of(finding: Finding) -> str:
    """`langkah 3, waktu` or `halaman identitas, dasar_hukum`."""
    where = say("langkah {nomor}", nomor=finding.nomor) if finding.step_id else say("halaman identitas")
    return f"{where}, {finding.field}" if finding.field else where


def rests_on(finding: Finding) -> str:
    """The line that says whether it is law, custom or a setting of the house."""
    if finding.basis.standing is Standing.REGULATION:
        return say("Dasar: {dasar}.", dasar=say(finding.basis.source))
    if finding.basis.standing is Standing.HOUSE:
        return say("Dasar: pengaturan instansi ini, dapat diubah pada profil.")
    return say("Dasar: kebiasaan baik, bukan kewajiban.")


def _finding_lines(finding: Finding, name: str, source: Source) -> Iterator[Text]:
    style = _SEVERITY_STYLES[finding.severity]
    yield Text.assemble(
        (say(_SEVERITY_WORDS[finding.severity]), style), " ", (finding.code, "bold"), "  ", (place_of(finding), "dim")
    )
    yield Text("  " + finding.say(say))
    yield from _code_frame(finding, name, source)
    yield Text("  " + rests_on(finding), "dim")


def _code_frame(finding: Finding, name: str, source: Source) -> Iterator[Text]:
    """The line of the file with a caret below the place, and the line before it; or the place in another's file."""
    place = source.place_in_file(finding.step_id, finding.field)
    if place:
        yield Text(f"  {name}: {place_in_words(place)}", "dim")
    line, column = source.place_of(finding.step_id, finding.field)
    lines = source.text.splitlines()
    if not 0 < line <= len(lines):
        return
    yield Text(f"  {name}:{line}:{column}", "dim")
    width = len(str(line))
    for number in range(max(1, line - 1), line + 1):
        yield Text.assemble((f"  {number:>{width}} │ ", "dim"), _printable(lines[number - 1]))
    yield Text.assemble((f"  {'':>{width}} │ ", "dim"), " " * max(0, column - 1), ("^", "bold"))


def _printable(line: str) -> str:
    """The line without tabs and control characters, which would move the caret or the terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in line)[:400]


def _rest(findings: list[Finding]) -> Text:
    codes = Counter(finding.code for finding in findings)
    listed = ", ".join(f"{code} ({times})" if times > 1 else code for code, times in codes.most_common())
    return Text(
        say(
            "Masih ada {jumlah} temuan lain: {daftar}. Tampilkan semuanya dengan --all.",
            jumlah=len(findings),
            daftar=listed,
        )
    )


def _afterwards(report: Report) -> Iterator[str]:
    if report.todos:
        yield say(
            "{jumlah} hal baru wajib pada tahap berikutnya; lihat dengan --gate {tahap}.",
            jumlah=len(report.todos),
            tahap=GATE_WORDS[max(todo.gate for todo in report.todos)],
        )
    for finding in report.suppressed:
        yield say(
            "{kode} diabaikan di {tempat}: {alasan}",
            kode=finding.code,
            tempat=place_of(finding),
            alasan=finding.suppressed_because,
        )
    for suppression in report.idle_suppressions:
        yield say("Pengabaian {kode} tidak lagi diperlukan; hapus dari “abaikan”.", kode=suppression.code)
    for failure in report.failures:
        yield say(
            "Aturan {kode} tidak dapat dijalankan ({galat}). Laporkan kepada pengembang.",
            kode=failure.code,
            galat=failure.error,
        )
