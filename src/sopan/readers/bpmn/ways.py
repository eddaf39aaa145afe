"""Which symbol the work goes to from which, over whatever stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopan.domain.errors import SourceTooLarge
from sopan.readers.bpmn.drawing import Drawing, Flow
from sopan.readers.bpmn.flatten import TOO_MANY_WAYS
from sopan.readers.bpmn.roles import Roles

MAX_VISITS = 250_000
MAX_WAYS = 30_000


@dataclass(frozen=True, slots=True)
class Way:
    """From one symbol to the next."""

    source: str
    target: str
    answer: str
    marked: Flow | None
    """The flow on the way that SOPAN made for an edge."""


def ways_of(drawing: Drawing, roles: Roles) -> tuple[Way, ...]:
    """Every way once, by its source in the order of the file."""
    walk = _Walk(drawing, roles)
    found: dict[Way, None] = {}
    for node in drawing.nodes:
        if node.id in roles.symbols:
            found |= dict.fromkeys(walk.ways(node.id))
            if len(found) > MAX_WAYS:
                raise SourceTooLarge(TOO_MANY_WAYS)
    return tuple(found)


class _Walk:
    def __init__(self, drawing: Drawing, roles: Roles) -> None:
        self._drawing, self._roles = drawing, roles
        self._visits = 0

    def ways(self, source: str) -> Iterator[Way]:
        """Ways that begin at a symbol. The first answer on a way is its answer, the first mark its mark."""
        start = Way(source, source, "", None)
        seen, todo = {start}, [start]
        while todo:
            here = todo.pop()
            for flow in self._drawing.leaving[here.target]:
                self._count()
                mark = here.marked or (flow if flow.mark else None)
                way = Way(source, flow.target, here.answer or flow.name, mark)
                if flow.target in self._roles.symbols:
                    yield way
                elif way not in seen:
                    seen.add(way)
                    todo.append(way)

    def _count(self) -> None:
        self._visits += 1
        if self._visits > MAX_VISITS:
            raise SourceTooLarge(TOO_MANY_WAYS)
