"""What a reader is not sure of, in short sentences with the place in the original file."""

from __future__ import annotations

from collections import Counter
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
    """One sentence on doubtful values, and the foremost notes, each told once."""
    doubtful = doubtful_values(reading)
    notes = Counter(_note(note, reading) for note in reading.notes)
    said = [_on_values(doubtful, reading)] if doubtful else []
    said += [f"{text} ({times}×)" if times > 1 else text for text, times in list(notes.items())[:FOREMOST]]
    if len(notes) > FOREMOST:
        said.append(say("{jumlah} catatan lain.", jumlah=len(notes) - FOREMOST))
    return said


def _on_values(doubtful: list[Value], reading: Reading) -> str:
    named, count, rest = doubtful[:FOREMOST], len(doubtful), len(doubtful) - FOREMOST
    told = "; ".join(_value(value, reading) for value in named)
    if rest > 0:
        return say("{jumlah} nilai perlu dilihat: {daftar}; dan {sisa} lagi.", jumlah=count, daftar=told, sisa=rest)
    return say("{jumlah} nilai perlu dilihat: {daftar}.", jumlah=count, daftar=told)


def _value(value: Value, reading: Reading) -> str:
    where = f" ({place_in_words(value.place)})" if value.place else ""
    return f"{_subject(value.step, value.field, reading)}{where}"


def _note(note: Note, reading: Reading) -> str:
    """The note and what it is about, as far as it does not say so itself."""
    said = say(note.sentence, **note.parameters)
    about = [_subject(note.step, note.field, reading)] if note.step in reading.procedure else []
    about += [place_in_words(note.place)] if note.place else []
    untold = [words for words in about if words.casefold() not in said.casefold()]
    return f"{said} ({', '.join(untold)})" if untold else said


def _subject(step: str, field: str, reading: Reading) -> str:
    """`langkah 4, waktu`, or the field of the identity page."""
    if step not in reading.procedure:
        return field
    nomor = say("langkah {nomor}", nomor=reading.procedure.nomor(step))
    return f"{nomor}, {field}" if field else nomor
