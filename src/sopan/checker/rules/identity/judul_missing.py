"""ID-02: a procedure says what it is called."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.page_facts import bare_title, is_blank
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="ID-02", name="judul-missing", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_IDENTITY)
def judul_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    judul = procedure.identity.judul
    if is_blank(judul):
        yield remark(
            None,
            "Judul SOP belum diisi. Tuliskan aspek kegiatan dan hasilnya, misalnya Penyusunan Renstra.",
            field="judul",
        )
    elif is_blank(bare_title(judul)):
        yield remark(
            None,
            "Judul baru berbunyi “{judul}”. Tuliskan aspek kegiatan dan hasilnya, misalnya Penyusunan Renstra.",
            field="judul",
            judul=judul,
        )
