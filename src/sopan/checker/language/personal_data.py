"""Numbers and addresses that belong to a person and not into a published procedure."""

from __future__ import annotations

import re
from functools import lru_cache

from sopan.checker.language.nip import fault_of
from sopan.checker.language.words import CACHED_TEXTS

_NIK = re.compile(r"(?<![\d./-])\d{16}(?![\d/])")
_NIP = re.compile(r"(?<![\d./-])(?:\d{18}|\d{8}\s\d{6}\s\d\s\d{3})(?![\d/])")
_MOBILE = re.compile(r"(?<![\w./-])(?:\+62|62|0)[\s-]?8\d(?:[\s.-]?\d){7,10}(?![\d/])")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}")
_OFFICIAL = re.compile(r"\.(?:go|desa|mil)\.id$", re.IGNORECASE)


@lru_cache(maxsize=CACHED_TEXTS)
def niks(text: str) -> tuple[str, ...]:
    """Citizens' numbers: sixteen digits that hold a region, and a day (women: day + 40), month and year."""
    return tuple(found for found in _NIK.findall(text) if _can_be_nik(found))


@lru_cache(maxsize=CACHED_TEXTS)
def nips(text: str) -> tuple[str, ...]:
    """Numbers that can be the NIP of a civil servant."""
    return tuple(found for found in _NIP.findall(text) if fault_of(found) is None)


@lru_cache(maxsize=CACHED_TEXTS)
def mobile_numbers(text: str) -> tuple[str, ...]:
    """Mobile telephone numbers; the landline of an office is no personal data."""
    return tuple(_MOBILE.findall(text))


@lru_cache(maxsize=CACHED_TEXTS)
def private_emails(text: str) -> tuple[str, ...]:
    """E-mail addresses outside the government's own domains."""
    return tuple(found for found in _EMAIL.findall(text) if not _OFFICIAL.search(found))


def masked(number: str) -> str:
    """`number` with its middle hidden, so that a report does not spread what it warns of."""
    return number[:2] + "…" + number[-2:] if len(number) > 4 else "…"


def _can_be_nik(digits: str) -> bool:
    region, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    return 11 <= region <= 97 and 1 <= (day - 40 if day > 40 else day) <= 31 and 1 <= month <= 12
