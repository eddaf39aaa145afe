"""FL-08: an executor is a position or role, so that the procedure outlives its holder."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.persons import person_in
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="FL-08", name="person-as-executor", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def person_as_executor(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for column in procedure.columns:
        if person := person_in(column):
            yield remark(
                None,
                "Kolom pelaksana “{pelaksana}” memuat nama orang, “{nama}”. "
                "Tuliskan jabatan atau perannya, agar SOP tetap berlaku ketika orangnya berganti.",
                field="pelaksana",
                pelaksana=column,
                nama=person,
            )
