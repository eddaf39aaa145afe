"""MB-04: an activity of a year is a programme, or a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.checker.waktu_facts import longest_minutes
from sopan.domain import waktu
from sopan.domain.procedure import Procedure
from sopan.domain.waktu import NOMINAL, Unit

DAYS_PER_WORKING_YEAR = 250


@rule(code="MB-04", name="waktu-over-a-year", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def waktu_over_a_year(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if _takes_a_year(step.mutu_baku.waktu):
            yield remark(
                step,
                "Waktu “{waktu}” untuk satu kegiatan mencapai satu tahun. Periksa angkanya; "
                "bila memang selama itu, pecah menjadi kegiatan yang lebih kecil.",
                field="waktu",
                waktu=shortened(step.mutu_baku.waktu),
            )


def _takes_a_year(words: str) -> bool:
    working, calendar = longest_minutes(words)
    in_calendar = calendar >= NOMINAL.day * NOMINAL.days_per_year
    return (
        Unit.TAHUN in waktu.read(words).units or in_calendar or working >= NOMINAL.working_day * DAYS_PER_WORKING_YEAR
    )
