"""The cells of a CSV file, whatever sign parts them and in whatever letters they are written."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from sopan.domain.codec.limits import MAX_TEXT
from sopan.domain.codec.refusals import UNFIT
from sopan.domain.errors import SourceTooLarge, UnreadableSource
from sopan.readers import headings

MAX_BYTES = 10_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 200
_SIGNS = (";", ",", "\t", "|")
_LOOKED_AT = 60
"""Rows among which the heading row is looked for."""

Rows = list[list[str]]


def rows(data: bytes) -> Rows:
    """The cells, row by row. Raises UnreadableSource where it is no table in text."""
    if len(data) > MAX_BYTES:
        raise SourceTooLarge("Berkas CSV ini lebih besar dari {batas} MB.", batas=MAX_BYTES // 1_000_000)
    text = decoded(data)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # what Excel writes for itself
        return _parted(rest, first.strip()[-1])
    return max((_parted(text, sign) for sign in _SIGNS), key=_recognised)


def decoded(data: bytes) -> str:
    """The text, in the encodings in which Excel and Windows save."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data[:1000]:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", errors="replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def head_of(table: Sequence[Sequence[str]]) -> int:
    """Place of the row with the most headings of a step table; -1 where none has two."""
    known = [len({headings.column(cell) for cell in row} - {""}) for row in table[:_LOOKED_AT]]
    best = max(known, default=0)
    return known.index(best) if best > 1 else -1


def _recognised(table: Rows) -> tuple[int, int]:
    """How good a parting is: first by the headings it shows, then by its cells."""
    place = head_of(table)
    known = {headings.column(cell) for cell in table[place]} - {""} if place >= 0 else set()
    return len(known), max((len(row) for row in table[:_LOOKED_AT]), default=0)


def _parted(text: str, sign: str) -> Rows:
    found: Rows = []
    try:
        for row in csv.reader(StringIO(UNFIT.sub(" ", text), newline=""), delimiter=sign):
            found.append([_clean(cell) for cell in row[:MAX_COLUMNS]])
            if len(found) > MAX_ROWS:
                raise SourceTooLarge("Berkas CSV ini berisi lebih dari {batas} baris.", batas=MAX_ROWS)
    except csv.Error as trouble:
        raise UnreadableSource(
            "Baris {baris} berkas CSV ini tidak dapat dibaca: selnya terlalu panjang. Periksa tanda kutipnya.",
            baris=len(found) + 1,
        ) from trouble
    return found


def _clean(cell: str) -> str:
    """Lines without needless spaces, and without empty ones."""
    lines = (" ".join(line.split()) for line in cell[:MAX_TEXT].splitlines())
    return "\n".join(line for line in lines if line)
