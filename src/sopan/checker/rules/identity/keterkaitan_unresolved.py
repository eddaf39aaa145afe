"""ID-50: a related procedure can be found."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.neighbours import folder_of
from sopan.checker.page_facts import names_an_sop, same_title, stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-50",
    name="keterkaitan-unresolved",
    severity=Severity.INFO,
    basis=GOOD_PRACTICE,
    gate=Gate.RATIFICATION,
    needs_folder=True,
)
def keterkaitan_unresolved(procedure: Procedure, context: Context) -> Iterator[Remark]:
    folder = folder_of(procedure, context)
    for text in stated(procedure.identity.keterkaitan):
        named = names_an_sop(text) and not same_title(text, procedure.identity.judul)
        if named and not folder.with_title(text, besides=procedure):
            yield remark(
                None,
                "SOP terkait “{butir}” tidak ditemukan di antara SOP yang diperiksa. "
                "Samakan dengan judul resminya, atau susun SOP itu bila memang belum ada.",
                field="keterkaitan",
                butir=shortened(text),
            )
