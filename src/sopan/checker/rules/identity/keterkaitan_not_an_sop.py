"""ID-65: what stands under Keterkaitan is the title of a procedure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language import laws
from sopan.checker.language.offices import is_office_word
from sopan.checker.language.titles import names_an_aspect
from sopan.checker.language.words import shortened, without_list_mark, words
from sopan.checker.page_facts import names_an_sop, stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

REASON = re.compile(r"tidak ada|belum ada|nihil|berdiri sendiri|(?:semua|seluruh)\b", re.IGNORECASE)


@rule(
    code="ID-65",
    name="keterkaitan-not-an-sop",
    severity=Severity.INFO,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def keterkaitan_not_an_sop(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for text in stated(procedure.identity.keterkaitan):
        item = without_list_mark(text)
        if not (names_an_sop(item) or REASON.match(item) or _has_its_own_rule(item) or _names_work(item)):
            yield remark(
                None,
                "Keterkaitan “{butir}” tampaknya bukan SOP. "
                "Tuliskan judul SOP yang berkaitan; dokumen dan aplikasi masuk ke Kelengkapan atau Peralatan.",
                field="keterkaitan",
                butir=shortened(text),
            )


def _has_its_own_rule(item: str) -> bool:
    """An institution (ID-20) or a law with its number (ID-48)."""
    law = laws.read(item)
    return any(map(is_office_word, words(item)[:1])) or (law is not None and bool(law.number and law.year))


def _names_work(item: str) -> bool:
    """A title without the word SOP: it begins with an aspect of work, and not with a kind of document (Keputusan …)."""
    return names_an_aspect(item) and laws.read(item) is None
