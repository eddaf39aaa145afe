"""One door to every format."""

from __future__ import annotations

import pytest

from sopan.writers.choose import FORMATS, write
from sopan.writers.tests.makers import a_document, a_procedure

BEGINNINGS = {
    "pdf": b"%PDF-",
    "docx": b"PK\x03\x04",
    "xlsx": b"PK\x03\x04",
    "svg": b"<svg ",
    "png": b"\x89PNG",
    "json": b'{\n "format": "sopan-diagram/1"',
    "bpmn": b"<?xml ",
}


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_gives_what_it_says(name):
    files = write(a_procedure(), a_document(), name, verification="https://contoh.go.id/v/1")
    assert len(files) == (2 if FORMATS[name].has_file_per_page else 1)
    assert all(file.startswith(BEGINNINGS[name]) for file in files)


def test_extensions_and_media_types_are_distinct():
    assert len({each.extension for each in FORMATS.values()}) == len(FORMATS)
    assert len({each.media_type for each in FORMATS.values()}) == len(FORMATS)


def test_an_unknown_format_is_refused():
    with pytest.raises(KeyError):
        write(a_procedure(), a_document(), "doc")
