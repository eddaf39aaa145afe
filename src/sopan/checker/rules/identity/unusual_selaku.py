"""ID-63: the capacity in which someone signs is written the usual way."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import CAPACITIES, capacity_of, is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, set_identity
from sopan.domain.procedure import Procedure

FIELD = "disahkan_oleh.selaku"


@rule(
    code="ID-63",
    name="unusual-selaku",
    severity=Severity.INFO,
    basis=GOOD_PRACTICE,
    gate=Gate.RATIFICATION,
)
def unusual_selaku(procedure: Procedure, context: Context) -> Iterator[Remark]:
    selaku = procedure.identity.disahkan_oleh.selaku
    if not is_blank(selaku) and selaku not in CAPACITIES:
        yield remark(
            None,
            "“{selaku}” di depan jabatan pejabat pengesah tidak lazim. "
            "Tuliskan Plt., Plh., Pj., Pjs., a.n. atau u.b., atau kosongkan untuk pejabat definitif.",
            field=FIELD,
            fix=_spelt_as_usual(procedure),
            selaku=selaku,
        )


def _spelt_as_usual(procedure: Procedure) -> tuple[Operation, ...]:
    usual = capacity_of(procedure.identity.disahkan_oleh.selaku)
    return (set_identity(procedure, FIELD, usual),) if usual else ()
