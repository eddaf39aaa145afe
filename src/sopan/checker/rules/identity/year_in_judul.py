"""ID-05: a title outlives the year it was written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.laws import laws_in
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, set_identity
from sopan.domain.procedure import Procedure

TRAILING = re.compile(
    r"[\s,–-]{0,5}\(?(?:\b(?:tahun(?:\s{1,3}anggaran)?|t\.?\s?a\.?))?\s{0,3}\b(?:19|20)\d{2}"
    r"(?:\s?[/–-]\s?(?:19|20)\d{2})?\)?$",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d{2}(?!\d|\.\d|/\d{1,3}(?!\d))")


@rule(code="ID-05", name="year-in-judul", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def year_in_judul(procedure: Procedure, context: Context) -> Iterator[Remark]:
    judul = procedure.identity.judul
    year = YEAR.search(judul)
    if year and not laws_in(judul):
        yield remark(
            None,
            "Judul memuat tahun {tahun}. Hapus tahunnya: SOP dipakai berulang, tahun cukup pada nomor dan tanggal.",
            field="judul",
            fix=_without_year(procedure),
            tahun=year.group(),
        )


def _without_year(procedure: Procedure) -> tuple[Operation, ...]:
    """A year at the end of the title can simply go; one inside it needs its author."""
    shorter = TRAILING.sub("", procedure.identity.judul.rstrip())
    if not shorter.strip() or YEAR.search(shorter):
        return ()
    return (set_identity(procedure, "judul", shorter),)
