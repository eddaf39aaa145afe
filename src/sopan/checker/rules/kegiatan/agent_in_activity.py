"""KG-16: “oleh …” names an executor where the column already does."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.kegiatan_facts import names_a_subject
from sopan.checker.language.offices import agent_in
from sopan.checker.language.verbs import Form, opening
from sopan.checker.language.words import shortened, words
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="KG-16", name="agent-in-activity", severity=Severity.WARNING, basis=PERMENPANRB_35_2012_SYMBOLS)
def agent_in_activity(procedure: Procedure, context: Context) -> Iterator[Remark]:
    columns = procedure.columns
    for step in procedure.steps:
        agent = agent_in(step.kegiatan)
        if agent and _belongs_to_the_main_clause(step.kegiatan) and not names_a_subject(columns, step.kegiatan):
            yield remark(
                step,
                "Kegiatan “{kegiatan}” menyebut pelaksananya dengan “oleh {pelaksana}”. Hapus bagian itu; "
                "pelaksana ditunjukkan oleh kolom tempat simbolnya.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
                pelaksana=agent,
            )


def _belongs_to_the_main_clause(kegiatan: str) -> bool:
    """“Pengisian formulir oleh pegawai”, but not “Menerima berkas yang diperiksa oleh pegawai”."""
    said = words(kegiatan)
    return opening(kegiatan).form is not Form.ACTIVE and "yang" not in said[: said.index("oleh")]
