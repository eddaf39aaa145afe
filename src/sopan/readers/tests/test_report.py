"""A reading as plain data: nothing is lost, and what is not one is refused."""

from __future__ import annotations

import json

import pytest

from sopan.domain import UnreadableSource
from sopan.domain.codec import decode_text
from sopan.drawn import Box
from sopan.readers.reading import Certainty, Note, Place, Reading, Value
from sopan.readers.report import as_dict, reading_of

PLACE = Place(page=2, name="SOP 1", cell="C12", box=Box(1.0, 2.0, 3.0, 4.5))


def a_reading() -> Reading:
    return Reading(
        procedure=decode_text('sopan: "1"\njudul: Penerbitan Surat\nlangkah:\n- kegiatan: Menulis surat\n'),
        values=(
            Value(step="1", field="waktu", text="5", certainty=Certainty.DOUBTFUL, place=PLACE),
            Value(step="", field="judul", text="PENERBITAN", certainty=Certainty.CERTAIN),
        ),
        notes=(
            Note(sentence="Kolom “{nama}” kosong.", parameters={"nama": "Waktu"}, step="1", field="waktu", place=PLACE),
            Note(sentence="Halaman ini gambar saja.", place=Place(page=3)),
        ),
    )


def test_a_reading_survives_json():
    assert reading_of(json.loads(json.dumps(as_dict(a_reading())))) == a_reading()


def test_the_keys_are_those_of_the_manual():
    found = as_dict(a_reading())
    assert found["format"] == "sopan-reading/1"
    assert found["procedure"]["format"] == "sopan-procedure/1"
    assert found["values"][0] == {
        "step": "1",
        "field": "waktu",
        "text": "5",
        "certainty": "doubtful",
        "place": {"page": 2, "name": "SOP 1", "cell": "C12", "box": [1.0, 2.0, 3.0, 4.5]},
    }
    assert found["values"][1]["place"] is None


def test_messages_are_translated_before_they_are_filled_in():
    english = {"Kolom “{nama}” kosong.": "Column “{nama}” is empty."}
    found = as_dict(a_reading(), translate=lambda sentence: english.get(sentence, sentence))
    assert [note["message"] for note in found["notes"]] == ["Column “Waktu” is empty.", "Halaman ini gambar saja."]
    assert found["notes"][0]["sentence"] == "Kolom “{nama}” kosong."


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("format",), "sopan-reading/9"),
        (("procedure",), {"format": "lain"}),
        (("values",), {}),
        (("values", 0), {"step": "1"}),
        (("values", 0, "certainty"), "sure"),
        (("values", 0, "place", "box"), [1]),
        (("notes", 0, "place", "page"), "2"),
    ],
    ids=str,
)
def test_what_is_no_reading_is_refused(way, value):
    found = as_dict(a_reading())
    inner = found
    for key in way[:-1]:
        inner = inner[key]
    inner[way[-1]] = value
    with pytest.raises(UnreadableSource):
        reading_of(found)


def test_another_document_is_no_reading():
    with pytest.raises(UnreadableSource):
        reading_of([])
