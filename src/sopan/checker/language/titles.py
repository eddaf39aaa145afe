"""Titles of procedures: aspect of the work and its final output, “Penyusunan Renstra” (digest 1.7 E)."""

from __future__ import annotations

from sopan.checker.language.verbs import Form, form_of
from sopan.checker.language.words import word_set, words

_FURTHER_ASPECTS = word_set(
    """
    administrasi kenaikan keterbukaan kunjungan layanan mekanisme mitigasi operasional pekerjaan pendidikan pengadilan
    perizinan perjanjian perjalanan prosedur rapat tata tindak upacara
    """
)


def names_an_aspect(word: str) -> bool:
    """Whether a word names an aspect of work, as a title begins: Penyusunan, Evaluasi, Pelayanan, Monitoring."""
    said = words(word)
    return bool(said) and (form_of(said[0]) is Form.NOMINALISED or said[0] in _FURTHER_ASPECTS)
