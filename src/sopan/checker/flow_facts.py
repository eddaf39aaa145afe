"""Facts about the flow that several rules ask for: what leaves a diamond, where a way leads, who comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopan.checker.language.words import shortened
from sopan.domain.procedure import Edge, Kind, Procedure, Step


@dataclass(frozen=True, slots=True)
class Decision:
    """One diamond, or the diamonds of a row that decide together, with its ways out."""

    step: Step
    exits: tuple[Edge, ...]
    pelaksana: str = ""
    """Whose diamond it is, when the row holds several that decide one after the other."""


def decisions(procedure: Procedure) -> Iterator[Decision]:
    """Every decision. Diamonds of one row without an arrow between them are one decision of several executors."""
    for step in procedure.decisions:
        leaving = decision_exits(procedure, step)
        diamonds = [name for name in step.daftar_pelaksana if step.kind_of(name) is Kind.DECISION]
        if len(diamonds) < 2 or not procedure.inner_edges(step.id):
            yield Decision(step, leaving)
            continue
        for name in diamonds:
            yield Decision(step, tuple(edge for edge in leaving if edge.source.pelaksana in ("", name)), name)


def decision_exits(procedure: Procedure, step: Step) -> tuple[Edge, ...]:
    """Arrows that leave a diamond of this row, also those to another symbol of the row."""
    leaving = procedure.edges_from(step.id) + procedure.inner_edges(step.id)
    return tuple(edge for edge in leaving if leaves_decision(procedure, edge))


def leaves_decision(procedure: Procedure, edge: Edge) -> bool:
    """Whether the arrow leaves a diamond; one that leaves a whole row leaves its diamond, if it has one."""
    step = procedure.step(edge.source.step)
    if edge.source.pelaksana:
        return step.kind_of(edge.source.pelaksana) is Kind.DECISION
    return Kind.DECISION in step.kinds


def process_exits(procedure: Procedure, step: Step) -> tuple[Edge, ...]:
    """Arrows to a row that leave a symbol of this row which is no diamond."""
    return tuple(edge for edge in procedure.edges_from(step.id) if not leaves_decision(procedure, edge))


def goes_up(procedure: Procedure, edge: Edge) -> bool:
    """Whether the arrow returns to an earlier row or to its own."""
    return not edge.is_inner and procedure.row(edge.target.step) <= procedure.row(edge.source.step)


def spoken(procedure: Procedure, step: Step | str) -> str:
    """How a sentence names a step: its printed number and its activity."""
    found = procedure.step(step) if isinstance(step, str) else step
    nomor = procedure.nomor(found.id).rstrip(".) ")
    words = shortened(found.kegiatan)
    return f"{nomor} “{words}”" if words else nomor


def activity(step: Step) -> str:
    """The activity as a sentence quotes it: on one line, not too long, `…` when nothing is written yet."""
    return shortened(step.kegiatan) or "…"
