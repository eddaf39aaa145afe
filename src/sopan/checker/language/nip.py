"""NIP and NI PPPK: eighteen digits that tell when a civil servant was born and appointed (digest 5.9)."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

_LABEL = re.compile(r"^\s*NIP(?:PPK|PK|PPPK)?\s*[.:]*\s*", re.IGNORECASE)


class NipFault(StrEnum):
    """Why a number cannot be a NIP: the sentence for people, with `{nip}` to be filled in."""

    LENGTH = "NIP “{nip}” tidak terdiri atas 18 angka. Salin kembali dari kartu pegawai."
    BIRTH = "Delapan angka pertama NIP “{nip}” bukan tanggal lahir (TTTTBBHH). Periksa kembali angkanya."
    APPOINTMENT = (
        "Angka ke-9 sampai ke-14 NIP “{nip}” bukan tahun dan bulan pengangkatan (PNS) "
        "atau tahun dan urutan perjanjian (PPPK). Periksa kembali angkanya."
    )
    AGE = "Menurut NIP “{nip}”, usia saat diangkat tidak antara 16 dan 60 tahun. Periksa kembali angkanya."
    SEX = "Angka ke-15 NIP “{nip}” seharusnya 1 (pria) atau 2 (wanita). Periksa kembali angkanya."
    SERIAL = "Tiga angka terakhir NIP “{nip}” adalah nomor urut mulai 001, bukan 000. Periksa kembali angkanya."


def digits_of(text: str) -> str:
    """The number in `text` without its label, spaces, dots and hyphens; letters stay, to be seen as a fault."""
    return re.sub(r"[\s.\-\u2013]", "", _LABEL.sub("", text))


def fault_of(text: str, *, today: date | None = None) -> NipFault | None:
    """What is wrong with this NIP; None when it can be one. Without `today` the future is not looked at."""
    number = digits_of(text)
    if not re.fullmatch(r"[0-9]{18}", number):
        return NipFault.LENGTH
    born = _date(number[:8])
    if born is None:
        return NipFault.BIRTH
    year, code = int(number[8:12]), int(number[12:14])
    if not (1 <= code <= 12 or 21 <= code <= 40) or _lies_ahead(year, code, today):
        return NipFault.APPOINTMENT
    if not 16 <= year - born.year <= 60:
        return NipFault.AGE
    if number[14] not in "12":
        return NipFault.SEX
    return NipFault.SERIAL if number[15:] == "000" else None


def is_pppk(text: str) -> bool:
    """Whether a sound NIP is that of a PPPK: digits 13 and 14 count contracts from 21."""
    return fault_of(text) is None and int(digits_of(text)[12:14]) >= 21


def grouped(text: str) -> str:
    """A NIP as it is printed, `YYYYMMDD YYYYMM S NNN`; a faulty one as it was written."""
    number = digits_of(text)
    if not re.fullmatch(r"[0-9]{18}", number):
        return text.strip()
    return f"{number[:8]} {number[8:14]} {number[14]} {number[15:]}"


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _lies_ahead(year: int, code: int, today: date | None) -> bool:
    if today is None:
        return False
    return year > today.year or (year == today.year and code <= 12 and code > today.month)
