"""ID-51: a related procedure is still in force."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.neighbours import folder_of
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.lifecycle import Status
from sopan.domain.procedure import Procedure


@rule(
    code="ID-51",
    name="keterkaitan-revoked",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
    needs_folder=True,
)
def keterkaitan_revoked(procedure: Procedure, context: Context) -> Iterator[Remark]:
    folder = folder_of(procedure, context)
    for text in procedure.identity.keterkaitan:
        called_so = folder.with_title(text, besides=procedure)
        if called_so and all(other.status is Status.REVOKED for other in called_so):
            yield remark(
                None,
                "SOP terkait “{butir}” sudah tidak berlaku. Ganti dengan SOP penggantinya, atau hapus butir ini.",
                field="keterkaitan",
                butir=shortened(text),
            )
