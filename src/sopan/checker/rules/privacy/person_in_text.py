"""PD-04: nobody but the official who ratifies is named in a procedure."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERSONAL_DATA
from sopan.checker.language.persons import person_in
from sopan.checker.page_facts import all_texts
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="PD-04", name="person-in-text", severity=Severity.WARNING, basis=PERSONAL_DATA)
def person_in_text(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step, field, text in all_texts(procedure):
        if field not in ("judul", "kualifikasi_pelaksana") and (person := person_in(text)):
            yield remark(
                step,
                "Teks ini menyebut nama orang, “{nama}”. Ganti dengan jabatan atau perannya.",
                field=field,
                nama=person,
            )
