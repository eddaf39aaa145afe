"""The SOPs of a workbook."""

from __future__ import annotations

from sopan.readers.office.carried import readings
from sopan.readers.office_zip import open_package
from sopan.readers.reading import Reading
from sopan.readers.xlsx.extract import extract


def read(data: bytes) -> tuple[Reading, ...]:
    """One reading for each SOP of the workbook. Raises UnreadableSource where it cannot be opened."""
    package = open_package(data, "xlsx")
    found = extract(package)
    return readings(package, found.pages, found.notes)
