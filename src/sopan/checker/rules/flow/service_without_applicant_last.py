"""FL-38: a service ends where its result reaches the applicant."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.language.offices import serves_applicants
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.identity import CiriKegiatan
from sopan.domain.procedure import Procedure


@rule(
    code="FL-38",
    name="service-without-applicant-last",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def service_without_applicant_last(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if procedure.identity.ciri_kegiatan is not CiriKegiatan.SERVICE or len(procedure.steps) < 2:
        return
    last = procedure.steps[-1]
    if last.symbols and not any(map(serves_applicants, last.daftar_pelaksana)):
        yield remark(
            last,
            "SOP pelayanan ini berakhir pada {pelaksana}, langkah {langkah}. "
            "Tambahkan penyerahan hasil kepada pemohon, oleh petugas depan atau pemohon yang menerimanya.",
            field="pelaksana",
            pelaksana=", ".join(last.daftar_pelaksana),
            langkah=spoken(procedure, last),
        )
