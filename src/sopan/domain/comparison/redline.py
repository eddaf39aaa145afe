"""What changed between two procedures, for people: row by row, word by word, with sentences about the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sopan.domain.comparison.align import with_ids_of
from sopan.domain.comparison.compare import longest_run, renamed_executors
from sopan.domain.comparison.fields import FieldChange, cell_changes, cells_of_new, cells_of_removed, page_changes
from sopan.domain.comparison.flow import FlowChanges
from sopan.domain.comparison.sentence import Sentence, said
from sopan.domain.operations import RenamePelaksana, apply_all
from sopan.domain.procedure import Layout, Procedure


class RowState(StrEnum):
    """What became of a row."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """It says what it said, in another place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row of either procedure."""

    state: RowState
    step_id: str
    """As in `with_ids_of(old, new)`: what was recognised has the id it has in the old procedure."""
    old_nomor: str
    """As printed; empty for an added row."""
    new_nomor: str
    """As printed; empty for a removed row."""
    kegiatan: str
    is_moved: bool = False
    """Whether it stands in another place among the rows that stayed; a changed row may be moved as well."""
    cells: tuple[FieldChange, ...] = ()
    """Cells that read otherwise; of an added or removed row all that are filled."""
    flow: tuple[Sentence, ...] = ()
    """What is different about where the row leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """Everything that changed. Rows are in the order of the new procedure, with the removed ones where they stood."""

    page: tuple[FieldChange, ...]
    """Fields of the identity page, and the status."""
    remarks: tuple[Sentence, ...]
    """About the columns, the drawing and the rules that are suppressed."""
    rows: tuple[RowChange, ...]
    """All rows, the unchanged ones too."""

    @property
    def is_empty(self) -> bool:
        """Whether the two are the same to a reader."""
        return not (self.page or self.remarks or any(row.state is not RowState.UNCHANGED for row in self.rows))

    @property
    def summary(self) -> Sentence:
        """All of it in one line."""
        if self.is_empty:
            return said("Kedua naskah sama.")
        rows = Counter(row.state for row in self.rows)
        return said(
            "Halaman identitas: {isian} isian berubah. Langkah: {berubah} berubah, {baru} baru, {dihapus} dihapus, "
            "{dipindah} dipindah. Hal lain: {lain}.",
            isian=len(self.page),
            berubah=rows[RowState.CHANGED],
            baru=rows[RowState.ADDED],
            dihapus=rows[RowState.REMOVED],
            dipindah=sum(row.is_moved for row in self.rows),
            lain=len(self.remarks),
        )


def redline(old: Procedure, new: Procedure) -> Redline:
    """What a reader of `old` has to know about `new`. Steps of files written apart are recognised by their words."""
    new = with_ids_of(old, new)
    renames = tuple(renamed_executors(old, new))
    old = apply_all(old, renames)
    return Redline(
        page=page_changes(old, new),
        remarks=(*_columns(old, new, renames), *_drawing(old.layout, new.layout), *_suppressions(old, new)),
        rows=tuple(_rows(old, new)),
    )


def _rows(old: Procedure, new: Procedure) -> Iterator[RowChange]:
    """Removed rows follow the row they followed, the others stand as in the new procedure."""
    removed = _removed_after(old, new)
    kept = [step.id for step in new.steps if step.id in old]
    at_rest = frozenset(longest_run([old.row(id) for id in kept]))
    flow = FlowChanges(old, new)
    yield from removed.pop("", [])
    for step in new.steps:
        before = old.step(step.id) if step.id in old else None
        cells = cell_changes(before, step) if before else cells_of_new(step)
        ways = flow.of(step.id)
        is_moved = before is not None and old.row(step.id) not in at_rest
        yield RowChange(
            state=_state(is_new=before is None, is_changed=bool(cells or ways), is_moved=is_moved),
            step_id=step.id,
            old_nomor=old.nomor(step.id) if before else "",
            new_nomor=new.nomor(step.id),
            kegiatan=step.kegiatan,
            is_moved=is_moved,
            cells=cells,
            flow=ways,
        )
        yield from removed.pop(step.id, [])


def _state(*, is_new: bool, is_changed: bool, is_moved: bool) -> RowState:
    if is_new:
        return RowState.ADDED
    if is_changed:
        return RowState.CHANGED
    return RowState.MOVED if is_moved else RowState.UNCHANGED


def _removed_after(old: Procedure, new: Procedure) -> dict[str, list[RowChange]]:
    """Removed rows, by the row above them that stayed; empty for those above all."""
    removed: dict[str, list[RowChange]] = {"": []}
    above = ""
    for step in old.steps:
        if step.id in new:
            above = step.id
            continue
        row = RowChange(
            state=RowState.REMOVED,
            step_id=step.id,
            old_nomor=old.nomor(step.id),
            new_nomor="",
            kegiatan=step.kegiatan,
            cells=cells_of_removed(step),
        )
        removed.setdefault(above, []).append(row)
    return removed


def _columns(old: Procedure, new: Procedure, renames: tuple[RenamePelaksana, ...]) -> Iterator[Sentence]:
    for rename in renames:
        yield said("Pelaksana “{lama}” kini bernama “{baru}”.", lama=rename.old, baru=rename.new)
    for name in new.columns:
        if name not in old.columns:
            yield said("Kolom pelaksana “{nama}” ditambahkan.", nama=name)
    for name in old.columns:
        if name not in new.columns:
            yield said("Kolom pelaksana “{nama}” dihapus.", nama=name)
    stayed = [name for name in new.columns if name in old.columns]
    if stayed != [name for name in old.columns if name in new.columns]:
        yield said("Urutan kolom pelaksana kini: {urutan}.", urutan=", ".join(new.columns))


def _drawing(old: Layout, new: Layout) -> Iterator[Sentence]:
    if old.paper != new.paper and new.paper:
        yield said("Kertas yang dipilih kini {kertas}.", kertas=new.paper.upper())
    elif old.paper != new.paper:
        yield said("Kertas tidak lagi ditentukan dalam naskah.")
    if (old.symbols, old.lines) != (new.symbols, new.lines):
        yield said("Geseran lambang atau garis pada gambar berubah.")


def _suppressions(old: Procedure, new: Procedure) -> Iterator[Sentence]:
    for suppression in dict.fromkeys(new.suppressions):
        if suppression not in old.suppressions:
            place = new.nomor(suppression.step) if suppression.step in new else ""
            yield _suppressed(suppression.code, suppression.reason, place)
    for suppression in dict.fromkeys(old.suppressions):
        if suppression not in new.suppressions:
            yield said("Aturan {kode} tidak lagi diabaikan.", kode=suppression.code)


def _suppressed(code: str, reason: str, nomor: str) -> Sentence:
    if nomor:
        return said(
            "Aturan {kode} kini diabaikan pada langkah {nomor}: {alasan}", kode=code, nomor=nomor, alasan=reason
        )
    return said("Aturan {kode} kini diabaikan: {alasan}", kode=code, alasan=reason)
