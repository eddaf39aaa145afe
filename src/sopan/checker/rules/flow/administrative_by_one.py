"""FL-37: an administrative SOP is carried out by more than one position."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import TRAINING_TYPES
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.identity import Sifat
from sopan.domain.procedure import Procedure


@rule(code="FL-37", name="administrative-by-one", severity=Severity.WARNING, basis=TRAINING_TYPES, gate=Gate.REVIEW)
def administrative_by_one(procedure: Procedure, context: Context) -> Iterator[Remark]:
    involved = {name for step in procedure.steps for name in step.daftar_pelaksana}
    if procedure.identity.sifat is Sifat.ADMINISTRATIVE and len(involved) == 1:
        yield remark(
            None,
            "SOP ini bersifat administratif, tetapi seluruhnya dikerjakan oleh “{pelaksana}”. "
            "Ubah sifatnya menjadi teknis, atau tuliskan jabatan lain yang ikut bekerja.",
            field="sifat",
            pelaksana=involved.pop(),
        )
