"""ID-03: a title begins with the aspect of the work: Penyusunan, Pelayanan, Evaluasi, …"""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_TITLES
from sopan.checker.language.titles import names_an_aspect
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import bare_title, is_blank
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="ID-03", name="judul-without-aspect", severity=Severity.WARNING, basis=PERMENPANRB_35_2012_TITLES)
def judul_without_aspect(procedure: Procedure, context: Context) -> Iterator[Remark]:
    title = bare_title(procedure.identity.judul)
    if not is_blank(title) and not names_an_aspect(title.split()[0]):
        yield remark(
            None,
            "Judul “{judul}” belum dimulai dengan aspek kegiatan. Awali dengan kata seperti "
            "Penyusunan, Pelayanan, Penerbitan atau Evaluasi, lalu sebutkan hasilnya.",
            field="judul",
            judul=shortened(procedure.identity.judul),
        )
