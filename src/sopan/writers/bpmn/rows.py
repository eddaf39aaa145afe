"""One row of the procedure as nodes: a task for each symbol, and what ties several of them together."""

from __future__ import annotations

from dataclasses import dataclass

from sopan.domain import End, Kind, Procedure, Step
from sopan.writers.bpmn.graph import Node, Slot


@dataclass(frozen=True, slots=True)
class Row:
    """The nodes of one step, and where ways enter and leave it."""

    step: Step
    tasks: dict[str, Node]
    """By executor; a step without any has one task under the empty name."""
    entries: tuple[str, ...]
    """Executors that are reached from no other one of this row."""
    exits: tuple[str, ...]
    fork: Node | None
    join: Node | None

    def entry(self, pelaksana: str = "") -> Node:
        """Where a way arrives that leads to this symbol, or to the step as a whole."""
        if self.fork and (not pelaksana or pelaksana in self.entries):
            return self.fork
        return self.tasks[pelaksana or self.entries[0]]

    def exit(self, pelaksana: str = "") -> Node:
        """Where a way begins that leaves this symbol, or the step as a whole."""
        if self.join and (not pelaksana or pelaksana in self.exits):
            return self.join
        return self.tasks[pelaksana or self.exits[0]]

    def tasks_behind(self, node: Node, names: tuple[str, ...]) -> tuple[str, ...]:
        """Ids of the tasks an end of an edge means when it is tied to `node`."""
        if node in (self.fork, self.join):
            return tuple(self.tasks[name].id for name in names)
        return (node.id,)

    @property
    def decides(self) -> bool:
        """Whether what leaves the whole row is the outcome of a decision."""
        return any(self.step.kind_of(name) is Kind.DECISION for name in self.exits)


def rows_of(procedure: Procedure) -> dict[str, Row]:
    """The rows by the id of their step."""
    return {step.id: _row(procedure, step, place) for place, step in enumerate(procedure.steps)}


def _row(procedure: Procedure, step: Step, place: int) -> Row:
    names = step.daftar_pelaksana or ("",)
    tasks = {name: _task(procedure, step, place, number) for number, name in enumerate(names)}
    inner = [(e.source.pelaksana, e.target.pelaksana) for e in procedure.inner_edges(step.id)]
    inner = [(source, target) for source, target in inner if source and target]
    fed = {target for _, target in inner}
    feeding = {source for source, _ in inner}
    entries = tuple(name for name in names if name not in fed) or names[:1]
    exits = tuple(name for name in names if name not in feeding) or names[-1:]
    return Row(
        step,
        tasks,
        entries,
        exits,
        _tie("Bagi", Slot.FORK, tasks[entries[0]]) if len(entries) > 1 else None,
        _tie("Kumpul", Slot.JOIN, tasks[exits[0]]) if len(exits) > 1 else None,
    )


def _task(procedure: Procedure, step: Step, place: int, number: int) -> Node:
    lane = step.daftar_pelaksana[number] if step.symbols else ""
    return Node(
        id=f"Kegiatan_{_ncname(step.id)}" + (f"_{number + 1}" if number else ""),
        slot=Slot.TASK,
        row=place,
        lane=lane,
        name=" ".join(step.kegiatan.split()) or f"Kegiatan {procedure.nomor(step.id)}",
        symbol=End(step.id, lane),
    )


def _tie(word: str, slot: Slot, task: Node) -> Node:
    return Node(id=f"{word}_{task.id}", slot=slot, row=task.row, lane=task.lane, is_exclusive=False)


def _ncname(id: str) -> str:
    """Letters and digits as they are, anything else by its number, so that no two ids become one."""
    return "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}-" for c in id)
