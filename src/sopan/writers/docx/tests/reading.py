"""What a Word document holds, for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from sopan import api
from sopan.domain import Procedure
from sopan.drawingml.markup import NAMESPACES
from sopan.writers.docx import write

EXAMPLES = sorted((Path(api.__file__).parent / "examples").glob("*.sop.yaml"))
CHOICE = "//mc:Choice"
FALLBACK = "//mc:Fallback"


class Document:
    """The parts of a document, and what is found in the main one."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])

    def find(self, path: str) -> list:
        """What an XPath with the usual prefixes finds in the main part."""
        return self.root.xpath(path, namespaces=dict(NAMESPACES))

    def paragraphs(self) -> list[str]:
        """Texts of the paragraphs in tables, drawings left out."""
        cells = self.find("//w:tc/w:p")
        return ["".join(p.xpath("w:r/w:t/text()", namespaces=dict(NAMESPACES))) for p in cells]

    def text(self) -> str:
        """Everything that is written, without spaces."""
        said = [*self.find("//w:tc//w:t/text()"), *self.find(f"{CHOICE}//w:t/text()")]
        return "".join("".join(said).split())


def a_document(procedure: Procedure, **dress: object) -> Document:
    """The document of a procedure, laid out on its own paper."""
    sheet = str(dress.pop("sheet", ""))
    diagram = api.lay_out(procedure, sheet, verification=bool(dress.get("verification")))
    return Document(write(procedure, diagram, **dress))  # type: ignore[arg-type]


def examples() -> Iterator[Procedure]:
    """The procedures SOPAN brings along."""
    return (api.read(path).procedure for path in EXAMPLES)


def twips(value: str) -> float:
    """Millimetres."""
    return int(value) / 1440 * 25.4
