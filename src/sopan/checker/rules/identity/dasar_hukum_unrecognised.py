"""ID-47: what stands under Dasar Hukum is a law."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language import laws
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-47",
    name="dasar-hukum-unrecognised",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def dasar_hukum_unrecognised(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for text in stated(procedure.identity.dasar_hukum):
        if laws.read(text) is None:
            yield remark(
                None,
                "Dasar hukum “{peraturan}” tidak dikenali sebagai peraturan. Awali dengan jenisnya, "
                "misalnya “Undang-Undang Nomor … Tahun … tentang …”.",
                field="dasar_hukum",
                peraturan=shortened(text),
            )
