"""ID-35: a title names the work, not the law it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.laws import laws_in
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="ID-35", name="law-in-judul", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def law_in_judul(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for law in laws_in(procedure.identity.judul):
        yield remark(
            None,
            "Judul menyebut peraturan “{peraturan}”. Pindahkan ke Dasar Hukum; "
            "judul cukup memuat aspek kegiatan dan hasilnya.",
            field="judul",
            peraturan=law.text,
        )
