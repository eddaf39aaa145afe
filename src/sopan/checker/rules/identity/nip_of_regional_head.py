"""ID-43: a head of region is elected and has no NIP."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.offices import heads_a_region
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.operations import set_identity
from sopan.domain.procedure import Procedure


@rule(
    code="ID-43",
    name="nip-of-regional-head",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.RATIFICATION,
)
def nip_of_regional_head(procedure: Procedure, context: Context) -> Iterator[Remark]:
    signer = procedure.identity.disahkan_oleh
    acting = signer.selaku.strip() not in ("", "-")
    if heads_a_region(signer.jabatan) and not acting and not is_blank(signer.nip):
        yield remark(
            None,
            "{jabatan} tidak memiliki NIP. Kosongkan NIP pada pengesahan.",
            field="disahkan_oleh.nip",
            fix=(set_identity(procedure, "disahkan_oleh.nip", ""),),
            jabatan=signer.jabatan,
        )
