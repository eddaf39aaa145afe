"""KG-10: some verbs say nothing measurable until they are given an object and a complement."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import TRAINING_PRINCIPLES
from sopan.checker.language.verb_lists import VAGUE
from sopan.checker.language.verbs import opening
from sopan.checker.language.words import shortened, words
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

ENOUGH_WORDS = 3
"""A verb, its object and one complement."""


@rule(code="KG-10", name="vague-verb", severity=Severity.INFO, basis=TRAINING_PRINCIPLES)
def vague_verb(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        verb = opening(step.kegiatan).word
        if verb in VAGUE and 1 < len(words(step.kegiatan)) < ENOUGH_WORDS:
            yield remark(
                step,
                "Kegiatan “{kegiatan}” masih umum: “{kata_kerja}” belum menunjukkan apa yang selesai. "
                "Sebutkan hasilnya, misalnya “Menyusun jawaban surat” daripada “Menindaklanjuti surat”.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
                kata_kerja=verb,
            )
