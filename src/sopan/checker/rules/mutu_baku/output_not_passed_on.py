"""MB-07: what one activity yields, the next one needs."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.language.similarity import overlap
from sopan.checker.language.things import equipment_in
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import is_blank, stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure, Step


@rule(
    code="MB-07",
    name="output-not-passed-on",
    severity=Severity.WARNING,
    basis=PERMENPANRB_35_2012_FLOWCHART,
    gate=Gate.REVIEW,
)
def output_not_passed_on(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        needed = [text for text in stated(step.mutu_baku.kelengkapan) if not equipment_in(text)]
        before = _steps_before(procedure, step)
        yielded = [one.mutu_baku.output for one in before if not is_blank(one.mutu_baku.output)]
        if needed and yielded and not _meet(yielded, needed):
            yield remark(
                step,
                "Kelengkapan kegiatan “{kegiatan}” tidak menyebut hasil kegiatan sebelumnya, “{output}”. "
                "Tambahkan ke Kelengkapan, atau samakan istilahnya.",
                field="kelengkapan",
                kegiatan=shortened(step.kegiatan),
                output=shortened(yielded[0]),
            )


def _steps_before(procedure: Procedure, step: Step) -> list[Step]:
    """Steps of earlier rows from which the work comes here."""
    sources = dict.fromkeys(edge.source.step for edge in procedure.edges_to(step.id))
    return [procedure.step(id) for id in sources if procedure.row(id) < procedure.row(step.id)]


def _meet(yielded: list[str], needed: list[str]) -> bool:
    return any(overlap(output, text) > 0 for output in yielded for text in needed)
