"""Tabel 6 and the document of the needs assessment, as forms that `writers.rows` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from sopan.domain.tanggal import MONTHS
from sopan.web.identification.models import Need, Row, Tupoksi, TupoksiLevel
from sopan.web.identification.queries.tree import Node, letters
from sopan.web.organisation.models import Unit
from sopan.web.registry.models import STANDING_SOPS
from sopan.writers.rows import Cell, Column, Form

TABEL_6 = (
    Column("No.", 3, centred=True),
    Column("Tugas", 13),
    Column("Fungsi", 15),
    Column("Uraian Tugas", 15),
    Column("Kegiatan", 14),
    Column("Output", 12),
    Column("Aspek Kegiatan", 9),
    Column("Judul SOP", 17),
)
NEEDS = (
    Column("No.", 3, centred=True),
    Column("Unit", 10),
    Column("Tugas/Fungsi", 12),
    Column("Judul SOP", 13),
    Column("Ada/Belum", 6, centred=True),
    Column("Aspek", 9),
    Column("Temuan", 14),
    Column("Usulan", 6, centred=True),
    Column("Alasan", 14),
    Column("Dampak internal", 10),
    Column("Dampak eksternal", 10),
    Column("Prioritas", 7, centred=True),
    Column("Rencana waktu", 7),
    Column("Penanggung jawab", 10),
)
HOW_PRIORITY = (
    "Prioritas dihitung dari mendesak × dampak × dapat dilaksanakan (masing-masing 1 sampai 3): "
    "12 ke atas prioritas 1, 4 ke atas prioritas 2, selebihnya 3. Ini kebiasaan baik, bukan ketentuan."
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One printed row: the tupoksi it stands under, by level, and the row of the table, if there is one."""

    above: dict[str, Node]
    owner: Tupoksi
    row: Row | None


def tabel_6(
    units: Sequence[tuple[Unit, Sequence[tuple[Node, Sequence[Row]]]]],
    *,
    opd: str,
    pemda: str,
    notice: str,
    made_on: date,
) -> Form:
    """The official form (Permenpan-RB 35/2012, Tabel 6) of one unit, or of an agency with a band for each unit."""
    rows: list[tuple[Cell | None, ...]] = []
    count = _Count()
    for unit, nodes in units:
        if len(units) > 1:
            rows.append((Cell(unit.nama, columns=len(TABEL_6), bold=True), *[None] * (len(TABEL_6) - 1)))
        rows += _printed(list(_lines(nodes)), count)
    return Form(
        title="Formulir Identifikasi SOP AP Berdasarkan Tugas dan Fungsi",
        subtitle=pemda,
        about=(("Perangkat daerah/unit", opd), ("Jumlah judul SOP", str(len(count.titles)))),
        columns=TABEL_6,
        rows=tuple(rows),
        notice=notice,
        made_on=made_on,
    )


@dataclass(slots=True)
class _Count:
    """What is numbered through the whole table."""

    tugas: int = 0
    outputs: int = 0
    titles: dict[int, int] = field(default_factory=dict)

    def title(self, record: int) -> int:
        """The number of a title; the same title keeps its number."""
        return self.titles.setdefault(record, len(self.titles) + 1)


def _lines(nodes: Sequence[tuple[Node, Sequence[Row]]]) -> Iterator[_Line]:
    parents = {node.tupoksi.parent_id for node, _rows in nodes}
    path: dict[int, Node] = {}
    for node, rows in nodes:
        path = {depth: each for depth, each in path.items() if depth < node.depth} | {node.depth: node}
        above = {each.tupoksi.level: each for each in path.values()}
        for row in rows:
            yield _Line(above, node.tupoksi, row)
        if not rows and node.tupoksi.pk not in parents:
            yield _Line(above, node.tupoksi, None)


def _printed(lines: list[_Line], count: _Count) -> Iterator[tuple[Cell | None, ...]]:
    columns = [
        *_tupoksi_columns(lines, count),
        _column(lines, _kegiatan_key, _kegiatan(lines)),
        _column(lines, _output_key, lambda line: _output(line, count)),
        [Cell(_said(line.row, "aspek")) for line in lines],
        [_title(line, count) for line in lines],
    ]
    yield from zip(*columns, strict=True)


def _tupoksi_columns(lines: list[_Line], count: _Count) -> Iterator[list[Cell | None]]:
    def key(*levels: str) -> Callable[[_Line], object]:
        return lambda line: tuple(line.above[level].tupoksi.pk if level in line.above else 0 for level in levels)

    def cell(level: str) -> Callable[[_Line], Cell]:
        def made(line: _Line) -> Cell:
            node = line.above.get(level)
            return Cell(node.tupoksi.text, number=node.label) if node else Cell("")

        return made

    def lettered(line: _Line) -> Cell:
        count.tugas += 1
        return Cell(letters(count.tugas).upper())

    tugas, fungsi, uraian = TupoksiLevel.TUGAS, TupoksiLevel.FUNGSI, TupoksiLevel.URAIAN
    yield _column(lines, key(tugas), lettered)
    yield _column(lines, key(tugas), cell(tugas))
    yield _column(lines, key(tugas, fungsi), cell(fungsi))
    yield _column(lines, key(tugas, fungsi, uraian), cell(uraian))


def _column(lines: list[_Line], key: Callable[[_Line], object], cell: Callable[[_Line], Cell]) -> list[Cell | None]:
    """Lines with one key make one cell."""
    made: list[Cell | None] = []
    for _key, group in groupby(lines, key):
        same = list(group)
        first = cell(same[0])
        made += [Cell(first.text, rows=len(same), number=first.number), *[None] * (len(same) - 1)]
    return made


def _kegiatan(lines: list[_Line]) -> Callable[[_Line], Cell]:
    """Kegiatan are lettered within their tupoksi."""
    seen: dict[int, int] = {}

    def made(line: _Line) -> Cell:
        text = _said(line.row, "kegiatan")
        if not text:
            return Cell("")
        seen[line.owner.pk] = seen.get(line.owner.pk, 0) + 1
        return Cell(text, number=f"{letters(seen[line.owner.pk])})")

    return made


def _kegiatan_key(line: _Line) -> object:
    """Rows of one tupoksi with the same kegiatan are one; a row without is itself."""
    return line.owner.pk, _said(line.row, "kegiatan") or id(line)


def _output_key(line: _Line) -> object:
    return _kegiatan_key(line), _said(line.row, "output") or id(line)


def _output(line: _Line, count: _Count) -> Cell:
    text = _said(line.row, "output")
    if not text:
        return Cell("")
    count.outputs += 1
    return Cell(text, number=f"({count.outputs})")


def _title(line: _Line, count: _Count) -> Cell:
    record = line.row.record if line.row else None
    return Cell(record.judul, number=f"{count.title(record.pk)}.") if record else Cell("")


def _said(row: Row | None, name: str) -> str:
    return str(getattr(row, name)) if row is not None else ""


def needs_document(needs: Sequence[Need], *, opd: str, pemda: str, notice: str, made_on: date) -> Form:
    """The dokumen penilaian kebutuhan: findings, recommendations and priorities, the first ones first."""
    ranked = sorted(needs, key=lambda need: (need.priority, -need.score, need.pk))
    first = [need.judul for need in ranked if need.priority == 1]
    counts = ", ".join(f"{len(list(group))} {name}" for name, group in groupby(sorted(_proposals(ranked))))
    conclusion = f"Kesimpulan: {len(ranked)} usulan ({counts}); {len(first)} di antaranya prioritas 1."
    return Form(
        title="Dokumen Penilaian Kebutuhan SOP AP",
        subtitle=pemda,
        about=(
            ("Perangkat daerah/unit", opd),
            ("Tanggal", f"{made_on.day} {MONTHS[made_on.month - 1]} {made_on.year}"),
        ),
        columns=NEEDS,
        rows=tuple(_need_row(number, need) for number, need in enumerate(ranked, 1)),
        notes=(
            conclusion if ranked else "Belum ada usulan yang dicatat.",
            *([f"Rekomendasi: dahulukan {'; '.join(first)}."] if first else []),
            HOW_PRIORITY,
        ),
        notice=notice,
        made_on=made_on,
    )


def _proposals(needs: Sequence[Need]) -> list[str]:
    return [need.get_proposal_display().lower() for need in needs]


def _need_row(number: int, need: Need) -> tuple[Cell, ...]:
    exists = need.record is not None and need.record.status in STANDING_SOPS
    texts = (
        str(number),
        getattr(need, "unit_name", ""),
        need.tupoksi.text if need.tupoksi else "",
        need.judul,
        "Ada" if exists else "Belum",
        need.get_aspect_display(),
        need.finding,
        need.get_proposal_display(),
        need.reason,
        need.inner_impact,
        need.outer_impact,
        str(need.priority),
        need.planned_for,
        need.responsible,
    )
    return tuple(Cell(text) for text in texts)
