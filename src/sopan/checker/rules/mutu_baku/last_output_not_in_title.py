"""MB-09: a title is an aspect of work and its final output, so the last row yields what the title promises."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_TITLES
from sopan.checker.language.similarity import overlap
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import bare_title, is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="MB-09",
    name="last-output-not-in-title",
    severity=Severity.WARNING,
    basis=PERMENPANRB_35_2012_TITLES,
    gate=Gate.REVIEW,
)
def last_output_not_in_title(procedure: Procedure, context: Context) -> Iterator[Remark]:
    judul = bare_title(procedure.identity.judul)
    outputs = [step.mutu_baku.output for step in procedure.steps if not is_blank(step.mutu_baku.output)]
    if is_blank(judul) or not outputs or any(overlap(judul, output) > 0 for output in outputs[-LAST:]):
        return
    yield remark(
        procedure.steps[-1],
        "Judulnya “{judul}”, tetapi output terakhir adalah “{output}”. "
        "Samakan istilahnya, atau lanjutkan kegiatannya sampai keluaran dalam judul itu ada.",
        field="output",
        judul=shortened(judul),
        output=shortened(outputs[-1]),
    )


LAST = 3
"""The product may be followed by its receipt and its filing."""
