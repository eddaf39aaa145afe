"""MB-13: a step of many days owes its reader an explanation."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import HOUSE
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.checker.waktu_facts import longest_minutes
from sopan.domain.procedure import Procedure
from sopan.domain.waktu import NOMINAL


@rule(code="MB-13", name="long-step-unexplained", severity=Severity.INFO, basis=HOUSE)
def long_step_unexplained(procedure: Procedure, context: Context) -> Iterator[Remark]:
    days = context.number("hari_kerja_tanpa_keterangan", 5)
    calendar_days = days / NOMINAL.working_days_per_week * NOMINAL.days_per_week
    for step in procedure.steps:
        working, calendar = longest_minutes(step.mutu_baku.waktu)
        in_working_time = working > days * NOMINAL.working_day
        if is_blank(step.keterangan) and (in_working_time or calendar > calendar_days * NOMINAL.day):
            yield remark(
                step,
                "Kegiatan “{kegiatan}” memerlukan {waktu}, lebih dari {hari:g} hari kerja. "
                "Jelaskan alasannya di Keterangan, atau pecah kegiatannya.",
                field="keterangan",
                kegiatan=shortened(step.kegiatan),
                waktu=shortened(step.mutu_baku.waktu),
                hari=days,
            )
