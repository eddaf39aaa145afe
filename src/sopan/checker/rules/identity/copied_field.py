"""ID-54: each heading of the identity page has a content of its own."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import LIST_FIELDS, stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

LABELS = {
    "dasar_hukum": "Dasar Hukum",
    "keterkaitan": "Keterkaitan",
    "peringatan": "Peringatan",
    "kualifikasi_pelaksana": "Kualifikasi Pelaksana",
    "peralatan": "Peralatan dan Perlengkapan",
    "pencatatan": "Pencatatan dan Pendataan",
}


@rule(
    code="ID-54",
    name="copied-field",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def copied_field(procedure: Procedure, context: Context) -> Iterator[Remark]:
    seen: dict[tuple[str, ...], str] = {}
    for field in LIST_FIELDS:
        content = tuple(" ".join(text.split()).casefold() for text in stated(getattr(procedure.identity, field)))
        original = seen.setdefault(content, field) if content else field
        if original != field:
            yield remark(
                None,
                "Isi {kolom} sama persis dengan {asal}. Tuliskan isi {kolom} sendiri.",
                field=field,
                kolom=LABELS[field],
                asal=LABELS[original],
            )
