"""FL-15: an activity that judges something is probably a decision."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import activity
from sopan.checker.language.verbs import decides
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-15", name="decision-verb-on-box", severity=Severity.INFO, basis=GOOD_PRACTICE)
def decision_verb_on_box(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if step.kinds == {Kind.PROCESS} and decides(step.kegiatan):
            yield remark(
                step,
                "Kegiatan “{kegiatan}” tampaknya sebuah keputusan. Jika hasilnya bisa lebih dari satu, "
                "gambarkan sebagai belah ketupat dan tuliskan jawabannya.",
                field="jenis",
                kegiatan=activity(step),
            )
