"""MB-09: a title is an aspect of work and its final output, so the last row yields what the title promises."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_TITLES
from sopan.checker.language.similarity import overlap
from sopan.checker.language.titles import names_an_aspect
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
    promised = _promised_output(procedure.identity.judul)
    outputs = [step.mutu_baku.output for step in procedure.steps if not is_blank(step.mutu_baku.output)]
    if promised and outputs and not any(overlap(promised, output) > 0 for output in outputs[-LAST:]):
        yield remark(
            procedure.steps[-1],
            "Judul menjanjikan “{judul}”, tetapi output terakhir adalah “{output}”. "
            "Samakan istilahnya, atau lanjutkan kegiatannya sampai keluaran itu ada.",
            field="output",
            judul=shortened(promised),
            output=shortened(outputs[-1]),
        )


LAST = 3
"""The product may be followed by its receipt and its filing."""


def _promised_output(judul: str) -> str:
    """The title without the aspect it begins with: “Renstra” of “SOP Penyusunan Renstra”."""
    first, _, rest = bare_title(judul).partition(" ")
    return rest.strip() if names_an_aspect(first) else ""
