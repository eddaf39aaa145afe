"""ID-50: a related procedure can be found."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.laws import looks_like_law
from sopan.checker.language.titles import names_an_aspect
from sopan.checker.language.words import shortened, without_list_mark
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
        item = without_list_mark(text)
        named = names_an_sop(item) or (names_an_aspect(item) and not looks_like_law(item))
        known = same_title(item, procedure.identity.judul) or folder.with_title(item, besides=procedure)
        if named and not known:
            yield remark(
                None,
                "SOP terkait “{butir}” tidak ditemukan di antara SOP yang diperiksa. "
                "Samakan dengan judul resminya, atau susun SOP itu bila memang belum ada.",
                field="keterkaitan",
                butir=shortened(text),
            )
