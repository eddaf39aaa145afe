"""Drafts and flow become the steps and edges of a procedure; every value is noted down with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sopan.domain import Edge, End, Kind, MutuBaku, Step, Symbol
from sopan.drawn import Form, Page
from sopan.flowchart.grid import UNASSIGNED
from sopan.readers.assembly.appendix import REFERENCE, appendix
from sopan.readers.assembly.drafts import Draft, lane_texts
from sopan.readers.assembly.findings import Findings, place_of
from sopan.readers.assembly.flow import Flow, Way
from sopan.readers.assembly.items import items
from sopan.readers.assembly.legs import Node
from sopan.readers.assembly.marks import is_mark, kind_word
from sopan.readers.reading import Certainty

_BARE = re.compile(r"\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?")
_PARTED = re.compile(r"\s*(?:[\n;,]|\s/\s)\s*")
_FEW = 2
"""So many steps may stand without a line between them."""
_RANK = {Form.DIAMOND: 0, Form.CAPSULE: 1, Form.BOX: 2}
"""Which of several symbols in one cell says most."""


class Steps:
    """Makes the steps of one document."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        flow: Flow,
        columns: Sequence[str],
        unit: str,
        pages: Sequence[Page],
        findings: Findings,
    ) -> None:
        self.drafts = drafts
        self.flow = flow
        self.order = {name: place for place, name in enumerate(columns)}
        self.unit = unit
        self.appendix = appendix(pages, _references(drafts))
        self.findings = findings
        self.leaving = {way.source for way in flow.ways}
        self.arriving = {way.target for way in flow.ways}
        self.marks = {Node(n, name): text for n, draft in enumerate(drafts) for name, text in _marks(draft)}
        self.nodes: dict[int, list[str]] = {}
        for node in (*flow.forms, *self.marks):
            own = self.nodes.setdefault(node.step, [])
            if node.executor not in own:
                own.append(node.executor)

    def steps(self) -> tuple[Step, ...]:
        """The steps in the order of their rows."""
        return tuple(self._step(number, draft) for number, draft in enumerate(self.drafts))

    def edges(self, steps: Sequence[Step]) -> tuple[Edge, ...]:
        """The edges of the drawing; of a table without any drawing, from row to row."""
        if self.flow.has_lines or self.flow.forms:
            if len(steps) > _FEW and not self.flow.has_lines:
                self.findings.note(
                    "Simbol dalam tabel ini tidak dihubungkan garis, jadi alurnya tidak terbaca.", name="ke"
                )
            return tuple(self._edge(way, steps) for way in self.flow.ways)
        edges = tuple(
            Edge(End(step.id), End(following.id))
            for step, following in pairwise(steps)
            if step.kind not in (Kind.DECISION, Kind.END)
        )
        for edge in edges:
            self._note_edge(edge, Certainty.DOUBTFUL)
        if edges:
            self.findings.note(
                "Tabel ini tidak memuat garis alur. Setiap langkah dianggap berlanjut ke baris berikutnya; periksalah.",
                name="ke",
            )
        return edges

    # ---- one step ----------------------------------------------------------------------------------------------

    def _step(self, number: int, draft: Draft) -> Step:
        symbols, kind = self._symbols(number, draft)
        shown = _shown(draft)
        if draft.number:
            self.findings.value("nomor", draft.number, draft.place("nomor"), step=draft.id)
        return Step(
            id=draft.id,
            kegiatan=self._text(draft, "kegiatan"),
            symbols=symbols,
            mutu_baku=MutuBaku(
                kelengkapan=items(self._text(draft, "kelengkapan")),
                waktu=self._waktu(draft),
                output=self._text(draft, "output"),
            ),
            keterangan=self._text(draft, "keterangan"),
            kind=kind,
            nomor="" if shown == draft.id else shown,
        )

    def _text(self, draft: Draft, role: str) -> str:
        text = self._whole(draft, role)
        if text:
            self.findings.value(role, text, draft.place(role), step=draft.id)
        return text

    def _whole(self, draft: Draft, role: str) -> str:
        """What stands in a column, or in the appendix it refers to."""
        text = draft.text(role)
        elsewhere = self.appendix.get((_shown(draft), role)) if REFERENCE.fullmatch(text) else None
        return elsewhere.popleft() if elsewhere else text

    def _waktu(self, draft: Draft) -> str:
        text = self._whole(draft, "waktu")
        if not text:
            return ""
        certainty = Certainty.CERTAIN
        if _BARE.fullmatch(text):
            certainty = Certainty.LIKELY if self.unit else Certainty.DOUBTFUL
            if self.unit:
                text = f"{text} {self.unit}"
            else:
                self.findings.note(
                    "Waktu “{waktu}” tidak menyebut satuan. Tambahkan menit, jam, atau hari.",
                    step=draft.id,
                    name="waktu",
                    place=draft.place("waktu"),
                    waktu=text,
                )
        self.findings.value("waktu", text, draft.place("waktu"), step=draft.id, certainty=certainty)
        return text

    # ---- symbols -----------------------------------------------------------------------------------------------

    def _symbols(self, number: int, draft: Draft) -> tuple[tuple[Symbol, ...], Kind]:
        """The symbols of a row from the left, and the kind most of them have."""
        names = sorted(self.nodes.get(number, ()), key=lambda name: self.order.get(name, 0))
        kinds = {name: self._kind(Node(number, name), draft) for name in names}
        common = max(Counter(kinds.values()).items(), key=lambda entry: entry[1])[0] if kinds else Kind.PROCESS
        if not names:
            return tuple(Symbol(name) for name in self._written(draft)), common
        for name in names:
            self._note_symbol(draft, number, name, kinds[name])
        return (
            tuple(
                Symbol(name, kinds[name] if kinds[name] is not common else None) for name in names if name != UNASSIGNED
            ),
            common,
        )

    def _kind(self, node: Node, draft: Draft) -> Kind:
        forms = [symbol.form for _, symbol in self.flow.forms.get(node, ())]
        if not forms:
            return kind_word(self.marks.get(node, "")) or Kind.PROCESS
        form = min(forms, key=lambda form: _RANK.get(form, 3))
        if form is Form.DIAMOND:
            return Kind.DECISION
        if form is not Form.CAPSULE:
            return Kind.PROCESS
        said = next((kind for _, symbol in self.flow.forms[node] if (kind := kind_word(symbol.text))), None)
        leaves, arrives = node in self.leaving, node in self.arriving
        if said is not None or leaves == arrives:
            return said or (Kind.START if self._is_first(node) else Kind.END)
        return Kind.START if leaves else Kind.END

    def _is_first(self, node: Node) -> bool:
        return node.step == min(self.nodes, default=0)

    def _note_symbol(self, draft: Draft, number: int, name: str, kind: Kind) -> None:
        forms = self.flow.forms.get(Node(number, name), [])
        other = next((symbol for _, symbol in forms if symbol.form is Form.OTHER), None)
        certainty = Certainty.DOUBTFUL if other else Certainty.CERTAIN if forms else Certainty.LIKELY
        place = draft.place()
        if forms:
            body, symbol = forms[0]
            row = next(row for at, row in draft.rows if at == body)
            place = place_of(row.page, symbol.box, symbol.place)
        if name != UNASSIGNED:
            self.findings.value("pelaksana", name, place, step=draft.id, certainty=certainty)
        self.findings.value("jenis", kind, place, step=draft.id, certainty=certainty)
        if other:
            self.findings.note(
                "Bentuk simbol “{bentuk}” tidak dikenal, jadi dibaca sebagai proses. Periksa jenisnya.",
                step=draft.id,
                name="jenis",
                place=place,
                bentuk=other.said or other.form,
            )

    def _written(self, draft: Draft) -> Iterator[str]:
        """Executors that a column `Pelaksana` names with words."""
        text = draft.text("pelaksana")
        if text:
            self.findings.value("pelaksana", text, draft.place("pelaksana"), step=draft.id)
        listed = items(text)
        names = listed if len(listed) > 1 else _PARTED.split(text)
        return iter(dict.fromkeys(name.strip(" .;,") for name in names if name.strip(" .;,")))

    # ---- edges -------------------------------------------------------------------------------------------------

    def _edge(self, way: Way, steps: Sequence[Step]) -> Edge:
        edge = Edge(_end(way.source, steps), _end(way.target, steps), way.answer)
        self._note_edge(edge, way.certainty)
        return edge

    def _note_edge(self, edge: Edge, certainty: Certainty) -> None:
        field = f"ke.{edge.answer}" if edge.answer else "ke"
        self.findings.value(field, str(edge.target), None, step=edge.source.step, certainty=certainty)


def _shown(draft: Draft) -> str:
    """The number as it is printed, without what stands around it."""
    return draft.number.strip(" .()")


def _references(drafts: Sequence[Draft]) -> Counter[tuple[str, str]]:
    """How often each number and column refers to the appendix."""
    return Counter(
        (_shown(draft), role)
        for draft in drafts
        for role in ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
        if REFERENCE.fullmatch(draft.text(role))
    )


def _end(node: Node, steps: Sequence[Step]) -> End:
    step = steps[node.step]
    is_named = len(step.symbols) > 1 and node.executor in step.daftar_pelaksana
    return End(step.id, node.executor if is_named else "")


def _marks(draft: Draft) -> Iterator[tuple[str, str]]:
    for name, text, _, _ in lane_texts(draft):
        if is_mark(text) or kind_word(text) is not None:
            yield name, text
