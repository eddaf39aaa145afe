"""Which nodes and flows a procedure becomes: every edge once, and what BPMN asks for besides.

A symbol is a task, a decision included: in BPMN work is done in tasks, and gateways only part ways. So a decision is
a task and the gateway behind it. Several executors of one row without arrows between them do their tasks together:
they are forked before and joined behind. One start event leads to wherever the work begins, and to steps that
nothing leads to; an end event stands behind whatever leads nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sopan.domain import Edge, Kind, Procedure
from sopan.writers.bpmn.graph import Flow, Graph, Node, Slot
from sopan.writers.bpmn.rows import Row, rows_of

BEGIN = "Mulai"
DONE = "Selesai"
STUCK = "Tanpa lanjutan"
"""An end event behind a step that is no end and leads nowhere."""

Ends = tuple[tuple[str, ...], tuple[str, ...]]


def plan(procedure: Procedure) -> Graph:
    """The nodes by row, and flows of which none splits or joins but at a gateway."""
    draft = _Draft(procedure)
    draft.connect()
    draft.begin()
    draft.finish()
    draft.part_and_join()
    return draft.graph()


class _Draft:
    """A graph while it grows: flows are kept by where they start and end, so that none is there twice."""

    def __init__(self, procedure: Procedure) -> None:
        self._procedure = procedure
        self._rows = rows_of(procedure)
        self._nodes: dict[str, Node] = {}
        self._flows: dict[tuple[str, str], Flow] = {}
        for row in self._rows.values():
            for node in (row.fork, *row.tasks.values(), row.join):
                if node:
                    self._nodes[node.id] = node

    def graph(self) -> Graph:
        column = {name: place for place, name in enumerate(self._procedure.columns)}
        nodes = sorted(self._nodes.values(), key=lambda node: (node.row, node.slot, column.get(node.lane, -1), node.id))
        place = {node.id: number for number, node in enumerate(nodes)}
        flows = sorted(self._flows.values(), key=lambda flow: (place[flow.source.id], place[flow.target.id]))
        return Graph(tuple(nodes), tuple(replace(flow, id=f"Alur_{number}") for number, flow in enumerate(flows, 1)))

    def connect(self) -> None:
        """A flow for every edge; edges with the same ends share one."""
        for row in self._rows.values():
            for name in row.entries if row.fork else ():
                self._flow(row.entry(), row.tasks[name])
            for name in row.exits if row.join else ():
                self._flow(row.tasks[name], row.exit())
        for edge in self._procedure.edges:
            source, target = self._rows[edge.source.step], self._rows[edge.target.step]
            leaves, arrives = source.exit(edge.source.pelaksana), target.entry(edge.target.pelaksana)
            ends = source.tasks_behind(leaves, source.exits), target.tasks_behind(arrives, target.entries)
            self._flow(leaves, arrives, edge, ends)

    def begin(self) -> None:
        """One start event, with ways to every start and to whatever nothing leads to."""
        fed = {target for _, target in self._flows}
        marked = [row.entry(name) for row, name in self._symbols(Kind.START)]
        unfed = [node for id, node in self._nodes.items() if id not in fed]
        targets = sorted({node.id: node for node in (*marked, *unfed)}.values(), key=lambda node: (node.row, node.slot))
        if not targets:
            targets = [row.entry() for row in list(self._rows.values())[:1]]
        row, lane = (targets[0].row, targets[0].lane) if targets else (0, next(iter(self._procedure.columns), ""))
        start = self._add(Node(id="Mulai", slot=Slot.START, row=row, lane=lane, name=BEGIN))
        for target in targets:
            self._flow(start, target)

    def finish(self) -> None:
        """An end event behind whatever leads nowhere; behind the last row where everything goes round."""
        feeding = {source for source, _ in self._flows}
        stuck = [node for id, node in self._nodes.items() if id not in feeding]
        done = {row.exit(name).id for row, name in self._symbols(Kind.END)}
        for node in stuck or [row.exit() for row in list(self._rows.values())[-1:]]:
            name = DONE if node.id in done or node.slot is Slot.START else STUCK
            end = Node(id=f"Selesai_{node.id}", slot=Slot.END, row=node.row, lane=node.lane, name=name)
            self._flow(node, self._add(end))

    def part_and_join(self) -> None:
        """A gateway wherever more than one flow leaves or arrives."""
        for node, leaving in self._bundles(lambda flow: flow.source):
            if node.slot is not Slot.FORK:
                gateway = self._add(self._split(node, leaving))
                self._redirect(leaving, [replace(flow, source=gateway) for flow in leaving])
                self._flow(node, gateway)
        for node, arriving in self._bundles(lambda flow: flow.target):
            if node.slot is not Slot.JOIN:
                gateway = self._add(_merge(node))
                self._redirect(arriving, [replace(flow, target=gateway) for flow in arriving])
                self._flow(gateway, node)

    def _symbols(self, kind: Kind) -> Iterator[tuple[Row, str]]:
        for row in self._rows.values():
            yield from ((row, name) for name in row.tasks if row.step.kind_of(name) is kind)

    def _add(self, node: Node) -> Node:
        self._nodes[node.id] = node
        return node

    def _flow(self, source: Node, target: Node, edge: Edge | None = None, ends: Ends = ((), ())) -> None:
        known = self._flows.get((source.id, target.id)) or Flow(id="", source=source, target=target)
        if edge:
            known = replace(known, edges=(*known.edges, edge), sources=ends[0], targets=ends[1])
        self._flows[source.id, target.id] = known

    def _bundles(self, end: Callable[[Flow], Node]) -> list[tuple[Node, list[Flow]]]:
        """Flows that have this end in common, where there are several."""
        found: dict[str, list[Flow]] = {}
        for flow in self._flows.values():
            found.setdefault(end(flow).id, []).append(flow)
        return [(self._nodes[id], flows) for id, flows in found.items() if len(flows) > 1]

    def _redirect(self, flows: list[Flow], moved: list[Flow]) -> None:
        for flow, new in zip(flows, moved, strict=True):
            del self._flows[flow.source.id, flow.target.id]
            self._flows[new.source.id, new.target.id] = new

    def _split(self, node: Node, leaving: list[Flow]) -> Node:
        answers = [flow.name for flow in leaving if flow.name]
        name = " atau ".join(dict.fromkeys(answers)) + "?" if answers else "Ke mana?"
        if node.slot is Slot.START:
            name = "Mulai dari mana?"
        is_end = any(flow.target.slot is Slot.END for flow in leaving)
        is_exclusive = bool(answers) or is_end or node.slot is Slot.START or self._decides(node)
        return Node(
            id=f"Cabang_{node.id}",
            slot={Slot.START: Slot.WAYS_IN, Slot.JOIN: Slot.SPLIT_ALL}.get(node.slot, Slot.SPLIT),
            row=node.row,
            lane=node.lane,
            name=name if is_exclusive else "",
            is_exclusive=is_exclusive,
        )

    def _decides(self, node: Node) -> bool:
        row = self._rows[self._procedure.steps[node.row].id]
        return row.decides if node.symbol is None else row.step.kind_of(node.symbol.pelaksana) is Kind.DECISION


def _merge(node: Node) -> Node:
    slot = Slot.MERGE_ALL if node.slot is Slot.FORK else Slot.MERGE
    return Node(id=f"Gabung_{node.id}", slot=slot, row=node.row, lane=node.lane)
