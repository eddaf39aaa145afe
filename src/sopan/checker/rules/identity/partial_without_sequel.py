"""ID-57: a partial procedure is continued by another, and names it."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.identity import KelengkapanJenis
from sopan.domain.procedure import Procedure


@rule(
    code="ID-57",
    name="partial-without-sequel",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def partial_without_sequel(procedure: Procedure, context: Context) -> Iterator[Remark]:
    identity = procedure.identity
    if identity.kelengkapan_jenis is KelengkapanJenis.PARTIAL and not stated(identity.keterkaitan):
        yield remark(
            None,
            "SOP parsial belum menghasilkan produk akhir, tetapi Keterkaitan belum menyebut SOP lanjutannya. "
            "Tuliskan SOP yang menyelesaikannya.",
            field="keterkaitan",
        )
