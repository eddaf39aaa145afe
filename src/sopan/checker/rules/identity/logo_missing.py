"""ID-44: the page carries the emblem of its maker."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-44",
    name="logo-missing",
    severity=Severity.WARNING,
    basis=PERMENPANRB_35_2012_IDENTITY,
    gate=Gate.RATIFICATION,
)
def logo_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if not procedure.identity.logo.strip():
        yield remark(
            None,
            "Lambang daerah belum dicantumkan. Simpan gambarnya di samping berkas ini, lalu tuliskan nama gambarnya.",
            field="logo",
        )
