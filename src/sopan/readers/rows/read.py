"""A table of steps in plain text becomes a procedure: one row, one step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sopan.domain import Edge, End, Identity, Kind, MutuBaku, PejabatPengesah, Procedure, Step, Symbol
from sopan.domain.codec.limits import MAX_STEPS
from sopan.domain.errors import UnreadableSource
from sopan.readers import headings
from sopan.readers.assembly.findings import Findings
from sopan.readers.assembly.items import items
from sopan.readers.assembly.marks import is_mark, kind_word
from sopan.readers.reading import Certainty, Place, Reading
from sopan.readers.rows.table import head_of, rows
from sopan.readers.rows.ways import ways
from sopan.readers.xlsx.grid import address

KINDS: Mapping[str, Kind] = {
    "proses": Kind.PROCESS, "process": Kind.PROCESS, "kegiatan": Kind.PROCESS, "mulai": Kind.START, "start": Kind.START,
    "awal": Kind.START, "keputusan": Kind.DECISION, "decision": Kind.DECISION, "pilihan": Kind.DECISION,
    "selesai": Kind.END, "akhir": Kind.END, "end": Kind.END,
}  # fmt: skip
_LISTS = frozenset({"dasar_hukum", "keterkaitan", "peringatan", "kualifikasi_pelaksana", "peralatan", "pencatatan"})
_TEXTS = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
_BARE = re.compile(r"\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?")
_NAMES = re.compile(r"\s*(?:[\n;,]|\s/\s)\s*")


@dataclass(slots=True)
class _Row:
    """The cells of one step, by column; a step may go on in the rows below."""

    id: str
    place: int
    cells: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        return self.cells.get("nomor", "").strip(" .()")


@dataclass(frozen=True, slots=True)
class _Head:
    """Which column is what; names of executors for columns that hold marks."""

    row: int
    columns: Mapping[int, str]
    executors: Mapping[int, str]
    unit: str


def read(data: bytes) -> tuple[Reading, ...]:
    """The procedure of a CSV file. Raises UnreadableSource where no row holds the headings of a step table."""
    table = rows(data)
    place = head_of(table)
    if place < 0:
        raise UnreadableSource(
            "Berkas CSV ini tidak memiliki baris kepala kolom. Tulis sekurangnya “Kegiatan” dan “Pelaksana” di baris "
            "pertama."
        )
    findings = Findings()
    head = _head(table, place)
    found = _steps_of(table, head)
    if len(found) > MAX_STEPS:
        findings.note("Tabel ini lebih dari {limit} baris; sisanya tidak dibaca.", limit=MAX_STEPS)
    found = found[:MAX_STEPS]
    steps = tuple(_step(row, head, findings) for row in found)
    procedure = Procedure(
        identity=_identity(table[:place], findings),
        daftar_pelaksana=_executors(head, steps),
        steps=steps,
        edges=tuple(_edges(found, steps, head, findings)),
    )
    return (Reading(procedure=procedure, values=tuple(findings.values), notes=tuple(findings.notes)),)


def _head(table: Sequence[Sequence[str]], place: int) -> _Head:
    columns: dict[int, str] = {}
    executors: dict[int, str] = {}
    unit = ""
    for at, text in enumerate(table[place]):
        name = headings.column(text)
        if name and name not in columns.values():
            columns[at] = name
            unit = headings.unit(text) if name == "waktu" else unit
        elif text and not name and _holds_marks(table[place + 1 :], at):
            executors[at] = " ".join(text.split())
    return _Head(place, columns, executors, unit)


def _holds_marks(body: Sequence[Sequence[str]], column: int) -> bool:
    """Whether a column says nothing but where its executor takes part."""
    said = [row[column] for row in body if column < len(row) and row[column]]
    return bool(said) and all(is_mark(text) or _kind(text) for text in said)


def _steps_of(table: Sequence[Sequence[str]], head: _Head) -> list[_Row]:
    found: list[_Row] = []
    for place, row in enumerate(table[head.row + 1 :], head.row + 1):
        cells = {name: row[at] for at, name in head.columns.items() if at < len(row) and row[at]}
        marks = {name: row[at] for at, name in head.executors.items() if at < len(row) and row[at]}
        if (not cells and not marks) or _repeats_head(cells) or _counts_columns(row):
            continue
        if found and not {"nomor", "kegiatan"} & cells.keys():
            for name, text in cells.items():
                found[-1].cells[name] = "\n".join(filter(None, (found[-1].cells.get(name, ""), text)))
            found[-1].marks.update(marks)
        else:
            found.append(_Row(str(len(found) + 1), place, cells, marks))
    return found


def _repeats_head(cells: Mapping[str, str]) -> bool:
    return bool(cells) and all(headings.column(text) == name for name, text in cells.items())


def _counts_columns(row: Sequence[str]) -> bool:
    """A row `1 2 3 …` below the head only numbers the columns."""
    said = [text for text in row if text]
    return len(said) > 2 and said == [str(number) for number in range(1, len(said) + 1)]


def _step(row: _Row, head: _Head, findings: Findings) -> Step:
    texts = {name: row.cells.get(name, "") for name in _TEXTS}
    for name, text in texts.items():
        if text and name != "waktu":
            findings.value(name, text, _place(row, head, name), step=row.id)
    symbols = _symbols(row, head, findings)
    return Step(
        id=row.id,
        kegiatan=texts["kegiatan"],
        symbols=symbols,
        mutu_baku=MutuBaku(
            kelengkapan=items(texts["kelengkapan"]), waktu=_waktu(row, head, findings), output=texts["output"]
        ),
        keterangan=texts["keterangan"],
        kind=_kind_of(row, head, findings),
        nomor="" if row.shown == row.id else row.shown,
    )


def _waktu(row: _Row, head: _Head, findings: Findings) -> str:
    """With the unit of its column, where it is a bare number."""
    text = row.cells.get("waktu", "")
    is_bare = bool(_BARE.fullmatch(text))
    if is_bare and head.unit:
        text = f"{text} {head.unit}"
    elif is_bare:
        findings.note(
            "Waktu “{waktu}” tidak menyebut satuan. Tambahkan menit, jam, atau hari.",
            step=row.id,
            name="waktu",
            place=_place(row, head, "waktu"),
            waktu=text,
        )
    sure = Certainty.CERTAIN if not is_bare else Certainty.LIKELY if head.unit else Certainty.DOUBTFUL
    if text:
        findings.value("waktu", text, _place(row, head, "waktu"), step=row.id, certainty=sure)
    return text


def _symbols(row: _Row, head: _Head, findings: Findings) -> tuple[Symbol, ...]:
    written = row.cells.get("pelaksana", "")
    listed = items(written)
    names = [*(listed if len(listed) > 1 else _NAMES.split(written)), *row.marks]
    names = list(dict.fromkeys(name.strip(" .;,") for name in names if name.strip(" .;,")))
    for name in names:
        findings.value("pelaksana", name, _place(row, head, "pelaksana"), step=row.id)
    return tuple(Symbol(name, _kind(row.marks.get(name, ""))) for name in names)


def _kind_of(row: _Row, head: _Head, findings: Findings) -> Kind:
    said = row.cells.get("jenis", "")
    kind = _kind(said)
    if said:
        sure = Certainty.CERTAIN if kind else Certainty.DOUBTFUL
        findings.value("jenis", said, _place(row, head, "jenis"), step=row.id, certainty=sure)
    if said and not kind:
        findings.note(
            "Jenis “{jenis}” tidak dikenal, jadi dibaca sebagai proses. Tulis mulai, proses, keputusan, atau selesai.",
            step=row.id,
            name="jenis",
            place=_place(row, head, "jenis"),
            jenis=said,
        )
    return kind or Kind.PROCESS


def _kind(text: str) -> Kind | None:
    return KINDS.get(text.strip(" .:()").casefold()) or kind_word(text)


def _executors(head: _Head, steps: Sequence[Step]) -> tuple[str, ...]:
    involved = (name for step in steps for name in step.daftar_pelaksana)
    return tuple(dict.fromkeys((*head.executors.values(), *involved)))


def _edges(found: Sequence[_Row], steps: Sequence[Step], head: _Head, findings: Findings) -> Iterator[Edge]:
    """As the column `ke` says; where it says nothing, on to the next row."""
    ids = {row.shown or row.id: row.id for row in reversed(found)}
    says_ways = "ke" in head.columns.values()
    if not says_ways and len(found) > 1:
        findings.note(
            "Tabel ini tidak memuat garis alur. Setiap langkah dianggap berlanjut ke baris berikutnya; periksalah."
        )
    following = {step.id: after.id for step, after in pairwise(steps)}
    for row, step in zip(found, steps, strict=True):
        said = row.cells.get("ke", "")
        onward, strange = ways(said, ids)
        if strange:
            _note_strange(row, head, strange, findings)
        for answer, target in onward:
            yield _edge(row, answer, target, Certainty.CERTAIN, _place(row, head, "ke"), findings)
        if not said and step.kind not in (Kind.DECISION, Kind.END) and row.id in following:
            sure = Certainty.LIKELY if says_ways else Certainty.DOUBTFUL
            yield _edge(
                row, "", following[row.id], sure, _place(row, head, "ke" if says_ways else "kegiatan"), findings
            )


def _edge(row: _Row, answer: str, target: str, certainty: Certainty, place: Place, findings: Findings) -> Edge:
    findings.value(f"ke.{answer}" if answer else "ke", target, place, step=row.id, certainty=certainty)
    return Edge(End(row.id), End(target), answer)


def _note_strange(row: _Row, head: _Head, strange: Sequence[str], findings: Findings) -> None:
    findings.note(
        "Tujuan “{tujuan}” tidak ada dalam tabel ini. Tulis nomor langkah yang dituju, misalnya “Ya: 3; Tidak: 1”.",
        step=row.id,
        name="ke",
        place=_place(row, head, "ke"),
        tujuan="; ".join(strange),
    )


def _place(row: _Row, head: _Head, name: str) -> Place:
    column = next((at for at, said in head.columns.items() if said == name), 0)
    return Place(page=1, cell=address(column, row.place))


def _identity(above: Sequence[Sequence[str]], findings: Findings) -> Identity:
    """What stands above the table: a label, and its value behind it or in the next cell."""
    found: dict[str, str] = {}
    for place, row in enumerate(above):
        for column, text in enumerate(row):
            label = headings.label(text)
            if label is None or label.field in found:
                continue
            value = label.rest or next((cell for cell in row[column + 1 :] if cell), "")
            if value:
                found[label.field] = value
                findings.value(label.field, value, Place(page=1, cell=address(column, place)))
    official = PejabatPengesah(jabatan=found.pop("disahkan_oleh", ""))
    lists = {name: items(found.pop(name)) for name in _LISTS & found.keys()}
    return Identity(disahkan_oleh=official, **found, **lists)  # type: ignore[arg-type]  # fields are text or tuples
