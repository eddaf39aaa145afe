"""What a BPMN file says about one procedure: nodes, flows and lanes, before anybody makes steps of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopan.domain import Procedure
from sopan.readers.reading import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The innermost lane of an executor, or a pool without lanes."""

    id: str
    names: tuple[str, ...]
    """From the outermost lane."""
    column: int | None = None
    """Which column of SOPAN's model it was made for, from 1; 0: for none; None: a person or another program drew it."""
    written: tuple[str, ...] = ()
    """Its names when SOPAN wrote them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What SOPAN wrote down about a task when it made it."""

    row: int
    """From 1."""
    symbol: int
    """Which symbol of the row, from 1; 0: the row has none."""
    name: str
    note: str
    """Fingerprint of the documentation."""
    cells: Mapping[str, tuple[str, ...]]
    """Mutu baku and keterangan, in the elements that programs read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A task, a gateway or an event."""

    id: str
    tag: str
    """Name of its element: `userTask`, `exclusiveGateway`."""
    name: str = ""
    words: str = ""
    """Its documentation."""
    lane: Lane | None = None
    owner: str = ""
    """Who does it according to the node itself."""
    process: str = ""
    parent: str = ""
    """Id of the subprocess it is in."""
    host: str = ""
    """Id of the activity a boundary event sits on."""
    link: str = ""
    """Name by which a pair of link events finds one another."""
    is_event_subprocess: bool = False
    x: float | None = None
    y: float = 0.0
    mark: Mark | None = None
    is_help: bool = False
    """SOPAN made it for the sake of the notation only."""
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """Annotations beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowMark:
    """What SOPAN wrote down about a flow when it made it."""

    name: str
    sources: frozenset[str]
    targets: frozenset[str]
    edges: tuple[int, ...]
    """Numbers of the edges it stands for, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A sequence flow, or a message from one pool to another."""

    id: str
    source: str
    target: str
    name: str = ""
    mark: FlowMark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One procedure of a file."""

    title: str
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    lanes: tuple[Lane, ...]
    model: Procedure | None = None
    """The procedure SOPAN wrote into the file."""
    written_title: str = ""
    notes: tuple[Note, ...] = ()
    by_id: Mapping[str, Node] = field(init=False, repr=False, compare=False)
    leaving: Mapping[str, list[Flow]] = field(init=False, repr=False, compare=False)
    arriving: Mapping[str, list[Flow]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        leaving: dict[str, list[Flow]] = {node.id: [] for node in self.nodes}
        arriving: dict[str, list[Flow]] = {node.id: [] for node in self.nodes}
        for flow in self.flows:
            leaving[flow.source].append(flow)
            arriving[flow.target].append(flow)
        object.__setattr__(self, "by_id", {node.id: node for node in self.nodes})
        object.__setattr__(self, "leaving", leaving)
        object.__setattr__(self, "arriving", arriving)
