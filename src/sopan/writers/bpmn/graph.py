"""What a BPMN diagram of a procedure consists of: nodes and flows, without places and without XML."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from sopan.domain import Edge, End


class Slot(IntEnum):
    """What a node is; nodes of one row stand from left to right in this order."""

    START = 0
    WAYS_IN = 1
    """Parts the way from the start event, where the work can begin in several places."""
    MERGE_ALL = 2
    """Joins the ways to all executors of a row."""
    FORK = 3
    """Hands the work to several executors of one row together."""
    MERGE = 4
    TASK = 5
    SPLIT = 6
    JOIN = 7
    """Waits for all executors of a row."""
    SPLIT_ALL = 8
    END = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A task, a gateway or an event. Only a task stands for a symbol; the rest is there because BPMN asks for it."""

    id: str
    slot: Slot
    row: int
    lane: str
    """Name of the executor; empty where none is named."""
    name: str = ""
    symbol: End | None = None
    is_exclusive: bool = True
    """Of a gateway: one of the ways; otherwise all of them at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A sequence flow. It stands for the edges of the procedure that lead this way, or for none."""

    id: str
    source: Node
    target: Node
    edges: tuple[Edge, ...] = ()
    sources: tuple[str, ...] = ()
    """Ids of the tasks its edges come from; `targets` likewise."""
    targets: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The answers on its edges."""
        answers = (" ".join(edge.answer.split()) for edge in self.edges)
        return " / ".join(dict.fromkeys(answer for answer in answers if answer))


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by row, and the flows between them."""

    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    leaving: dict[str, list[Flow]] = field(init=False, default_factory=dict)
    arriving: dict[str, list[Flow]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for flow in self.flows:
            self.leaving.setdefault(flow.source.id, []).append(flow)
            self.arriving.setdefault(flow.target.id, []).append(flow)
