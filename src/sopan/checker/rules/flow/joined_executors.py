"""FL-43: each executor has a column of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.offices import expanded
from sopan.checker.language.words import word_set, words
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

JOINT = re.compile(r"&|;|,|\+|\bdan\b|(?<! )/(?! )", re.IGNORECASE)
POSITIONS = word_set("""
    kepala wakil ketua sekretaris bendahara staf petugas operator verifikator pengadministrasi pengelola pengolah
    analis arsiparis pemohon camat lurah bupati gubernur direktur asisten inspektur auditor pengawas anggota
    """)


@rule(code="FL-43", name="joined-executors", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def joined_executors(procedure: Procedure, context: Context) -> Iterator[Remark]:
    known = {expanded(column) for column in procedure.columns}
    for column in procedure.columns:
        parts = [part for part in JOINT.split(column) if part.strip()]
        if len(parts) > 1 and all(_is_executor(part, known) for part in parts):
            yield remark(
                None,
                "Kolom “{pelaksana}” memuat {n} pelaksana. Beri masing-masing kolom sendiri; "
                "langkah yang dikerjakan bersama digambar dengan simbol di setiap kolomnya.",
                field="pelaksana",
                pelaksana=column,
                n=len(parts),
            )


def _is_executor(part: str, known: set[str]) -> bool:
    """Whether a part of a column's name is an executor by itself: a position, or the name of another column."""
    name = expanded(part)
    return name in known or not POSITIONS.isdisjoint(words(name)[:1])
