"""Operations made for the procedure at hand: they look up the old values, and mend the flow around a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from sopan.domain.operations.draft import edges_at, names_in, renamed
from sopan.domain.operations.fields import Value, read_cell, read_identity
from sopan.domain.operations.operation import Operation, together
from sopan.domain.operations.page import RenamePelaksana, SetIdentity, SetLayout, SetPelaksana, Suppress, Unsuppress
from sopan.domain.operations.rows import Connect, Disconnect, InsertStep, MoveStep, RemoveStep, SetCell
from sopan.domain.procedure import Edge, End, Layout, Procedure, Step, Suppression, Symbol


def set_identity(procedure: Procedure, field: str, new: Value) -> SetIdentity:
    """Write `new` in a field of the identity page (`judul`, `dasar_hukum`, `disahkan_oleh.nama`, …)."""
    return SetIdentity(field, read_identity(procedure.identity, field), new)


def set_cell(procedure: Procedure, step_id: str, field: str, new: Value) -> SetCell:
    """Write `new` in a cell of a row (`kegiatan`, `waktu`, `kind`, …); KeyError when there is no such step."""
    return SetCell(step_id, field, read_cell(procedure.step(step_id), field), new)


def set_symbols(procedure: Procedure, step_id: str, symbols: tuple[Symbol, ...]) -> Operation:
    """Give a row these symbols. Edges that named a symbol now gone name the step; arrows inside the row vanish."""
    lost = names_in(edges_at(procedure, step_id), step_id) - {symbol.pelaksana for symbol in symbols}

    def moved(end: End) -> End:
        return End(step_id) if end.step == step_id and end.pelaksana in lost else end

    return _redirecting(procedure, moved, set_cell(procedure, step_id, "symbols", symbols))


def reorder(procedure: Procedure, names: Iterable[str]) -> SetPelaksana:
    """Declare exactly these columns, left to right."""
    return SetPelaksana(procedure.daftar_pelaksana, tuple(names))


def rename_pelaksana(old: str, new: str) -> RenamePelaksana:
    """Call an executor by another name everywhere."""
    return RenamePelaksana(old, new)


def merge_pelaksana(procedure: Procedure, old: str, into: str) -> Operation:
    """Let `into` do everything `old` did: one column where there were two that meant the same."""

    def moved(end: End) -> End:
        return renamed(end, old, into)

    def merged(step: Step) -> tuple[Symbol, ...]:
        kept = (symbol for symbol in step.symbols if symbol.pelaksana != old or into not in step.daftar_pelaksana)
        return tuple(replace(symbol, pelaksana=into) if symbol.pelaksana == old else symbol for symbol in kept)

    concerned = [step for step in procedure.steps if old in step.daftar_pelaksana]
    changes: list[Operation] = [set_cell(procedure, step.id, "symbols", merged(step)) for step in concerned]
    if old in procedure.daftar_pelaksana:
        others = (into if name == old else name for name in procedure.daftar_pelaksana)
        changes.append(reorder(procedure, dict.fromkeys(others)))
    changes += _clearing(procedure.layout, lambda end: end.pelaksana == old)
    return _redirecting(procedure, moved, *changes)


def move_step(procedure: Procedure, step_id: str, after: str | None) -> MoveStep:
    """Move a row below the row of `after`; None makes it the first."""
    return MoveStep(step_id, _above(procedure, step_id), after)


def insert_after(procedure: Procedure, after: str | None, step: Step, *, into_flow: bool = True) -> Operation:
    """Add a row below `after` (None: as the first), in the flow where that leaves no doubt.

    A step with one way onward hands it to the new step; a step with none gets one to the new step. After a step
    with several ways the new one stands unconnected: a person decides which way it belongs to.
    """
    if after is None:
        first = procedure.steps[:1] if into_flow else ()
        return InsertStep(step, None, tuple(Edge(End(step.id), End(old.id)) for old in first))
    onward = procedure.edges_from(after) if into_flow else ()
    if not into_flow or len(onward) > 1:
        return InsertStep(step, after)
    entry = Edge(onward[0].source if onward else End(after), End(step.id), onward[0].answer if onward else "")
    exits = (Edge(End(step.id), edge.target) for edge in onward)
    return together(*(Disconnect(edge) for edge in onward), InsertStep(step, after, (entry, *exits)))


def remove_step(procedure: Procedure, step_id: str, bridge: bool = True) -> Operation:
    """Take a row away, with its edges, its place in the drawing and the suppressions about it.

    With `bridge`, what led to the step leads on to where the step led, when that is one place; answers are kept.
    """
    removal = RemoveStep(procedure.step(step_id), _above(procedure, step_id), edges_at(procedure, step_id))
    bridges = [Connect(edge) for edge in _bridges(procedure, step_id)] if bridge else []
    return together(*_forgetting(procedure, step_id), removal, *bridges)


def suppress(procedure: Procedure, suppression: Suppression) -> Suppress:
    """Silence a rule, with a reason."""
    return Suppress(suppression, len(procedure.suppressions))


def unsuppress(procedure: Procedure, suppression: Suppression) -> Unsuppress:
    """Let a rule speak again; ValueError when it was not silenced."""
    return Unsuppress(suppression, procedure.suppressions.index(suppression))


def _above(procedure: Procedure, step_id: str) -> str | None:
    row = procedure.row(step_id)
    return procedure.steps[row - 1].id if row else None


def _redirecting(procedure: Procedure, moved: Callable[[End], End], *changes: Operation) -> Operation:
    """The changes, with the edges whose ends move taken away before and drawn anew after them."""
    replaced = {}
    for edge in procedure.edges:
        source, target = moved(edge.source), moved(edge.target)
        if (source, target) != (edge.source, edge.target):
            means_something = not edge.is_inner or (source.pelaksana and target.pelaksana and source != target)
            replaced[edge] = Edge(source, target, edge.answer) if means_something else None
    staying = set(procedure.edges).difference(replaced)
    drawn = dict.fromkeys(edge for edge in replaced.values() if edge and edge not in staying)
    return together(*map(Disconnect, replaced), *changes, *map(Connect, drawn))


def _bridges(procedure: Procedure, step_id: str) -> tuple[Edge, ...]:
    """Edges that close the gap: none when the step leads to several places."""
    targets = {edge.target for edge in procedure.edges_from(step_id) if edge.target.step != step_id}
    if len(targets) != 1:
        return ()
    (target,) = targets
    sources = (edge for edge in procedure.edges_to(step_id) if edge.source.step not in (step_id, target.step))
    wanted = dict.fromkeys(Edge(edge.source, target, edge.answer) for edge in sources)
    return tuple(edge for edge in wanted if edge not in procedure.edges)


def _forgetting(procedure: Procedure, step_id: str) -> list[Operation]:
    """What the drawing and the suppressions have to say about a step, taken away."""
    about = [at for at, suppression in enumerate(procedure.suppressions) if suppression.step == step_id]
    silenced = (Unsuppress(procedure.suppressions[at], at) for at in reversed(about))
    return [*_clearing(procedure.layout, lambda end: end.step == step_id), *silenced]


def _clearing(layout: Layout, is_gone: Callable[[End], bool]) -> list[Operation]:
    """Nudges of symbols and lines that are going away, taken out of the drawing."""
    kept = replace(
        layout,
        symbols=tuple(nudge for nudge in layout.symbols if not is_gone(nudge.symbol)),
        lines=tuple(n for n in layout.lines if not is_gone(n.edge.source) and not is_gone(n.edge.target)),
    )
    return [SetLayout(layout, kept)] if kept != layout else []
