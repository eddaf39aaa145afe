"""A BPMN file as procedures: SOPAN's own exactly, with what a person changed; others as well as they can be."""

from __future__ import annotations

from dataclasses import replace

from sopan.domain import Procedure, UnreadableSource
from sopan.readers.bpmn.document import opened
from sopan.readers.bpmn.drawing import Drawing
from sopan.readers.bpmn.edges import edges_of
from sopan.readers.bpmn.extract import drawings
from sopan.readers.bpmn.flatten import flattened
from sopan.readers.bpmn.people import People
from sopan.readers.bpmn.roles import roles_of
from sopan.readers.bpmn.steps import rows_of
from sopan.readers.bpmn.values import doubts, values_of
from sopan.readers.bpmn.ways import ways_of
from sopan.readers.reading import Reading


def read(data: bytes) -> tuple[Reading, ...]:
    """One reading for each process, or for several that exchange messages. Raises UnreadableSource."""
    found = drawings(opened(data))
    if not found:
        raise UnreadableSource(
            "Berkas BPMN ini tidak berisi proses dengan kegiatan. Periksa apakah berkas yang dipilih sudah benar."
        )
    return tuple(_reading(flattened(drawing)) for drawing in found)


def _reading(drawing: Drawing) -> Reading:
    roles = roles_of(drawing)
    people = People(drawing)
    ways = ways_of(drawing, roles)
    rows = rows_of(drawing, roles, ways, people)
    model = people.model
    procedure = replace(
        model,
        identity=replace(model.identity, judul=_title(drawing, model)),
        daftar_pelaksana=people.columns,
        steps=tuple(rows.steps),
        edges=edges_of(ways, rows, model),
    )
    return Reading(
        procedure=procedure,
        values=tuple(values_of(drawing, procedure, rows, ways)),
        notes=(*drawing.notes, *roles.notes, *doubts(procedure, rows)),
        is_model=procedure == drawing.model,
    )


def _title(drawing: Drawing, model: Procedure) -> str:
    """The title of the model, unless the diagram is called otherwise now."""
    return model.identity.judul if drawing.model and drawing.title == drawing.written_title else drawing.title
