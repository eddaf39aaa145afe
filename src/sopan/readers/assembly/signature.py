"""Who ratified and who made it: the signature block, and the names beside the emblem, from their lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sopan.domain import PejabatPengesah
from sopan.readers.assembly.region import Written

_NIP = re.compile(r"(?i)^\W*n\s?i\s?p\b\W*([\d\s.]*\d)?\W*$|^\W*(\d{8}\s?\d{6}\s?\d\s?\d{3})\W*$")
_RANK = re.compile(
    r"(?i)^\W*(?:pembina|penata|pengatur|juru|jenderal|komisaris|inspektur|ajun|brigadir|kolonel|letnan|mayor|kapten)\b"
    r"|\([IV]{1,3}\s?[/.]\s?[a-e]\)|\bgol(?:ongan)?\b"
)
_CAPACITY = re.compile(r"(?i)^(plt|plh|pj|pjs|a\.?\s?n|u\.?\s?b|atas nama|an)\b\s*[.,]?\s*")
_DEGREE = re.compile(r"(?i),\s*(?:[a-z]{1,3}\.?\s?)*[a-z]{1,6}\.?|\b(?:dr|drs|dra|ir|prof|h|hj|drg)\.\s")
_SIGNED = 12.0
"""Millimetres above a name without an office, at least; a line in the middle of a low cell has less."""
_BLANK = re.compile(r"^[\s._:…–—-]*$")
_REGION = re.compile(r"(?i)^(?:provinsi|kabupaten|kota)\b")
_MAKER = re.compile(r"(?i)^pemerintah\b")
_UNIT = re.compile(
    r"(?i)^(?:sub\s?)?(?:bagian|bidang|seksi|tim|fungsi|kelompok|sekretariat|upt|uptd|unit|subbag|kelurahan|desa)\b"
)


def official(lines: Sequence[Written], top: float) -> PejabatPengesah:
    """The office above, the person below; told apart by the room left for a signature, else by rank, NIP and degree.

    `top` is the upper edge of the block: where the office is missing, the room is above the person.
    """
    kept = [line for line in lines if not _BLANK.match(line.text)]
    nip = next((line for line in kept if _NIP.match(line.text)), None)
    rank = next((line for line in kept if line is not nip and _RANK.search(line.text)), None)
    rest = [line for line in kept if line is not nip and line is not rank]
    split = _room_for_signature(rest, top)
    if split is None:
        split = len(rest)
        has_degree = bool(rest) and _DEGREE.search(rest[-1].text) is not None
        if has_degree or (len(rest) > 1 and (nip is not None or rank is not None)):
            split -= 1
    office, name = (" ".join(line.text for line in part) for part in (rest[:split], rest[split:]))
    capacity = _CAPACITY.match(office or name)
    selaku = capacity.group().strip() if capacity else ""
    return PejabatPengesah(
        jabatan=office[len(selaku) :].strip() if office else "",
        selaku=selaku,
        nama=(name if office else name[len(selaku) :]).strip("() "),
        pangkat=rank.text if rank else "",
        nip=_number(nip) if nip else "",
    )


def maker(lines: Sequence[Written]) -> tuple[str, str, str]:
    """Region, agency and unit, from the names beside the emblem."""
    names = [line.text for line in lines if not _BLANK.match(line.text)]
    region: list[str] = []
    while names and _MAKER.match(names[0]):
        region.append(names.pop(0))
        while names and (_REGION.match(names[0]) or region[-1].endswith(",")) and not _MAKER.match(names[0]):
            region.append(names.pop(0))
    start = next((at for at, name in enumerate(names) if at and _UNIT.match(name)), None)
    if start is None and any(name.isupper() for name in (*region, *names)):
        start = next((at for at, name in enumerate(names) if not name.isupper()), None)
    agency, unit = (names, []) if start is None else (names[:start], names[start:])
    return " ".join(region), " ".join(agency), " ".join(unit)


def _room_for_signature(lines: Sequence[Written], top: float) -> int | None:
    """Number of the line below the widest gap, where that is wide enough to sign in."""
    bottoms = [top, *(line.box.bottom for line in lines)]
    gaps = [(line.box.top - bottom, at) for at, (line, bottom) in enumerate(zip(lines, bottoms, strict=False))]
    if not gaps:
        return None
    widest, at = max(gaps)
    height = max(line.box.height for line in lines)
    return at if widest > max(1.2 * height, 5.0 if at else _SIGNED) else None


def _number(line: Written) -> str:
    found = _NIP.match(line.text)
    number = (found[1] or found[2] or "") if found else ""
    return number.strip()
