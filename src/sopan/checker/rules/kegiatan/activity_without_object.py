"""KG-09: a verb alone does not say what is worked on."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import TRAINING_PRINCIPLES
from sopan.checker.kegiatan_facts import only_begins_or_ends
from sopan.checker.language.words import words
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="KG-09", name="activity-without-object", severity=Severity.WARNING, basis=TRAINING_PRINCIPLES)
def activity_without_object(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if len(words(step.kegiatan)) == 1 and not only_begins_or_ends(step.kegiatan):
            yield remark(
                step,
                "Kegiatan “{kegiatan}” belum menyebut apa yang dikerjakan. Tambahkan objeknya, "
                "misalnya “berkas permohonan” atau “konsep surat”.",
                field="kegiatan",
                kegiatan=step.kegiatan.strip(),
            )
