"""The checks of Office files find what they are for."""

from __future__ import annotations

import io
import zipfile
from importlib import resources

import pytest

from sopan import api
from sopan.writers import docx, xlsx
from tests.office_checks import faults

DRAWING = "xl/drawings/drawing2.xml"
SHEET = "xl/worksheets/sheet2.xml"


@pytest.fixture(scope="module")
def workbook() -> bytes:
    source = resources.files("sopan.examples") / "penanganan-surat-masuk.sop.yaml"
    procedure = api.read(source.read_bytes()).procedure
    return xlsx.write(procedure, api.lay_out(procedure))


def with_change(data: bytes, part: str, old: str, new: str) -> bytes:
    """The file with a part in which the first `old` is `new`."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode() if name == part else source.read(name)
            target.writestr(name, content.replace(old, new, 1) if isinstance(content, str) else content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (DRAWING, '<a:stCxn id="2"', '<a:stCxn id="999"', "glued to 999, which is not there"),
        (DRAWING, 'idx="2"', 'idx="7"', "glued to site 7"),
        (DRAWING, 'idx="2"', 'idx="0"', "though another is nearer"),
        (DRAWING, '<a:endCxn id="3"', '<a:endCxn id="5"', "which it does not touch"),
        (DRAWING, 'id="3" name', 'id="2" name', "id 2 stands 2 times"),
        (DRAWING, 'Requires="xdr14"', 'Requires="a99"', "the prefix a99 is not declared"),
        (SHEET, '<mergeCell ref="A3', '<mergeCell ref="A3:B3"/><mergeCell ref="A3', "overlaps another merged cell"),
        ("xl/_rels/workbook.xml.rels", "styles.xml", "looks.xml", "refers to xl/looks.xml, which is not there"),
        ("[Content_Types].xml", "/xl/styles.xml", "/xl/looks.xml", "xl/styles.xml does not say what it is"),
    ],
)
def test_a_fault_is_found(workbook, part, old, new, said):
    assert faults(workbook) == []
    assert any(said in fault for fault in faults(with_change(workbook, part, old, new)))


def test_a_word_document_is_looked_at_as_well():
    source = resources.files("sopan.examples") / "penanganan-surat-masuk.sop.yaml"
    procedure = api.read(source.read_bytes()).procedure
    data = docx.write(procedure, api.lay_out(procedure))
    assert faults(data) == []
    assert faults(with_change(data, "word/document.xml", "<a:stCxn id=", '<a:stCxn id="999" old=')) != []
