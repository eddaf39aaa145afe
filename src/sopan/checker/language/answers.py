"""What an answer at a decision means: onward, back, or something of its own (digest 1.6, labels)."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from sopan.checker.language.words import CACHED_TEXTS, word_set, words


class Sense(StrEnum):
    """The sense of an answer."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    OTHER = "other"
    """Neither: a choice such as “Roda dua” or “A”."""


_NEGATORS = word_set("tidak tdk tak tida belum blm bukan tanpa kurang jangan no n t non")
_FAULTS = word_set("""
    batal cacat ditolak dikembalikan dibatalkan gagal gugur habis invalid kadaluwarsa kedaluwarsa keberatan keliru
    kembali kembalikan kesalahan kosong menolak nihil penolakan perbaikan perbaiki diperbaiki reject rejected
    revisi direvisi rusak salah sengketa temuan terlambat terhambat terlarang tertolak tertunda tolak tunda
    ulang ulangi diulang diulangi koreksi dikoreksi bermasalah masalah keluhan kekurangan kendala
    """)
_GOOD = word_set("""
    acc ada akurat aman approve approved baik bebas benar berhak berhasil berkenan bersedia bisa cocok cukup dapat
    diajukan diizinkan diijinkan dikabulkan dilanjutkan direkomendasikan disahkan disetujui diterima ditandatangani
    diteruskan final hadir iya izin ijin jelas kompeten konsisten lanjut lanjutkan layak lengkap lolos lulus mampu
    memadai memenuhi mengetahui mungkin ok oke paraf penuh perlu puas rapi sah sama sehat selesai sepakat sesuai
    setuju siap sudah sdh tepat telah tercapai terdaftar terima terpenuhi terselesaikan tersedia terverifikasi
    tuntas valid wajar y ya yes yakin
    """)


@lru_cache(maxsize=CACHED_TEXTS)
def sense_of(answer: str) -> Sense:
    """The sense of `answer`; “tidak ada kesalahan” is good news, “tidak lengkap” is not."""
    said = words(answer)
    negated = any(word in _NEGATORS for word in said[:2])
    fault = any(word in _FAULTS for word in said)
    if negated:
        return Sense.POSITIVE if fault else Sense.NEGATIVE
    if fault:
        return Sense.NEGATIVE
    return Sense.POSITIVE if any(word in _GOOD for word in said) else Sense.OTHER


def is_positive(answer: str) -> bool:
    """Whether an answer lets the work go on: “Ya”, “Lengkap”, “Tidak ada kesalahan”."""
    return sense_of(answer) is Sense.POSITIVE


def is_negative(answer: str) -> bool:
    """Whether an answer turns the work back: “Tidak”, “Belum lengkap”, “Ditolak”."""
    return sense_of(answer) is Sense.NEGATIVE
