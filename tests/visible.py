"""What a drawing can show of a procedure: the measure for everything that is read back from one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from sopan.domain import Edge, End, Identity, Kind, MutuBaku, PejabatPengesah, Procedure, Step, Symbol
from sopan.flowchart.diagram import ArrowKind, Diagram

_NUMBERING = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}[.),]|[a-z][.)]|[-–•*·])(?=\s|$)")


def visible(procedure: Procedure, diagram: Diagram | None = None) -> Procedure:
    """The procedure without what no drawing shows, in one spelling.

    Blanks in texts and numbering do not count; a list, agency and unit, capacity and office are one text each; ids are
    the places of the rows. A step is of the kind most of its symbols have; a capsule is an end. With the diagram,
    the ends of edges name the symbols that it drew them at; without it, they name none.
    """
    ids = {step.id: str(place) for place, step in enumerate(procedure.steps, 1)}
    ends = _drawn_ends(diagram) if diagram is not None else {}
    edges = {_edge(edge, ids, ends, procedure) for edge in procedure.edges}
    return Procedure(
        identity=_identity(procedure.identity),
        daftar_pelaksana=tuple(_plain(name) for name in procedure.columns),
        steps=tuple(_step(step, ids[step.id], procedure) for step in procedure.steps),
        edges=tuple(edges),
    )


def _identity(identity: Identity) -> Identity:
    by = identity.disahkan_oleh
    maker = _bare(f"{identity.opd} {identity.unit_kerja}").casefold()
    plain = ("judul", "nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
    lists = ("dasar_hukum", "keterkaitan", "peringatan", "kualifikasi_pelaksana", "peralatan", "pencatatan")
    return Identity(
        pemerintah_daerah=_bare(identity.pemerintah_daerah).casefold(),
        opd=maker,
        **{field: _bare(getattr(identity, field)) for field in plain},
        **{field: _list(getattr(identity, field)) for field in lists},
        revisi_ke="" if identity.revisi_ke == "0" else identity.revisi_ke,
        disahkan_oleh=PejabatPengesah(
            jabatan=_bare(f"{by.selaku} {by.jabatan}"),
            nama=_bare(by.nama),
            pangkat=_bare(by.pangkat),
            nip=_bare(by.nip),
        ),
    )


def _step(step: Step, id: str, procedure: Procedure) -> Step:
    order = procedure.columns
    kinds = {name: _kind(step.kind_of(name)) for name in sorted(step.daftar_pelaksana, key=order.index)}
    values = list(kinds.values()) or [_kind(step.kind)]
    common = max(values, key=values.count)
    return Step(
        id=id,
        kegiatan=_bare(step.kegiatan),
        symbols=tuple(Symbol(_plain(name), None if kind is common else kind) for name, kind in kinds.items()),
        mutu_baku=MutuBaku(
            kelengkapan=_list(step.mutu_baku.kelengkapan),
            waktu=_bare(step.mutu_baku.waktu),
            output=_bare(step.mutu_baku.output),
        ),
        keterangan=_bare(step.keterangan),
        kind=common,
        nomor="" if procedure.nomor(step.id).strip(" .()") == id else procedure.nomor(step.id).strip(" .()"),
    )


def _kind(kind: Kind) -> Kind:
    return Kind.END if kind is Kind.START else kind


def _edge(edge: Edge, ids: dict[str, str], ends: dict[Edge, tuple[str, str]], procedure: Procedure) -> Edge:
    source, target = ends.get(edge, ("", ""))
    return Edge(
        _end(edge.source.step, source, ids, procedure),
        _end(edge.target.step, target, ids, procedure),
        _bare(edge.answer),
    )


def _end(step: str, pelaksana: str, ids: dict[str, str], procedure: Procedure) -> End:
    several = len(procedure.step(step).symbols) > 1
    return End(ids[step], _plain(pelaksana) if several else "")


def _drawn_ends(diagram: Diagram) -> dict[Edge, tuple[str, str]]:
    """The executors at whose symbols each edge begins and ends."""
    ends: dict[Edge, list[str]] = {}
    for page in diagram.pages:
        shapes = {shape.id: shape for shape in page.shapes}
        for arrow in page.arrows:
            if arrow.kind is ArrowKind.FLOW and arrow.edge is not None:
                known = ends.setdefault(arrow.edge, ["", ""])
                for place, shape in enumerate((shapes[arrow.source], shapes[arrow.target])):
                    known[place] = shape.pelaksana if shape.step is not None else known[place]
    return {edge: (known[0], known[1]) for edge, known in ends.items()}


def _plain(text: str) -> str:
    """A name: its words with single blanks."""
    return " ".join(text.split())


def _bare(text: str) -> str:
    """A text without blanks; where a long word is cut, nobody sees that none was there."""
    return "".join(text.split())


def _list(texts: Iterable[str]) -> tuple[str, ...]:
    joined = _bare(_NUMBERING.sub(" ", " ".join(texts)))
    return (joined,) if joined else ()


def without_ends(procedure: Procedure) -> Procedure:
    """The same with edges that name steps only."""
    edges = {Edge(End(edge.source.step), End(edge.target.step), edge.answer) for edge in procedure.edges}
    return replace(procedure, edges=tuple(edges))
