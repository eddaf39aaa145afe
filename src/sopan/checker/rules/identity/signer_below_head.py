"""ID-14: a procedure is ratified by whoever leads the unit."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.language.offices import expanded
from sopan.checker.language.words import word_set, words
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

NO_HEADS = word_set("""
    staf petugas operator pengadministrasi pengelola pengolah analis arsiparis bendahara anggota verifikator penyusun
    pranata penata pelaksana
    """)


@rule(
    code="ID-14",
    name="signer-below-head",
    severity=Severity.WARNING,
    basis=PERMENPANRB_35_2012_IDENTITY,
    gate=Gate.RATIFICATION,
)
def signer_below_head(procedure: Procedure, context: Context) -> Iterator[Remark]:
    jabatan = procedure.identity.disahkan_oleh.jabatan
    if not NO_HEADS.isdisjoint(words(expanded(jabatan))[:1]):
        yield remark(
            None,
            "SOP ini disahkan oleh {jabatan}, yang bukan pimpinan unit. "
            "Mintalah pengesahan pimpinan perangkat daerah atau unit kerja yang berwenang.",
            field="disahkan_oleh.jabatan",
            jabatan=jabatan,
        )
