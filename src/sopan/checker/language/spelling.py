"""Spellings of verbs that are common in offices and not those of the dictionary."""

from __future__ import annotations

import re

_STANDARD: dict[str, str] = {
    "berkordinasi": "berkoordinasi",
    "mengkomunikasikan": "mengomunikasikan",
    "mengkonfirmasi": "mengonfirmasi",
    "mengkonfirmasikan": "mengonfirmasikan",
    "mengkonsultasikan": "mengonsultasikan",
    "mengkonversi": "mengonversi",
    "mengkoordinasi": "mengoordinasi",
    "mengkoordinasikan": "mengoordinasikan",
    "mengkoordinir": "mengoordinasi",
    "mengkoordinirkan": "mengoordinasikan",
    "mengkordinasikan": "mengoordinasikan",
    "mengkoreksi": "mengoreksi",
    "mengkompilasi": "mengompilasi",
    "mengkumpulkan": "mengumpulkan",
    "mengcopy": "menyalin",
    "mengcover": "mencakup",
    "mengentry": "mengentri",
    "menginformasi": "menginformasikan",
    "menginstal": "memasang",
    "menginstall": "memasang",
    "mengkirim": "mengirim",
    "mengkirimkan": "mengirimkan",
    "mengupdate": "memutakhirkan",
    "mengupload": "mengunggah",
    "mengdownload": "mengunduh",
    "mendownload": "mengunduh",
    "mencek": "mengecek",
    "mengecheck": "mengecek",
    "melegalisir": "melegalisasi",
    "melengkapkan": "melengkapi",
    "memfollow-up": "menindaklanjuti",
    "memparaf": "memaraf",
    "memprint": "mencetak",
    "mempengaruhi": "memengaruhi",
    "mempedomani": "memedomani",
    "memperhitungan": "memperhitungkan",
    "mempublikasikan": "memublikasikan",
    "mempublish": "memublikasikan",
    "mensahkan": "mengesahkan",
    "menscan": "memindai",
    "mengscan": "memindai",
    "menseleksi": "menyeleksi",
    "mensertifikasi": "menyertifikasi",
    "mensinkronkan": "menyinkronkan",
    "mensinkronisasi": "menyinkronkan",
    "mensosialisasikan": "menyosialisasikan",
    "mensortir": "menyortir",
    "mensurvei": "menyurvei",
    "mensurvey": "menyurvei",
    "menyurvey": "menyurvei",
    "mensupervisi": "menyupervisi",
    "mensukseskan": "menyukseskan",
    "mentaati": "menaati",
    "mentelaah": "menelaah",
    "menterjemahkan": "menerjemahkan",
    "mentetapkan": "menetapkan",
    "menganalisa": "menganalisis",
    "menandatangai": "menandatangani",
    "menanda-tangani": "menandatangani",
    "menindak-lanjuti": "menindaklanjuti",
    "melakuan": "melakukan",
    "memverikasi": "memverifikasi",
    "merubah": "mengubah",
    "mereview": "mereviu",
    "mengadministrasi": "mengadministrasikan",
    "memonitoring": "memonitor",
    "mencermatkan": "mencermati",
    "menghimbau": "mengimbau",
    "mengobservsi": "mengobservasi",
    "mengarsip": "mengarsipkan",
    "mengasistensikan": "mengasistensi",
    "mengevalusi": "mengevaluasi",
    "mendisposisi": "mendisposisikan",
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def standard_spelling(word: str) -> str:
    """How the dictionary spells this lower-case word; empty when it is right as it is, or not known."""
    return _STANDARD.get(word, "")


def respelled(text: str) -> str:
    """`text` with every known misspelling set right, capitals kept."""
    return _WORD.sub(lambda found: _like(found.group(0)), text)


def _like(word: str) -> str:
    right = _STANDARD.get(word.casefold(), "")
    if not right:
        return word
    if word.isupper():
        return right.upper()
    return right.capitalize() if word[0].isupper() else right
