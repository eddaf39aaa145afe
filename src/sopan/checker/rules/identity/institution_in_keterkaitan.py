"""ID-20: Keterkaitan lists procedures, not the institutions that take part."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.laws import looks_like_law
from sopan.checker.language.offices import is_office_word
from sopan.checker.language.words import shortened, without_list_mark, words
from sopan.checker.page_facts import bare_title, stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

QUANTITIES = frozenset({"semua", "seluruh", "setiap", "para"})


@rule(
    code="ID-20",
    name="institution-in-keterkaitan",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def institution_in_keterkaitan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for text in stated(procedure.identity.keterkaitan):
        if _names_an_office(bare_title(without_list_mark(text))) and not looks_like_law(text):
            yield remark(
                None,
                "Keterkaitan “{butir}” adalah lembaga atau jabatan, bukan SOP. "
                "Tuliskan judul SOP yang berkaitan; lembaganya cukup sebagai pelaksana.",
                field="keterkaitan",
                butir=shortened(text),
            )


def _names_an_office(item: str) -> bool:
    """Whether the item opens with an office: `Dinas Sosial`, `Kepala Bidang`, `Semua unit kerja`."""
    said = words(item)
    if said[:1] and said[0] in QUANTITIES:
        said = said[1:]
    return said[:1] != () and is_office_word(said[0])
