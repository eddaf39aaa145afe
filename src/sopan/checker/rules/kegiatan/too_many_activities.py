"""KG-02: a long procedure is easier to follow as several short ones."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import HOUSE
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="KG-02", name="too-many-activities", severity=Severity.WARNING, basis=HOUSE)
def too_many_activities(procedure: Procedure, context: Context) -> Iterator[Remark]:
    most = context.number("kegiatan_paling_banyak", 25)
    if len(procedure.steps) > most:
        yield remark(
            None,
            "SOP ini memuat {jumlah} kegiatan, lebih dari {paling_banyak:g}. Pecah menjadi beberapa SOP mikro "
            "yang masing-masing menghasilkan satu keluaran, lalu kaitkan melalui Keterkaitan.",
            field="langkah",
            jumlah=len(procedure.steps),
            paling_banyak=most,
        )
