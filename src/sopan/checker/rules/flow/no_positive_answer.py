"""FL-35: one of the answers lets the work go on."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import activity, decisions
from sopan.checker.language.answers import is_negative
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="FL-35", name="no-positive-answer", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def no_positive_answer(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for decision in decisions(procedure):
        answers = [exit.answer for exit in decision.exits]
        if len(answers) > 1 and all(map(is_negative, answers)):
            yield remark(
                decision.step,
                "Semua jawaban keputusan “{kegiatan}” bersifat menolak: {jawaban}. "
                "Tuliskan jawaban yang membuat pekerjaan berlanjut.",
                field="ke",
                kegiatan=activity(decision.step),
                jawaban=", ".join(f"“{answer}”" for answer in answers),
            )
