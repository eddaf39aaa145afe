"""FL-05: every column of executors holds at least one symbol."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import SetPelaksana
from sopan.domain.procedure import Procedure


@rule(code="FL-05", name="unused-column", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def unused_column(procedure: Procedure, context: Context) -> Iterator[Remark]:
    involved = {name for step in procedure.steps for name in step.daftar_pelaksana}
    columns = procedure.daftar_pelaksana
    for unused in columns:
        if unused not in involved:
            rest = tuple(name for name in columns if name != unused)
            yield remark(
                None,
                "Kolom pelaksana “{pelaksana}” tidak mengerjakan satu langkah pun. "
                "Hapus kolomnya, atau tuliskan namanya pada langkah yang dikerjakannya.",
                field="pelaksana",
                fix=(SetPelaksana(old=columns, new=rest),),
                pelaksana=unused,
            )
