"""ID-60: nothing that was to be filled in later is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import all_texts
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

PLACEHOLDER = re.compile(
    r"(?=[.…_xX\[<TLl])"  # what a placeholder can begin with: most places are passed over at one glance
    r"(?:[.…]{4,}|…{2,}|_{3,}|\b(?:x{3,}|X{4,})\b|\[(?:isi|nama|tanggal|nomor)[^\]]{0,80}\]|<[a-z ]{3,80}>"
    r"|\bTBD\b|[Ll]orem ipsum)"
)


@rule(
    code="ID-60",
    name="placeholder-left",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def placeholder_left(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step, field, text in all_texts(procedure):
        if blank := PLACEHOLDER.search(text):
            yield remark(
                step,
                "“{teks}” masih memuat isian sementara “{isian}”. Gantilah dengan isi yang sebenarnya.",
                field=field,
                teks=shortened(text),
                isian=blank.group(),
            )
