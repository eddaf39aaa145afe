"""MB-06: an output is a thing."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.language.verbs import Form, opening
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="MB-06", name="output-is-action", severity=Severity.WARNING, basis=PERMENPANRB_35_2012_FLOWCHART)
def output_is_action(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        begins = opening(step.mutu_baku.output)
        if begins.form in (Form.ACTIVE, Form.PASSIVE):
            yield remark(
                step,
                "Output “{output}” dimulai dengan kata kerja. Tuliskan bendanya, "
                "misalnya “Berkas yang diperiksa” atau “Konsep surat”.",
                field="output",
                output=shortened(step.mutu_baku.output),
            )
