"""ID-53: qualifications describe a role, not its holder."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.persons import person_in
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-53",
    name="person-in-kualifikasi",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def person_in_kualifikasi(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for qualification in procedure.identity.kualifikasi_pelaksana:
        if person := person_in(qualification):
            yield remark(
                None,
                "Kualifikasi Pelaksana memuat nama orang, “{nama}”. "
                "Tuliskan kemampuan yang diperlukan, bukan siapa yang memilikinya.",
                field="kualifikasi_pelaksana",
                nama=person,
            )
