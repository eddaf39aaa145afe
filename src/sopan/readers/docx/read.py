"""The SOPs of a document of Word."""

from __future__ import annotations

from sopan.readers.docx.extract import extract
from sopan.readers.office.carried import readings
from sopan.readers.office_zip import open_package
from sopan.readers.reading import Reading


def read(data: bytes) -> tuple[Reading, ...]:
    """One reading for each SOP of the document. Raises UnreadableSource where it cannot be opened."""
    package = open_package(data, "docx")
    return readings(package, extract(package))
