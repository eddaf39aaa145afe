"""KG-12: the same activity by the same executor stands once."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.kegiatan_facts import only_begins_or_ends
from sopan.checker.language.words import folded, shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="KG-12", name="repeated-activity", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def repeated_activity(procedure: Procedure, context: Context) -> Iterator[Remark]:
    first_of: dict[tuple[str, frozenset[str]], str] = {}
    for step in procedure.steps:
        said = folded(step.kegiatan)
        if not said or only_begins_or_ends(said):
            continue
        first = first_of.setdefault((said, frozenset(step.daftar_pelaksana)), step.id)
        if first != step.id:
            yield remark(
                step,
                "Kegiatan “{kegiatan}” sudah tertulis pada langkah {sebelumnya} oleh pelaksana yang sama. "
                "Hapus salah satunya, kembalikan alurnya ke langkah itu, atau jelaskan bedanya.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
                sebelumnya=procedure.nomor(first),
            )
