"""MB-05: an amount of time in the column Output has slipped out of its column."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.language.words import folded, shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import waktu
from sopan.domain.operations import Operation, set_cell
from sopan.domain.procedure import Procedure, Step


@rule(code="MB-05", name="output-is-duration", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_FLOWCHART)
def output_is_duration(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        output = waktu.read(step.mutu_baku.output)
        if output.is_measured and not output.unread.strip():
            yield remark(
                step,
                "Output “{output}” adalah lama waktu, bukan hasil. "
                "Tuliskan hasil kegiatannya, dan waktunya di kolom Waktu.",
                field="output",
                fix=_exchanged(procedure, step),
                output=shortened(step.mutu_baku.output),
            )


def _exchanged(procedure: Procedure, step: Step) -> tuple[Operation, ...]:
    """Both cells exchanged, when Waktu holds words that are no time."""
    time, output = step.mutu_baku.waktu, step.mutu_baku.output
    if not folded(time) or waktu.read(time).is_measured:
        return ()
    return set_cell(procedure, step.id, "waktu", output), set_cell(procedure, step.id, "output", time)
