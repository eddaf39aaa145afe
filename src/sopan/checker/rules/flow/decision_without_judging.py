"""FL-36: the activity of a diamond says what is judged."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import activity
from sopan.checker.judging import may_judge
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-36", name="decision-without-judging", severity=Severity.INFO, basis=GOOD_PRACTICE)
def decision_without_judging(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if step.kinds == {Kind.DECISION} and step.kegiatan.strip() and not may_judge(step.kegiatan):
            yield remark(
                step,
                "Kegiatan keputusan “{kegiatan}” belum menyebut apa yang dinilai. "
                "Mulailah dengan kata seperti memeriksa, meneliti, memverifikasi atau menyetujui.",
                field="kegiatan",
                kegiatan=activity(step),
            )
