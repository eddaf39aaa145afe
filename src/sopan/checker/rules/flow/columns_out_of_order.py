"""FL-06: columns stand in the order in which executors are first involved, the first of them leftmost."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import reorder
from sopan.domain.procedure import Procedure


@rule(code="FL-06", name="columns-out-of-order", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def columns_out_of_order(procedure: Procedure, context: Context) -> Iterator[Remark]:
    now = procedure.daftar_pelaksana
    better = _by_first_involvement(procedure)
    misplaced = next((pair for pair in zip(now, better, strict=True) if pair[0] != pair[1]), None)
    if misplaced:
        yield remark(
            None,
            "Kolom “{sekarang}” mendahului “{seharusnya}”, padahal “{seharusnya}” lebih dulu terlibat. "
            "Urutkan kolom menurut keterlibatan pertama: {urutan}.",
            field="pelaksana",
            fix=(reorder(procedure, better),),
            sekarang=misplaced[0],
            seharusnya=misplaced[1],
            urutan=", ".join(better),
        )


def _by_first_involvement(procedure: Procedure) -> tuple[str, ...]:
    """Declared columns by the row they first appear in; columns under one head stay together, ties stay as they are."""
    first: dict[str, int] = {}
    for row, step in enumerate(procedure.steps):
        for name in step.daftar_pelaksana:
            first.setdefault(name, row)
            first.setdefault(_head(name), row)
    unused = len(procedure.steps)
    head_at = {head: place for place, head in reversed(list(enumerate(map(_head, procedure.daftar_pelaksana))))}

    def key(name: str) -> tuple[int, int, int]:
        return first.get(_head(name), unused), head_at[_head(name)], first.get(name, unused)

    return tuple(sorted(procedure.daftar_pelaksana, key=key))


def _head(name: str) -> str:
    """The upper of two heads (`Bidang A` of `Bidang A / Kepala`), or the name itself."""
    upper, separator, _ = name.partition(" / ")
    return upper + separator
