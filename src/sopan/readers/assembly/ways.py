"""Ways through a net of line pieces: from symbol to symbol, never against an arrow head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sopan.drawn.page import Point

Node = tuple[str, str]
"""What a piece of line ends at: ("symbol", key), ("cut", key), ("meeting", number) or ("loose", end)."""

ENDS = frozenset({"symbol", "cut"})
_LONGEST = 40
"""Pieces of one way at most."""
_MOST = 4000
"""Pieces looked at from one symbol at most; only a drawing made to cost time has more."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or the part of one between two places where others meet it."""

    start: Node
    end: Node
    points: tuple[Point, ...]
    forward: bool = True
    """Whether a way may go from its start to its end."""
    backward: bool = True
    is_headed: bool = False
    """Whether its line has an arrow head, which says the way."""
    is_glued: bool = False
    is_far: bool = False
    """Whether one of its ends was only near a symbol, so that it is a guess."""
    line: int = -1
    """Number of the line on its page."""
    text: str = ""

    def turned(self) -> Piece:
        """The same piece from its other end."""
        return replace(
            self,
            start=self.end,
            end=self.start,
            points=self.points[::-1],
            forward=self.backward,
            backward=self.forward,
        )


@dataclass(frozen=True, slots=True)
class Link:
    """A way from one symbol to another; keys of symbols, or of places where the page cuts a line off."""

    source: str
    target: str
    points: tuple[Point, ...]
    is_glued: bool = False
    is_directed: bool = True
    is_far: bool = False
    lines: frozenset[int] = frozenset()
    """Numbers of the lines it goes along."""
    text: str = ""


def links(pieces: Sequence[Piece]) -> list[Link]:
    """Every way of a net once. Where a part of it has no arrow head at all, its ways have no direction."""
    leaving: dict[Node, list[Piece]] = defaultdict(list)
    for piece in pieces:
        leaving[piece.start].append(piece)
        leaving[piece.end].append(piece.turned())
    headed = _headed(pieces)
    found: dict[tuple[str, str, Point, Point], Link] = {}
    for start in [node for node in leaving if node[0] in ENDS]:
        for way in _ways(start, leaving):
            link = _link(way, is_headed=start in headed or way[-1].end in headed or any(p.start in headed for p in way))
            if link is not None:
                found.setdefault((link.source, link.target, link.points[0], link.points[-1]), link)
    return list(found.values())


def _ways(start: Node, leaving: dict[Node, list[Piece]]) -> Iterator[list[Piece]]:
    """Every way from one end to another that is allowed, without visiting a place twice."""
    looked_at = 0
    stack: list[list[Piece]] = [[piece] for piece in reversed(leaving[start]) if piece.forward]
    while stack and looked_at < _MOST:
        way = stack.pop()
        looked_at += 1
        here = way[-1].end
        if here[0] in ENDS:
            yield way
            continue
        visited = {piece.start for piece in way}
        if len(way) < _LONGEST:
            stack += [[*way, piece] for piece in leaving[here] if piece.forward and piece.end not in visited]


def _link(way: Sequence[Piece], *, is_headed: bool) -> Link | None:
    """The link that a way makes; none for one that arrives without a head although its net has some."""
    source, target = way[0].start, way[-1].end
    is_directed = way[-1].is_headed or (target[0] == "cut" and any(piece.is_headed for piece in way))
    if is_headed and not is_directed and target[0] != "cut" and source[0] != "cut":
        return None
    if not is_directed and (target[0], source) > (source[0], target):  # once only, and from a symbol to a cut
        return None
    points = [point for piece in way for point in piece.points]
    return Link(
        source[1],
        target[1],
        tuple(point for at, point in enumerate(points) if not at or point != points[at - 1]),
        is_glued=all(piece.is_glued for piece in way),
        is_directed=is_directed,
        is_far=any(piece.is_far for piece in way),
        lines=frozenset(piece.line for piece in way),
        text=next((piece.text for piece in way if piece.text), ""),
    )


def _headed(pieces: Sequence[Piece]) -> set[Node]:
    """Meeting places of nets in which some line has an arrow head."""
    group: dict[Node, Node] = {}

    def root(node: Node) -> Node:
        while group.setdefault(node, node) != node:
            group[node] = group[group[node]]
            node = group[node]
        return node

    for piece in pieces:
        inner = [node for node in (piece.start, piece.end) if node[0] not in ENDS]
        if len(inner) == 2:
            group[root(inner[0])] = root(inner[1])
    with_head = {
        root(node) for piece in pieces if piece.is_headed for node in (piece.start, piece.end) if node[0] not in ENDS
    }
    return {node for node in list(group) if root(node) in with_head} | with_head
