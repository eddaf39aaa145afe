"""The order of rows: that of the work, and where it leaves the choice, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from sopan.readers.bpmn.drawing import Drawing
from sopan.readers.bpmn.ways import Way


def in_order(drawing: Drawing, ids: Iterable[str], ways: Iterable[Way]) -> list[str]:
    """The symbols, each after all that lead to it but for ways back."""
    place = {id: (_position(drawing, id), number) for number, id in enumerate(ids)}
    onward: dict[str, list[str]] = {id: [] for id in sorted(place, key=place.__getitem__)}
    for way in ways:
        if way.source in onward and way.target in onward:
            onward[way.source].append(way.target)
    for targets in onward.values():
        targets.sort(key=place.__getitem__)
    back = _ways_back(onward)
    waiting = dict.fromkeys(onward, 0)
    for source, targets in onward.items():
        for target in targets:
            waiting[target] += (source, target) not in back
    ready = [(place[id], id) for id, count in waiting.items() if not count]
    heapify(ready)
    found = []
    while ready:
        _, id = heappop(ready)
        found.append(id)
        for target in onward[id]:
            if (id, target) not in back:
                waiting[target] -= 1
                if not waiting[target]:
                    heappush(ready, (place[target], target))
    return found


def _position(drawing: Drawing, id: str) -> tuple[float, float]:
    node = drawing.by_id[id]
    return (node.x, node.y) if node.x is not None else (0.0, 0.0)


def _ways_back(onward: Mapping[str, Sequence[str]]) -> set[tuple[str, str]]:
    """Ways to a symbol the work came through, found by walking on from whatever nothing leads to, then the rest."""
    fed = {target for source, targets in onward.items() for target in targets if target != source}
    back: set[tuple[str, str]] = set()
    open_: set[str] = set()
    done: set[str] = set()
    for start in (*(id for id in onward if id not in fed), *onward):
        todo = [(start, iter(onward[start]))] if start not in done else []
        open_.update(id for id, _ in todo)
        while todo:
            id, targets = todo[-1]
            target = next(targets, None)
            if target is None:
                todo.pop()
                open_.discard(id)
                done.add(id)
            elif target in open_:
                back.add((id, target))
            elif target not in done:
                open_.add(target)
                todo.append((target, iter(onward[target])))
    return back
