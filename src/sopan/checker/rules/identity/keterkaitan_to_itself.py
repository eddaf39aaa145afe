"""ID-22: a procedure is not related to itself."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import same_title
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.operations import set_identity
from sopan.domain.procedure import Procedure


@rule(
    code="ID-22",
    name="keterkaitan-to-itself",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def keterkaitan_to_itself(procedure: Procedure, context: Context) -> Iterator[Remark]:
    identity = procedure.identity
    for text in identity.keterkaitan:
        if same_title(text, identity.judul):
            others = tuple(item for item in identity.keterkaitan if item != text)
            yield remark(
                None,
                "Keterkaitan “{butir}” adalah SOP ini sendiri. Hapus butir itu.",
                field="keterkaitan",
                fix=(set_identity(procedure, "keterkaitan", others),),
                butir=shortened(text),
            )
