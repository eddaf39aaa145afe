"""PD-05: a NIP stands in the signature block and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERSONAL_DATA
from sopan.checker.language.personal_data import masked, nips
from sopan.checker.page_facts import all_texts
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="PD-05", name="nip-in-text", severity=Severity.WARNING, basis=PERSONAL_DATA)
def nip_in_text(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step, field, text in all_texts(procedure):
        for found in nips(text):
            yield remark(
                step,
                "Teks ini memuat NIP ({nomor}). NIP hanya ditulis pada pengesahan; sebutkan jabatannya saja.",
                field=field,
                nomor=masked(found),
            )
