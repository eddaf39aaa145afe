"""MB-21: an output copied from the activity says nothing new."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.kegiatan_facts import only_begins_or_ends
from sopan.checker.language.similarity import same_text
from sopan.checker.language.words import folded, shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="MB-21", name="output-repeats-kegiatan", severity=Severity.INFO, basis=GOOD_PRACTICE)
def output_repeats_kegiatan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        copied = bool(folded(step.kegiatan)) and same_text(step.kegiatan, step.mutu_baku.output)
        if copied and not only_begins_or_ends(step.kegiatan):
            yield remark(
                step,
                "Output “{output}” sama dengan kegiatannya. Tuliskan benda yang dihasilkan kegiatan itu.",
                field="output",
                output=shortened(step.mutu_baku.output),
            )
