"""KG-13: an activity is read at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import HOUSE
from sopan.checker.language.words import shortened, words
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="KG-13", name="activity-too-long", severity=Severity.WARNING, basis=HOUSE)
def activity_too_long(procedure: Procedure, context: Context) -> Iterator[Remark]:
    most = context.number("kata_kegiatan_paling_banyak", 25)
    for step in procedure.steps:
        length = len(words(step.kegiatan))
        if length > most:
            yield remark(
                step,
                "Kegiatan “{kegiatan}” terdiri atas {jumlah} kata, lebih dari {paling_banyak:g}. "
                "Ringkas menjadi kata kerja dan objeknya; pindahkan penjelasan ke Keterangan.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
                jumlah=length,
                paling_banyak=most,
            )
