"""FL-42: an executor is someone who acts; an application is what they act with."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.language.words import word_set, words
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

SYSTEMS = word_set("aplikasi sistem website situs portal server database basisdata mesin robot chatbot")


@rule(code="FL-42", name="system-as-executor", severity=Severity.WARNING, basis=PERMENPANRB_35_2012_SYMBOLS)
def system_as_executor(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for column in procedure.columns:
        _, _, own = column.rpartition(" / ")
        if not SYSTEMS.isdisjoint(words(own)[:1]):
            yield remark(
                None,
                "Kolom pelaksana “{pelaksana}” adalah alat, bukan pelaksana. "
                "Tuliskan jabatan yang memakainya, dan cantumkan alatnya pada Peralatan.",
                field="pelaksana",
                pelaksana=column,
            )
