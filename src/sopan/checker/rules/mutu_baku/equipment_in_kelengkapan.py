"""MB-08: equipment is listed once, on the first page."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.similarity import same_text
from sopan.checker.language.things import equipment_in
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, set_cell, set_identity
from sopan.domain.procedure import Procedure, Step


@rule(code="MB-08", name="equipment-in-kelengkapan", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def equipment_in_kelengkapan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        equipment = tuple(text for text in step.mutu_baku.kelengkapan if equipment_in(text))
        if equipment:
            yield remark(
                step,
                "Kelengkapan memuat peralatan: “{peralatan}”. Pindahkan ke Peralatan dan Perlengkapan; "
                "Kelengkapan berisi dokumen atau bahan yang diolah.",
                field="kelengkapan",
                fix=_moved(procedure, step, equipment),
                peralatan=shortened(", ".join(equipment)),
            )


def _moved(procedure: Procedure, step: Step, equipment: tuple[str, ...]) -> tuple[Operation, ...]:
    """Out of the cell and into Peralatan, where it is not listed yet."""
    kept = tuple(text for text in step.mutu_baku.kelengkapan if text not in equipment)
    listed = procedure.identity.peralatan
    new = tuple(text for text in equipment if not any(same_text(text, known) for known in listed))
    moves: tuple[Operation, ...] = (set_cell(procedure, step.id, "kelengkapan", kept),)
    return (*moves, set_identity(procedure, "peralatan", (*listed, *new))) if new else moves
