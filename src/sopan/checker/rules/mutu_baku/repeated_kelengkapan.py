"""MB-18: what is needed is listed once."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import folded, shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import set_cell
from sopan.domain.procedure import Procedure


@rule(code="MB-18", name="repeated-kelengkapan", severity=Severity.INFO, basis=GOOD_PRACTICE)
def repeated_kelengkapan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        first_of: dict[str, str] = {}
        repeated = [item for item in step.mutu_baku.kelengkapan if first_of.setdefault(folded(item), item) is not item]
        if repeated:
            yield remark(
                step,
                "Kelengkapan menyebut “{kelengkapan}” lebih dari sekali. Sisakan satu.",
                field="kelengkapan",
                fix=(set_cell(procedure, step.id, "kelengkapan", tuple(first_of.values())),),
                kelengkapan=shortened(", ".join(repeated)),
            )
