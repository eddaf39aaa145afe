"""ID-08: work that is alike in several offices may be one generic procedure."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.neighbours import folder_of, same_opd
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.identity import Jenis
from sopan.domain.procedure import Procedure


@rule(
    code="ID-08",
    name="judul-shared-across-opd",
    severity=Severity.INFO,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
    needs_folder=True,
)
def judul_shared_across_opd(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if procedure.identity.jenis is Jenis.GENERIC:
        return
    threshold = context.number("kemiripan_judul", 0.75)
    alike = folder_of(procedure, context).nearly_titled(procedure, threshold=threshold)
    elsewhere = next((other for other in alike if not same_opd(procedure, other)), None)
    if elsewhere:
        yield remark(
            None,
            "{opd} juga mempunyai SOP “{lain}”. Bila kegiatannya sama, usulkan satu SOP generik untuk semua.",
            field="judul",
            opd=elsewhere.identity.opd or elsewhere.identity.unit_kerja or "Perangkat daerah lain",
            lain=shortened(elsewhere.identity.judul),
        )
