"""FL-10: a decision has alternative answers, each with a way of its own."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.flow_facts import activity, decisions
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="FL-10", name="one-way-decision", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_SYMBOLS)
def one_way_decision(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for decision in decisions(procedure):
        if len(decision.exits) == 1:
            yield remark(
                decision.step,
                "Keputusan “{kegiatan}” baru punya 1 jawaban. Tambahkan jawaban lainnya dan langkah yang ditujunya.",
                field="ke",
                kegiatan=activity(decision.step),
            )
        elif not decision.exits:
            yield remark(
                decision.step,
                "Keputusan “{kegiatan}” belum punya jawaban. Tuliskan sekurangnya dua jawaban, "
                "masing-masing dengan langkah yang ditujunya.",
                field="ke",
                kegiatan=activity(decision.step),
            )
