"""ID-64: the capacity in which someone signs has a place of its own, apart from the office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import capacity_of, is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, set_identity
from sopan.domain.procedure import Procedure

CAPACITY = re.compile(r"\s*(plt|plh|pjs?|a\.n|u\.b)\b\.?\s+(?=\S)", re.IGNORECASE)


@rule(
    code="ID-64",
    name="selaku-in-jabatan",
    severity=Severity.INFO,
    basis=GOOD_PRACTICE,
    gate=Gate.RATIFICATION,
)
def selaku_in_jabatan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    jabatan = procedure.identity.disahkan_oleh.jabatan
    found = CAPACITY.match(jabatan)
    if found:
        yield remark(
            None,
            "Jabatan pejabat pengesah, “{jabatan}”, memuat “{selaku}” di depannya. Pisahkan keduanya: "
            "tulis nama jabatannya saja, dan {selaku} sebagai kedudukannya.",
            field="disahkan_oleh.jabatan",
            fix=_apart(procedure, found),
            jabatan=jabatan,
            selaku=capacity_of(found.group(1)),
        )


def _apart(procedure: Procedure, found: re.Match[str]) -> tuple[Operation, ...]:
    """Both fields at once, unless another capacity is already given."""
    signer = procedure.identity.disahkan_oleh
    if not is_blank(signer.selaku):
        return ()
    return (
        set_identity(procedure, "disahkan_oleh.jabatan", signer.jabatan[found.end() :].strip()),
        set_identity(procedure, "disahkan_oleh.selaku", capacity_of(found.group(1))),
    )
