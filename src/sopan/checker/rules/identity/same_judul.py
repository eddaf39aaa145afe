"""ID-07: the same work has one procedure in one office."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.neighbours import folder_of, same_opd
from sopan.checker.page_facts import same_title
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-07",
    name="same-judul",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
    needs_folder=True,
)
def same_judul(procedure: Procedure, context: Context) -> Iterator[Remark]:
    threshold = context.number("kemiripan_judul", 0.75)
    for other in folder_of(procedure, context).nearly_titled(procedure, threshold=threshold):
        if same_opd(procedure, other):
            yield _same(other) if same_title(procedure.identity.judul, other.identity.judul) else _nearly(other)


def _same(other: Procedure) -> Remark:
    return remark(
        None,
        "Judul ini sama dengan judul SOP lain di perangkat daerah yang sama, “{lain}”. "
        "Gabungkan keduanya, atau bedakan judulnya.",
        field="judul",
        lain=shortened(other.identity.judul),
    )


def _nearly(other: Procedure) -> Remark:
    return remark(
        None,
        "Judul ini hampir sama dengan judul SOP lain di perangkat daerah yang sama, “{lain}”. "
        "Pastikan kegiatannya berbeda, atau gabungkan keduanya.",
        field="judul",
        lain=shortened(other.identity.judul),
    )
