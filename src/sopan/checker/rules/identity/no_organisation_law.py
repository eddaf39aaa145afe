"""ID-19: duties come from the regulation on the structure and duties of the office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

ORGANISATION = re.compile(
    r"\b(?:tata kerja|susunan (?:organisasi|perangkat)|struktur organisasi|tugas(?: pokok)?,? (?:dan|&) fungsi|tupoksi"
    r"|kedudukan|sotk|uraian tugas|organisasi perangkat|pembentukan (?:dan susunan )?perangkat daerah)\b",
    re.IGNORECASE,
)


@rule(
    code="ID-19",
    name="no-organisation-law",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def no_organisation_law(procedure: Procedure, context: Context) -> Iterator[Remark]:
    cited = stated(procedure.identity.dasar_hukum)
    if cited and not any(map(ORGANISATION.search, cited)):
        yield remark(
            None,
            "Dasar Hukum belum memuat peraturan tentang susunan organisasi, tugas dan fungsi perangkat daerah ini. "
            "Tambahkan peraturan kepala daerah yang menjadi dasar tugasnya.",
            field="dasar_hukum",
        )
