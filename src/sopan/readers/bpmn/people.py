"""Who does what: the executors of lanes and nodes, also where a person renamed a lane."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.domain import Procedure
from sopan.domain.operations import RenamePelaksana, apply_all
from sopan.readers.bpmn.drawing import Drawing, Lane, Node


class People:
    """The executors of a drawing; `model` is the model with the names that now stand in the lanes."""

    def __init__(self, drawing: Drawing) -> None:
        model = drawing.model or Procedure()
        self._columns = model.columns
        renames = dict(self._renames(drawing.lanes))
        self.model = apply_all(model, [RenamePelaksana(old, new) for old, new in renames.items()])
        self._names = {lane: self._name(lane, renames) for lane in drawing.lanes}
        self._has_lanes = bool(drawing.lanes)

    def of(self, node: Node, known: str = "") -> str:
        """The executor of a node; the one who is `known` where the drawing has no lanes. Empty: nobody."""
        if node.lane is None:
            return node.owner if self._has_lanes else known or node.owner
        return self._names[node.lane] if node.lane in self._names else " / ".join(node.lane.names)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns as the model has them, unless lanes were added or taken away."""
        names = tuple(dict.fromkeys(name for name in self._names.values() if name))
        if set(names) == set(self.model.columns):
            return self.model.daftar_pelaksana
        return names

    def _renames(self, lanes: tuple[Lane, ...]) -> Iterator[tuple[str, str]]:
        """Columns whose lanes are called otherwise now, by a name that nobody has."""
        taken = set(self._columns)
        for lane in dict.fromkeys(lanes):
            old, new = self._column(lane), " / ".join(lane.names)
            if old and new and lane.names != lane.written and new not in taken:
                taken.add(new)
                yield old, new

    def _name(self, lane: Lane, renames: dict[str, str]) -> str:
        old = self._column(lane)
        if lane.column == 0 and lane.names == lane.written:
            return ""
        if old and lane.names == lane.written:
            return old
        return renames.get(old, "") or " / ".join(lane.names) or old

    def _column(self, lane: Lane) -> str:
        """The column the lane was made for."""
        number = lane.column or 0
        return self._columns[number - 1] if 0 < number <= len(self._columns) else ""
