"""ID-36: a title names the work, not a person."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.persons import person_in
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="ID-36", name="person-in-judul", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def person_in_judul(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if person := person_in(procedure.identity.judul):
        yield remark(
            None,
            "Judul memuat nama orang, “{nama}”. Hapus namanya; sebutkan pekerjaan dan hasilnya saja.",
            field="judul",
            nama=person,
        )
