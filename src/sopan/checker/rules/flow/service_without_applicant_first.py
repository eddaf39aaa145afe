"""FL-21: a service begins with its applicant, or with whoever receives the request."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.language.offices import serves_applicants
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.identity import CiriKegiatan
from sopan.domain.procedure import Procedure


@rule(
    code="FL-21",
    name="service-without-applicant-first",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def service_without_applicant_first(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if procedure.identity.ciri_kegiatan is not CiriKegiatan.SERVICE or not procedure.steps:
        return
    first = procedure.steps[0]
    if first.symbols and not any(map(serves_applicants, first.daftar_pelaksana)):
        yield remark(
            first,
            "SOP pelayanan ini dimulai oleh {pelaksana} pada langkah {langkah}. "
            "Mulailah dengan pemohon yang mengajukan, atau petugas depan yang menerima permohonan.",
            field="pelaksana",
            pelaksana=", ".join(first.daftar_pelaksana),
            langkah=spoken(procedure, first),
        )
