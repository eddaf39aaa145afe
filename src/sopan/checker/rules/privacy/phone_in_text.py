"""PD-02: no private telephone number stands in a document that everybody reads."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERSONAL_DATA
from sopan.checker.language.personal_data import masked, mobile_numbers
from sopan.checker.page_facts import all_texts
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="PD-02", name="phone-in-text", severity=Severity.WARNING, basis=PERSONAL_DATA)
def phone_in_text(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step, field, text in all_texts(procedure):
        for found in mobile_numbers(text):
            yield remark(
                step,
                "Teks ini memuat nomor telepon seluler ({nomor}). Ganti dengan nomor telepon kantor, atau hapus.",
                field=field,
                nomor=masked(found),
            )
