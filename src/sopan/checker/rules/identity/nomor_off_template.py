"""ID-32: a number follows the template of the house, where the house has given one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sopan.checker.basis import HOUSE
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

TOKENS = {
    "klasifikasi": r"\d+(?:\.\d+)*",
    "urut": r"\d+(?:\.?[a-z])?",
    "opd": r"[^/\s]+",
    "bulan": r"(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|0?[1-9]|1[0-2])",
    "tahun": r"(?:19|20)\d{2}",
}


@rule(
    code="ID-32",
    name="nomor-off-template",
    severity=Severity.WARNING,
    basis=HOUSE,
    gate=Gate.RATIFICATION,
)
def nomor_off_template(procedure: Procedure, context: Context) -> Iterator[Remark]:
    nomor, templates = procedure.identity.nomor, context.words("pola_nomor")
    if templates and not is_blank(nomor) and not any(_pattern(each).fullmatch(nomor.strip()) for each in templates):
        yield remark(
            None,
            "Nomor “{nomor}” tidak mengikuti pola {pola}. Sesuaikan dengan tata naskah dinas yang berlaku.",
            field="nomor",
            nomor=nomor,
            pola=" atau ".join(templates),
        )


@lru_cache(maxsize=64)
def _pattern(template: str) -> re.Pattern[str]:
    """`{klasifikasi}/{urut}/{opd}/{tahun}` as a pattern; any other name in braces stands for one part."""
    parts = re.split(r"\{(\w+)\}", template.strip())
    literal_or_token = (TOKENS.get(part, r"[^/\s]+") if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(literal_or_token))
