"""FL-07: one executor has one column, however its name is spelt."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.offices import expanded
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import merge_pelaksana
from sopan.domain.procedure import Procedure


@rule(code="FL-07", name="duplicate-columns", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def duplicate_columns(procedure: Procedure, context: Context) -> Iterator[Remark]:
    seen: dict[str, str] = {}
    for name in procedure.columns:
        known = seen.setdefault(expanded(name), name)
        if known != name:
            yield remark(
                None,
                "Kolom “{pelaksana}” dan “{kembaran}” tampaknya pelaksana yang sama. "
                "Pakai satu penulisan saja di semua langkah.",
                field="pelaksana",
                fix=(merge_pelaksana(procedure, name, known),),
                pelaksana=name,
                kembaran=known,
            )
