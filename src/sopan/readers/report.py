"""A reading as plain data (`sopan-reading/1`), so that a page can show the original beside the result, cell by cell.

The same values travel from the worker process that reads a file, and back they are the same reading. Keys and choices
are English; `docs/panduan/impor.md` describes them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from sopan.domain.codec import decode_json, encode_json
from sopan.domain.errors import UnreadableSource
from sopan.drawn import Box
from sopan.readers.reading import Certainty, Note, Place, Reading, Value

FORMAT = "sopan-reading/1"

Values = dict[str, Any]


def as_dict(reading: Reading, *, translate: Callable[[str], str] = str) -> Values:
    """The reading as a dict that `json.dumps` takes. `translate` puts the messages of its notes into a language.

    InvalidProcedure when the procedure holds a character that no document can carry.
    """
    return {
        "format": FORMAT,
        "procedure": json.loads(encode_json(reading.procedure)),
        "is_model": reading.is_model,
        "values": [_value(value) for value in reading.values],
        "notes": [_note(note, translate) for note in reading.notes],
    }


def reading_of(found: object) -> Reading:
    """The reading that `as_dict` wrote down. UnreadableSource for anything else."""
    try:
        return _reading(_expect(found, dict))
    except (KeyError, TypeError, ValueError):
        raise UnreadableSource(
            "Laporan pembacaan ini bukan laporan SOPAN atau sudah berubah. Ulangi impornya."
        ) from None


def _value(value: Value) -> Values:
    return {
        "step": value.step,
        "field": value.field,
        "text": value.text,
        "certainty": value.certainty.value,
        "place": _place(value.place),
    }


def _note(note: Note, translate: Callable[[str], str]) -> Values:
    parameters = {name: _simple(value) for name, value in note.parameters.items()}
    said = translate(note.sentence)
    return {
        "message": said.format_map(parameters) if parameters else said,
        "sentence": note.sentence,
        "parameters": parameters,
        "step": note.step,
        "field": note.field,
        "place": _place(note.place),
    }


def _simple(value: object) -> object:
    return value if isinstance(value, int | float | str) else str(value)


def _place(place: Place | None) -> Values | None:
    if place is None:
        return None
    box = place.box and [round(edge, 2) for edge in (place.box.left, place.box.top, place.box.right, place.box.bottom)]
    return {"page": place.page, "name": place.name, "cell": place.cell, "box": box}


def _reading(found: Values) -> Reading:
    if found["format"] != FORMAT:
        raise ValueError(found["format"])
    return Reading(
        procedure=decode_json(json.dumps(found["procedure"])),
        values=tuple(_value_of(_expect(value, dict)) for value in _expect(found["values"], list)),
        notes=tuple(_note_of(_expect(note, dict)) for note in _expect(found["notes"], list)),
        is_model=_expect(found["is_model"], bool),
    )


def _value_of(found: Values) -> Value:
    return Value(
        **_texts(found, "step", "field", "text"),
        certainty=Certainty(found["certainty"]),
        place=_place_of(found["place"]),
    )


def _note_of(found: Values) -> Note:
    parameters: Mapping[str, object] = _expect(found["parameters"], dict)
    return Note(**_texts(found, "sentence", "step", "field"), parameters=parameters, place=_place_of(found["place"]))


def _place_of(found: object) -> Place | None:
    if found is None:
        return None
    members = _expect(found, dict)
    box = members["box"]
    return Place(
        page=_expect(members["page"], int),
        box=Box(*(float(edge) for edge in box)) if box is not None else None,
        **_texts(members, "name", "cell"),
    )


def _texts(found: Values, *names: str) -> dict[str, str]:
    return {name: _expect(found[name], str) for name in names}


def _expect(found: object, kind: type) -> Any:  # noqa: ANN401  whatever JSON holds; the kind has just been seen
    if not isinstance(found, kind):
        raise TypeError(found)
    return found
