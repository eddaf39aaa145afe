"""ID-20: Keterkaitan lists procedures, not the institutions that take part."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.laws import looks_like_law
from sopan.checker.language.offices import leading_office
from sopan.checker.language.titles import names_an_aspect
from sopan.checker.language.words import without_list_mark
from sopan.checker.page_facts import bare_title, stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-20",
    name="institution-in-keterkaitan",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def institution_in_keterkaitan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for text in stated(procedure.identity.keterkaitan):
        item = bare_title(without_list_mark(text))
        if leading_office(item) and not looks_like_law(item) and not names_an_aspect(item.split()[0]):
            yield remark(
                None,
                "Keterkaitan “{butir}” adalah lembaga atau jabatan, bukan SOP. "
                "Tuliskan judul SOP yang berkaitan; lembaganya cukup sebagai pelaksana.",
                field="keterkaitan",
                butir=text,
            )
