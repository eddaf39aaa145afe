"""PD-01: no citizen's number stands in a document that everybody reads."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERSONAL_DATA
from sopan.checker.language.personal_data import masked, niks
from sopan.checker.page_facts import all_texts
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="PD-01", name="nik-in-text", severity=Severity.WARNING, basis=PERSONAL_DATA)
def nik_in_text(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step, field, text in all_texts(procedure):
        for found in niks(text):
            yield remark(
                step,
                "Teks ini memuat NIK ({nomor}). Hapus nomornya; SOP dibaca umum dan tidak memuat data pribadi.",
                field=field,
                nomor=masked(found),
            )
