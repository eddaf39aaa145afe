"""ID-58: a generic procedure is enacted from the top, for everyone."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_ENACTMENT
from sopan.checker.language.offices import heads_a_region
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.identity import Jenis
from sopan.domain.procedure import Procedure


@rule(
    code="ID-58",
    name="generic-signed-by-unit",
    severity=Severity.INFO,
    basis=PERMENPANRB_35_2012_ENACTMENT,
    gate=Gate.RATIFICATION,
)
def generic_signed_by_unit(procedure: Procedure, context: Context) -> Iterator[Remark]:
    signer = procedure.identity.disahkan_oleh
    jabatan = signer.jabatan
    generic = procedure.identity.jenis is Jenis.GENERIC
    on_behalf = signer.selaku.strip().casefold().startswith("a.n")
    if generic and not on_behalf and not is_blank(jabatan) and not heads_a_region(jabatan):
        yield remark(
            None,
            "SOP generik berlaku di semua perangkat daerah, tetapi disahkan oleh {jabatan}. "
            "Pastikan sudah ditetapkan oleh kepala daerah, atau ubah jenisnya menjadi spesifik.",
            field="disahkan_oleh.jabatan",
            jabatan=jabatan,
        )
