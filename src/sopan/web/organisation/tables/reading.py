"""From cells to records: columns are known by their headings in any order, and every problem names its row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

Rows = Sequence[tuple[int, Sequence[str]]]
"""Numbers of rows, and their cells."""


class Unfit(Exception):
    """A cell that cannot be taken: a sentence for people, with its parameters."""

    def __init__(self, sentence: str, **parameters: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.parameters = parameters


@dataclass(frozen=True, slots=True)
class Problem:
    """What has to be put right in the file. Row 0: the file as a whole."""

    row: int
    column: str
    sentence: str
    parameters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its key, its heading, other headings it goes by, and how a cell of it is read."""

    key: str
    heading: str
    explanation: str = ""
    others: tuple[str, ...] = ()
    required: bool = False
    choices: tuple[str, ...] = ()
    read: Callable[[str], Any] = str
    longest: int = 200


@dataclass(frozen=True, slots=True)
class Record:
    """One row, by keys of columns; a cell that is empty has the value of an empty text."""

    row: int
    values: Mapping[str, Any]
    is_sound: bool = True
    """Whether every cell could be read; a cell that could not is empty."""

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401  what a cell means, by its column
        return self.values[key]


@dataclass(frozen=True, slots=True)
class Table:
    """All records, and the problems of those that are not sound."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


def read_table(rows: Rows, columns: Sequence[Column]) -> Table:
    """Read rows whose first holds the headings."""
    (_, head), *body = rows
    places = _places(head, columns)
    missing = [column.heading for column in columns if column.required and column.key not in places]
    if missing:
        names = ", ".join(f"“{name}”" for name in missing)
        return Table(
            (), (Problem(0, "", "Kolom {kolom} belum ada. Pakai formulir yang diunduh di sini.", {"kolom": names}),)
        )
    problems: list[Problem] = []
    records = tuple(_record(number, cells, columns, places, problems) for number, cells in body)
    return Table(records, tuple(problems))


def _places(head: Sequence[str], columns: Sequence[Column]) -> dict[str, int]:
    known = {_key(name): column.key for column in columns for name in (column.heading, *column.others)}
    found: dict[str, int] = {}
    for place, heading in enumerate(head):
        key = known.get(_key(heading))
        if key is not None:
            found.setdefault(key, place)
    return found


def _record(
    number: int,
    cells: Sequence[str],
    columns: Sequence[Column],
    places: Mapping[str, int],
    problems: list[Problem],
) -> Record:
    values: dict[str, Any] = {}
    before = len(problems)
    for column in columns:
        place = places.get(column.key, len(cells))
        text = " ".join(cells[place].split()) if place < len(cells) else ""
        try:
            values[column.key] = _value(text, column)
        except Unfit as unfit:
            problems.append(Problem(number, column.heading, unfit.sentence, unfit.parameters))
            values[column.key] = ""
    return Record(number, values, is_sound=len(problems) == before)


def _value(text: str, column: Column) -> Any:  # noqa: ANN401  what a cell means, by its column
    if len(text) > column.longest:
        raise Unfit("terlalu panjang: {n} huruf, paling banyak {batas}.", n=len(text), batas=column.longest)
    if not text:
        if column.required:
            raise Unfit("belum diisi.")
        return ""
    return column.read(text)


def _key(heading: str) -> str:
    """Headings are the same without regard to case, signs and the star of those that have to be filled in."""
    return re.sub(r"[^a-z0-9]", "", heading.casefold())


def day(text: str) -> date:
    """`2026-12-31`, `31-12-2026`, `31/12/2026`, `31 Desember 2026`."""
    for form in ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    written = re.fullmatch(r"(\d{1,2}) ([A-Za-z]+) (\d{4})", text)
    if written and written[2].casefold()[:3] in _MONTHS:
        try:
            return date(int(written[3]), _MONTHS.index(written[2].casefold()[:3]) + 1, int(written[1]))
        except ValueError:
            pass
    raise Unfit("“{isi}” bukan tanggal. Tulis misalnya 31-12-2026.", isi=text)


_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")


def whole(*, least: int, most: int) -> Callable[[str], int]:
    """A whole number between two bounds."""

    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", text) or not least <= int(text) <= most:
            raise Unfit("“{isi}” bukan angka {dari} sampai {sampai}.", isi=text, dari=least, sampai=most)
        return int(text)

    return read


def yes(text: str) -> bool:
    """`ya` or `tidak`."""
    if text.casefold() in ("ya", "y", "true", "1", "v", "✓"):
        return True
    if text.casefold() in ("tidak", "t", "false", "0", "-"):
        return False
    raise Unfit("“{isi}” bukan “ya” atau “tidak”.", isi=text)


def one_of(words: Mapping[str, str]) -> Callable[[str], str]:
    """One of the words (by what they mean), without regard to case and signs; the meaning itself fits, too."""
    known = {_key(word): meaning for word, meaning in words.items()} | {_key(each): each for each in words.values()}

    def read(text: str) -> str:
        meaning = known.get(_key(text))
        if meaning is None:
            raise Unfit("“{isi}” tidak dikenal. Pilih: {pilihan}.", isi=text, pilihan=", ".join(words))
        return meaning

    return read


def repeated(records: Iterable[Record], key: Callable[[Record], object], column: str, sentence: str) -> list[Problem]:
    """A problem for each record whose key an earlier one has; `sentence` may name that `{baris}`. None is no key."""
    first: dict[object, int] = {}
    found = []
    for record in records:
        what = key(record) if record.is_sound else None
        if what is None:
            continue
        if what in first:
            found.append(Problem(record.row, column, sentence, {"baris": first[what]}))
        else:
            first[what] = record.row
    return found
