"""Whether an activity says anywhere that something is judged, so that its outcome may differ."""

from __future__ import annotations

from functools import lru_cache

from sopan.checker.language.verbs import active_of, decides
from sopan.checker.language.words import CACHED_TEXTS, word_set, words

_MAY_JUDGE = word_set("""
    memeriksa meneliti memverifikasi memvalidasi menyetujui menilai memutuskan mengecek menelaah mereviu mengoreksi
    menyeleksi mengevaluasi mengkaji menguji mempertimbangkan menentukan mencocokkan memastikan membandingkan
    mengesahkan menandatangani memparaf mengonfirmasi mengkonfirmasi mendisposisi mendisposisikan mengidentifikasi
    mengklasifikasi memilah memilih menganalisis membahas menyepakati mengizinkan merekomendasikan menetapkan
    mencermati menolak mengklarifikasi mengukur mencari menyaring mengasistensi mengamati menimbang meninjau mengaudit
    """)
_QUESTIONS = word_set("apakah adakah sudahkah perlukah bolehkah dapatkah")


@lru_cache(maxsize=CACHED_TEXTS)
def may_judge(kegiatan: str) -> bool:
    """Whether anything in the activity says that something is judged: a verb, its noun, or a question."""
    if "?" in kegiatan or decides(kegiatan):
        return True
    return any(word in _QUESTIONS or active_of(word) in _MAY_JUDGE for word in words(kegiatan))
