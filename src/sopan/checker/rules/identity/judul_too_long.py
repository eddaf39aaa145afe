"""ID-34: a title that can be remembered."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import HOUSE
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="ID-34", name="judul-too-long", severity=Severity.WARNING, basis=HOUSE)
def judul_too_long(procedure: Procedure, context: Context) -> Iterator[Remark]:
    most = int(context.number("judul_paling_panjang", 150))
    length = len(" ".join(procedure.identity.judul.split()))
    if length > most:
        yield remark(
            None,
            "Judul terdiri atas {n} huruf, lebih dari {batas}. Pendekkan menjadi aspek kegiatan dan hasilnya saja.",
            field="judul",
            n=length,
            batas=most,
        )
