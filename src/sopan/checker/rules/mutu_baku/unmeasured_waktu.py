"""MB-02: a time is an amount of time."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import TRAINING_PRINCIPLES
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import waktu
from sopan.domain.procedure import Procedure
from sopan.domain.waktu import Reason

SENTENCES = {
    Reason.CONDITIONAL: (
        "Waktu “{waktu}” tidak dapat diukur. Tuliskan waktu terlama yang wajar, dan pindahkan syaratnya ke Keterangan."
    ),
    Reason.RECURRING: (
        "Waktu “{waktu}” menyebut seberapa sering, bukan seberapa lama. Tuliskan lamanya satu kali pengerjaan."
    ),
    Reason.MOMENT: "Waktu “{waktu}” menyebut kapan, bukan seberapa lama. Tuliskan lamanya, misalnya “30 menit”.",
    Reason.NO_UNIT: "Waktu “{waktu}” belum bersatuan. Tambahkan menit, jam, hari kerja, hari, minggu, atau bulan.",
    Reason.UNKNOWN: "Waktu “{waktu}” tidak terbaca sebagai lama pengerjaan. Tuliskan angka dan satuannya.",
}


@rule(code="MB-02", name="unmeasured-waktu", severity=Severity.WARNING, basis=TRAINING_PRINCIPLES)
def unmeasured_waktu(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        words = step.mutu_baku.waktu
        reason = waktu.read(words).reason
        if reason in SENTENCES and not is_blank(words):
            yield remark(step, SENTENCES[reason], field="waktu", waktu=shortened(words))
