"""FL-20: a technical SOP is carried out by one position or one inseparable team."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import TRAINING_TYPES
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.identity import Sifat
from sopan.domain.procedure import Procedure


@rule(code="FL-20", name="technical-by-several", severity=Severity.WARNING, basis=TRAINING_TYPES, gate=Gate.REVIEW)
def technical_by_several(procedure: Procedure, context: Context) -> Iterator[Remark]:
    involved = {name for step in procedure.steps for name in step.daftar_pelaksana}
    if procedure.identity.sifat is Sifat.TECHNICAL and len(involved) > 1:
        yield remark(
            None,
            "SOP ini bersifat teknis, tetapi dikerjakan oleh {n} pelaksana. "
            "Ubah sifatnya menjadi administratif, atau uraikan pekerjaan satu jabatan saja.",
            field="sifat",
            n=len(involved),
        )
