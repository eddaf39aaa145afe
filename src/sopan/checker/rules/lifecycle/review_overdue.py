"""LC-08: a procedure is looked at again before it grows old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopan.checker.basis import HOUSE
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain import tanggal
from sopan.domain.procedure import Procedure


@rule(code="LC-08", name="review-overdue", severity=Severity.WARNING, basis=HOUSE, gate=Gate.PUBLICATION)
def review_overdue(procedure: Procedure, context: Context) -> Iterator[Remark]:
    identity, today = procedure.identity, context.today
    effective, revised = tanggal.read(identity.tanggal_efektif), tanggal.read(identity.tanggal_revisi)
    if today is None or effective is None or effective > today:
        return
    if revised and effective < revised <= today:
        yield remark(
            None,
            "Peninjauan ulang direncanakan pada {tanggal}, dan tanggal itu sudah lewat. "
            "Tinjau SOP ini, lalu perbarui tanggalnya.",
            field="tanggal_revisi",
            tanggal=identity.tanggal_revisi,
        )
        return
    years = context.number("tahun_tanpa_peninjauan", 3)
    if not (revised and revised > today) and _years_between(effective, today) >= years:
        yield remark(
            None,
            "SOP ini berlaku sejak {tanggal} tanpa peninjauan ulang selama {n:g} tahun atau lebih. "
            "Tinjau apakah isinya masih sesuai, lalu perbarui tanggal revisinya.",
            field="tanggal_efektif",
            tanggal=identity.tanggal_efektif,
            n=years,
        )


def _years_between(earlier: date, later: date) -> float:
    return (later - earlier).days / 365.25
