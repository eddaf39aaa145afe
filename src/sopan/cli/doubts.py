"""What a reader is not sure of, in short sentences with the place in the original file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopan.cli.speech import say

if TYPE_CHECKING:
    from sopan.readers.reading import Note, Place, Reading, Value

FOREMOST = 5
"""So many are told; a report holds them all."""


def place_in_words(place: Place) -> str:
    """`lembar SOP 1, C12`, `tabel 2, baris 5`, or `halaman 2`."""
    if place.name and place.cell:
        return say("lembar {lembar}, {sel}", lembar=place.name, sel=place.cell)
    if place.name:
        return say("lembar {lembar}", lembar=place.name)
    return place.cell or say("halaman {nomor}", nomor=place.page)


def doubtful_values(reading: Reading) -> list[Value]:
    """The values a person should look at."""
    return [value for value in reading.values if value.certainty == "doubtful"]


def doubts_in_words(reading: Reading) -> list[str]:
    """One sentence on doubtful values, and one for each of the foremost notes."""
    said = []
    doubtful = doubtful_values(reading)
    if doubtful:
        told = "; ".join(_value(value, reading) for value in doubtful[:FOREMOST])
        said.append(say("{jumlah} nilai perlu dilihat: {daftar}.", jumlah=len(doubtful), daftar=_cut(told, doubtful)))
    said += [_note(note, reading) for note in reading.notes[:FOREMOST]]
    if len(reading.notes) > FOREMOST:
        said.append(say("{jumlah} catatan lain.", jumlah=len(reading.notes) - FOREMOST))
    return said


def _cut(told: str, values: list[Value]) -> str:
    return f"{told}; …" if len(values) > FOREMOST else told


def _value(value: Value, reading: Reading) -> str:
    where = f" ({place_in_words(value.place)})" if value.place else ""
    return f"{_subject(value.step, value.field, reading)}{where}"


def _note(note: Note, reading: Reading) -> str:
    about = [_subject(note.step, note.field, reading)] if note.step or note.field else []
    about += [place_in_words(note.place)] if note.place else []
    said = say(note.sentence, **note.parameters)
    return f"{said} ({', '.join(about)})" if about else said


def _subject(step: str, field: str, reading: Reading) -> str:
    """`langkah 4, waktu`, or the field of the identity page."""
    if step not in reading.procedure:
        return field
    nomor = say("langkah {nomor}", nomor=reading.procedure.nomor(step))
    return f"{nomor}, {field}" if field else nomor
