"""ID-21: two related procedures name each other."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import TRAINING_PRINCIPLES
from sopan.checker.language.words import shortened
from sopan.checker.neighbours import Folder, folder_of
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-21",
    name="one-sided-keterkaitan",
    severity=Severity.INFO,
    basis=TRAINING_PRINCIPLES,
    gate=Gate.RATIFICATION,
    needs_folder=True,
)
def one_sided_keterkaitan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    folder = folder_of(procedure, context)
    for text in procedure.identity.keterkaitan:
        for other in folder.with_title(text, besides=procedure):
            if not _names(folder, other, procedure):
                yield remark(
                    None,
                    "SOP ini menyebut “{butir}”, tetapi SOP itu belum menyebut SOP ini pada Keterkaitannya. "
                    "Tambahkan di sana, atau hapus di sini bila tidak berkaitan langsung.",
                    field="keterkaitan",
                    butir=shortened(text),
                )


def _names(folder: Folder, other: Procedure, procedure: Procedure) -> bool:
    related = (folder.with_title(text, besides=other) for text in other.identity.keterkaitan)
    return any(found is procedure for candidates in related for found in candidates)
