"""PD-03: no private e-mail address stands in a document that everybody reads."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERSONAL_DATA
from sopan.checker.language.personal_data import masked, private_emails
from sopan.checker.page_facts import all_texts
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="PD-03", name="email-in-text", severity=Severity.WARNING, basis=PERSONAL_DATA)
def email_in_text(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step, field, text in all_texts(procedure):
        for found in private_emails(text):
            yield remark(
                step,
                "Teks ini memuat alamat surel pribadi ({alamat}). Ganti dengan alamat surel dinas, atau hapus.",
                field=field,
                alamat=masked(found),
            )
