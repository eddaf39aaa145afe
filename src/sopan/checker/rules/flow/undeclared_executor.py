"""FL-26: whoever works in a step has a column among those that are declared."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.offices import expanded
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import SetPelaksana
from sopan.domain.procedure import Procedure


@rule(code="FL-26", name="undeclared-executor", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def undeclared_executor(procedure: Procedure, context: Context) -> Iterator[Remark]:
    declared = procedure.daftar_pelaksana
    if not declared:
        return
    spelt_otherwise = {expanded(name) for name in declared}
    for name in procedure.columns[len(declared) :]:
        if expanded(name) in spelt_otherwise:
            continue  # one executor with two spellings: FL-07 offers to make them one
        step = next(step for step in procedure.steps if name in step.daftar_pelaksana)
        yield remark(
            step,
            "Pelaksana “{pelaksana}” belum tercantum dalam daftar kolom pelaksana. "
            "Tambahkan namanya ke daftar, atau samakan penulisannya dengan kolom yang ada.",
            field="pelaksana",
            fix=(SetPelaksana(old=declared, new=(*declared, name)),),
            pelaksana=name,
        )
