"""ID-41: the official who ratifies is named with the NIP; a head of region has none."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.language.offices import heads_a_region
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-41",
    name="nip-missing",
    severity=Severity.ERROR,
    basis=PERMENPANRB_35_2012_IDENTITY,
    gate=Gate.RATIFICATION,
)
def nip_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    signer = procedure.identity.disahkan_oleh
    if is_blank(signer.nip) and not is_blank(signer.jabatan) and not heads_a_region(signer.jabatan):
        yield remark(
            None,
            "NIP {jabatan} yang mengesahkan belum diisi. Tuliskan 18 angka NIP-nya.",
            field="disahkan_oleh.nip",
            jabatan=signer.jabatan,
        )
