"""A file that carries its own model and was changed by a person: the changes that can be seen are made to the model.

What the file showed when it was written is held against what it shows now. Where nothing visible differs, the model
is exact; where something does, the change wins and everything else stays as the model has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sopan.domain import Edge, End, InvalidProcedure, OperationConflict, Procedure, Step, Symbol
from sopan.domain.comparison import compare, with_ids_of
from sopan.domain.operations import (
    CELLS,
    IDENTITY_FIELDS,
    Connect,
    Disconnect,
    InsertStep,
    MoveStep,
    Operation,
    RemoveStep,
    RenamePelaksana,
    SetCell,
    SetIdentity,
    SetPelaksana,
    apply,
    move_step,
    read_cell,
    read_identity,
    remove_step,
    rename_pelaksana,
    reorder,
    set_cell,
    set_identity,
    set_symbols,
)
from sopan.domain.operations.fields import Value, with_cell, with_identity
from sopan.domain.procedure import next_id
from sopan.drawn import Page
from sopan.readers.assembly import assemble
from sopan.readers.believed import says_what_was_seen
from sopan.readers.reading import Note, Reading


def amend(model: Procedure, seen: Sequence[Page], now: Sequence[Page]) -> tuple[Reading, ...]:
    """The model with every visible change of its file, and whatever other SOPs stand in the file now.

    `seen` is what the file showed when the model was put in, `now` what it shows today.
    """
    found = assemble(now)
    before = next((each.procedure for each in assemble(seen)), Procedure())
    if not says_what_was_seen(model, before):
        return tuple(replace(each, notes=(*each.notes, Note(sentence=_ANOTHER))) for each in found)
    if not found:
        return (Reading(procedure=model, notes=(Note(sentence=_NOTHING_LEFT),)),)
    return (_amended(model, before, found[0]), *found[1:])


_ANOTHER = (
    "Data SOPAN yang tersimpan dalam berkas ini tidak sesuai dengan tabel yang ditulis bersamanya, jadi isinya dibaca "
    "dari tabel itu."
)
_NOTHING_LEFT = "Tabel SOP tidak ada lagi dalam berkas ini; isinya diambil dari data yang tersimpan di dalamnya."
_REFUSED = (
    "Satu perubahan dalam berkas ini tidak dapat diterapkan pada data yang tersimpan di dalamnya ({perubahan}). "
    "Bandingkan dengan berkas asalnya."
)


def _amended(model: Procedure, before: Procedure, reading: Reading) -> Reading:
    after = _settled(before, with_ids_of(before, reading.procedure))
    ids = _ids(model, before, after)
    changes = compare(_with_ids(before, ids), _with_ids(after, ids))
    places = {step.id: ids[new.id] for step, new in zip(reading.procedure.steps, after.steps, strict=True)}
    values = tuple(replace(value, step=places.get(value.step, value.step)) for value in reading.values)
    if not changes:
        return Reading(procedure=model, values=values, is_model=True)
    notes = [replace(note, step=places.get(note.step, note.step)) for note in reading.notes]
    changed = model
    for change in changes:
        try:
            changed = apply(changed, _for_model(change, changed))
        except (OperationConflict, InvalidProcedure, KeyError) as refusal:
            notes.append(Note(sentence=_REFUSED, parameters={"perubahan": str(refusal)}))
    return Reading(procedure=changed, values=values, notes=tuple(notes))


# ---- what counts as a change -----------------------------------------------------------------------------------


def _settled(before: Procedure, after: Procedure) -> Procedure:
    """`after` with the wording of `before` wherever they differ in blanks only."""
    names = {_flat(name): name for name in before.columns}
    identity = after.identity
    for field in IDENTITY_FIELDS:
        old = read_identity(before.identity, field)
        if _flat(old) == _flat(read_identity(identity, field)):
            identity = with_identity(identity, field, old)
    return replace(
        after,
        identity=identity,
        daftar_pelaksana=tuple(dict.fromkeys(names.get(_flat(name), name) for name in after.daftar_pelaksana)),
        steps=tuple(_settled_step(before, step, names) for step in after.steps),
        edges=tuple(_renamed(edge, names) for edge in after.edges),
    )


def _settled_step(before: Procedure, step: Step, names: Mapping[str, str]) -> Step:
    symbols = tuple(replace(each, pelaksana=names.get(_flat(each.pelaksana), each.pelaksana)) for each in step.symbols)
    step = replace(step, symbols=symbols)
    if step.id in before:
        old = before.step(step.id)
        for field in CELLS:
            if field not in ("symbols", "kind", "nomor") and _flat(read_cell(old, field)) == _flat(
                read_cell(step, field)
            ):
                step = with_cell(step, field, read_cell(old, field))
    return step


def _renamed(edge: Edge, names: Mapping[str, str]) -> Edge:
    def end(of: End) -> End:
        return End(of.step, names.get(_flat(of.pelaksana), of.pelaksana))

    return Edge(end(edge.source), end(edge.target), edge.answer)


def _flat(value: Value) -> str:
    """The words of a text or a list on one line."""
    parts = value if isinstance(value, tuple) else (value or "",)
    return " ".join(" ".join(str(part) for part in parts).split())


# ---- ids -------------------------------------------------------------------------------------------------------


def _ids(model: Procedure, before: Procedure, after: Procedure) -> dict[str, str]:
    """Id as it was read → id in the model: the rows that were seen are those of the model, in their order."""
    ids = {old.id: own.id for old, own in zip(before.steps, model.steps, strict=False)}
    taken = {step.id for step in model.steps}
    for step in (*before.steps, *after.steps):
        if step.id not in ids:
            ids[step.id] = next_id(model, taken)
            taken.add(ids[step.id])
    return ids


def _with_ids(procedure: Procedure, ids: Mapping[str, str]) -> Procedure:
    def end(of: End) -> End:
        return End(ids[of.step], of.pelaksana)

    return replace(
        procedure,
        steps=tuple(replace(step, id=ids[step.id]) for step in procedure.steps),
        edges=tuple(Edge(end(edge.source), end(edge.target), edge.answer) for edge in procedure.edges),
    )


# ---- a change of the drawing as a change of the model ----------------------------------------------------------


def _for_model(change: Operation, model: Procedure) -> Operation:
    """The same change, made for what the model has there: it may know more than the drawing showed."""
    names = {_flat(name): name for name in model.columns}
    match change:
        case SetIdentity():
            return set_identity(model, change.field, change.new)
        case SetPelaksana():
            return reorder(model, (names.get(_flat(name), name) for name in change.new))
        case RenamePelaksana():
            return rename_pelaksana(names.get(_flat(change.old), change.old), change.new)
        case SetCell(field="symbols"):
            return set_symbols(model, change.step, tuple(_symbols(change, model, names)))
        case SetCell():
            return set_cell(model, change.step, change.field, change.new)
        case MoveStep():
            return move_step(model, change.step_id, change.new_after)
        case RemoveStep():
            return remove_step(model, change.step.id, bridge=False)
        case InsertStep():
            symbols = tuple(
                replace(s, pelaksana=names.get(_flat(s.pelaksana), s.pelaksana)) for s in change.step.symbols
            )
            edges = tuple(_edge(edge, model, names, change.step.id) for edge in change.edges)
            return InsertStep(replace(change.step, symbols=symbols), change.after, edges)
        case Connect():
            return Connect(_edge(change.edge, model, names))
        case Disconnect():
            return Disconnect(_same(change.edge, model))
    return change


def _symbols(change: SetCell, model: Procedure, names: Mapping[str, str]) -> Iterator[Symbol]:
    """The symbols of a row; one whose kind has not changed keeps the kind that the model gives it."""
    old = {symbol for symbol in change.old or () if isinstance(symbol, Symbol)}
    own = {_flat(symbol.pelaksana): symbol for symbol in model.step(change.step).symbols}
    for symbol in change.new or ():
        if isinstance(symbol, Symbol):
            known = own.get(_flat(symbol.pelaksana))
            name = names.get(_flat(symbol.pelaksana), symbol.pelaksana)
            yield known if known and symbol in old else Symbol(name, symbol.kind)


def _edge(edge: Edge, model: Procedure, names: Mapping[str, str], new: str = "") -> Edge:
    """An edge whose ends name symbols as the model does, and only where its step has several."""

    def end(of: End) -> End:
        if of.step == new:
            return End(of.step, names.get(_flat(of.pelaksana), of.pelaksana))
        own = {_flat(name): name for name in model.step(of.step).daftar_pelaksana}
        return End(of.step, own.get(_flat(of.pelaksana), "") if len(own) > 1 else "")

    return Edge(end(edge.source), end(edge.target), edge.answer)


def _same(edge: Edge, model: Procedure) -> Edge:
    """The edge of the model that was drawn as this one; it may leave open which symbols it is between."""

    def fits(own: End, drawn: End) -> bool:
        return own.step == drawn.step and (not own.pelaksana or _flat(own.pelaksana) == _flat(drawn.pelaksana))

    fitting = [
        own
        for own in model.edges_from(edge.source.step) + model.inner_edges(edge.source.step)
        if fits(own.source, edge.source) and fits(own.target, edge.target) and _flat(own.answer) == _flat(edge.answer)
    ]
    return max(fitting, key=lambda own: len(own.source.pelaksana) + len(own.target.pelaksana), default=edge)
