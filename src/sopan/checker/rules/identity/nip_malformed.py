"""ID-42: a NIP has 18 digits that tell birth, appointment, sex and serial (digest 5.9)."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.nip import NipFault, digits_of, fault_of
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

FIELD = "disahkan_oleh.nip"
REMARKS = {
    NipFault.BIRTH: remark(
        None,
        "Delapan angka pertama NIP pejabat pengesah bukan tanggal lahir. Cocokkan dengan dokumen aslinya.",
        field=FIELD,
    ),
    NipFault.APPOINTMENT: remark(
        None,
        "Angka ke-9 sampai ke-14 NIP pejabat pengesah bukan masa pengangkatan. Cocokkan dengan dokumen aslinya.",
        field=FIELD,
    ),
    NipFault.AGE: remark(
        None,
        "Menurut NIP-nya, pejabat pengesah diangkat sebelum usia 16 atau sesudah usia 60 tahun. "
        "Cocokkan dengan dokumen aslinya.",
        field=FIELD,
    ),
    NipFault.SEX: remark(
        None,
        "Angka ke-15 NIP pejabat pengesah seharusnya 1 atau 2. Cocokkan dengan dokumen aslinya.",
        field=FIELD,
    ),
    NipFault.SERIAL: remark(
        None,
        "Tiga angka terakhir NIP pejabat pengesah tidak mungkin 000. Cocokkan dengan dokumen aslinya.",
        field=FIELD,
    ),
}


@rule(
    code="ID-42",
    name="nip-malformed",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.RATIFICATION,
)
def nip_malformed(procedure: Procedure, context: Context) -> Iterator[Remark]:
    nip = procedure.identity.disahkan_oleh.nip
    fault = None if is_blank(nip) else fault_of(nip, today=context.today)
    if fault is NipFault.LENGTH:
        yield remark(
            None,
            "NIP terdiri atas 18 angka, tetapi NIP pejabat pengesah tertulis dengan {n} angka atau huruf. "
            "Cocokkan dengan dokumen aslinya.",
            field=FIELD,
            n=len(digits_of(nip)),
        )
    elif fault:
        yield REMARKS[fault]
