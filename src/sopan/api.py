"""The library's front door: read, check, lay_out, render.

    source = read("surat-masuk.docx")
    report = check(source.procedure)
    pdf = render(source.procedure, logo=source.logo())

Each call takes finished values and gives a new one. What only one call needs is imported by that call, so that
checking a file does not wait for the fonts of a printer.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sopan.checker.profile import DEFAULT, Profile
from sopan.checker.rule import Context, Gate
from sopan.domain import Procedure, SourceTooLarge, UnreadableSource

if TYPE_CHECKING:
    from sopan.checker.report import Report
    from sopan.flowchart.diagram import Diagram
    from sopan.flowchart.text import TextMeasurer
    from sopan.readers.reading import Place as PlaceInFile
    from sopan.readers.reading import Reading
    from sopan.readers.sandbox import Sandbox

__all__ = ["Source", "bytes_of", "check", "lay_out", "read", "read_all", "render"]

MAX_SOURCE_BYTES = 5_000_000
"""Of SOPAN's own formats."""
MAX_DOCUMENT_BYTES = 100_000_000
"""Of files of other programs, which carry pictures."""
MAX_LOGO_BYTES = 1_000_000

Place = tuple[int, int]
"""Line and column, both from 1; (0, 0) where the place is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A procedure, and what is known about the file it was read from."""

    procedure: Procedure
    text: str = ""
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    """(step id or "", key of the text format) → where it stands."""
    path: Path | None = None
    folder: Path | None = None
    """Where its logo lies."""
    reading: Reading | None = None
    """What was made of a file of another program, with its places and doubts; None for SOPAN's own formats."""

    def place_of(self, step_id: str = "", field: str = "") -> Place:
        """Where a cell, else its list, its step, or the document begins; (0, 0) for a source without places."""
        for key in ((step_id, field), (step_id, field.partition(".")[0]), (step_id, "")):
            if key in self.places:
                return self.places[key]
        return (1, 1) if self.text and not step_id else (0, 0)

    def place_in_file(self, step_id: str = "", field: str = "") -> PlaceInFile | None:
        """Where a value, else its list or its step, stood in a file of another program."""
        seen = [value for value in self.reading.values if value.place] if self.reading else []
        for wanted in (field, field.partition(".")[0], ""):
            for value in seen:
                if value.step == step_id and (value.field == wanted or (step_id and not wanted)):
                    return value.place
        return None

    def logo(self) -> bytes | None:
        """The picture the procedure names; None when it names none or was read from nowhere.

        It lies in the folder of the file, wherever links lead. Raises UnreadableSource with the reason for printing
        without it.
        """
        name = self.procedure.identity.logo
        if not name or self.folder is None:
            return None
        try:
            return _logo_in(self.folder, name)
        except OSError as trouble:
            sentence = "Logo “{nama}” tidak dapat dibuka, jadi dicetak tanpa logo. Periksa izin berkas gambarnya."
            raise UnreadableSource(sentence, nama=name) from trouble


def read(
    source: str | os.PathLike[str] | bytes,
    *,
    folder: str | os.PathLike[str] | None = None,
    sandbox: Sandbox | None = None,
) -> Source:
    """The procedure in a file, or in the bytes of one, as `read_all` finds it, where it is the only one.

    Raises UnreadableSource when there are several, too.
    """
    found = read_all(source, folder=folder, sandbox=sandbox)
    if len(found) > 1:
        raise UnreadableSource(
            "Berkas ini memuat {jumlah} SOP, padahal di sini diperlukan satu. Pisahkan dengan “sopan import”, lalu "
            "pakai salah satu hasilnya.",
            jumlah=len(found),
        )
    return found[0]


def read_all(
    source: str | os.PathLike[str] | bytes,
    *,
    folder: str | os.PathLike[str] | None = None,
    sandbox: Sandbox | None = None,
) -> tuple[Source, ...]:
    """Every procedure in a file, or in the bytes of one: the text format, SOPAN's JSON, Word, Excel, PDF, BPMN, CSV, …

    The logo is looked for in `folder`, which is the folder of the file unless another is named; bytes without a
    folder have no logo. Files of other programs are read in a process of their own: that of `sandbox`, or one for
    this file alone. Raises UnreadableSource when it holds no procedure, OSError when it cannot be opened.
    """
    home = Path(folder) if folder is not None else None
    if isinstance(source, bytes):
        return _read_bytes(source, path=None, folder=home, sandbox=sandbox)
    path = Path(source)
    return _read_bytes(document_bytes(path), path=path, folder=home or path.parent, sandbox=sandbox)


def check(
    procedure: Procedure,
    *,
    gate: Gate | None = None,
    profile: Profile = DEFAULT,
    others: Sequence[Procedure] = (),
    today: date | None = None,
) -> Report:
    """What should be improved before `gate`, which follows from the procedure's status unless it is given.

    `others` are the procedures it is compared with. Rules that need the date are silent without `today`.
    """
    from sopan.checker.report import check as put_every_rule

    context = Context(today=today, others=tuple(others))
    return put_every_rule(procedure, profile, context, gate or Gate.of(procedure.status))


def lay_out(
    procedure: Procedure,
    sheet: str = "",
    *,
    measure: TextMeasurer | None = None,
    verification: bool = False,
    title_label: str = "",
) -> Diagram:
    """The pages of the document in millimetres, on `sheet`: f4, a4, legal or letter, landscape.

    Without one, on the paper the procedure asks for, else on F4. `verification` keeps room for a QR code;
    `title_label` is `Nama SOP` or `Judul SOP`. Raises LayoutError for a sheet without room for a single executor,
    KeyError for an unknown one.
    """
    from sopan.flowchart import SHEETS, Style
    from sopan.flowchart import lay_out as draw
    from sopan.writers.fonts import measurer

    style = Style(verification=verification, **({"title_label": title_label} if title_label else {}))
    return draw(procedure, SHEETS[sheet.lower()] if sheet else None, measure or measurer(), style=style)


def render(
    procedure: Procedure,
    to: str = "pdf",
    *,
    sheet: str = "",
    logo: bytes | None = None,
    verification: str = "",
) -> tuple[bytes, ...]:
    """The document as files of the format `to`: pdf, svg and json give one, png one for each page.

    `verification` is the address at which the document can be verified; a QR code of it is printed when there is one.
    """
    from sopan.writers.choose import write

    diagram = lay_out(procedure, sheet, verification=bool(verification))
    return write(procedure, diagram, to, logo=logo, verification=verification)


def bytes_of(path: Path) -> bytes:
    """The content of a file, which is refused before it is read when it is larger than a procedure can be."""
    with path.open("rb") as file:
        data = file.read(MAX_SOURCE_BYTES + 1)
    if len(data) > MAX_SOURCE_BYTES:
        raise _too_large_for_text()
    return data


def document_bytes(path: Path) -> bytes:
    """The content of a file of any kind, which is refused before it is read when it is larger than its kind may be."""
    from sopan.readers.kinds import HEAD, OWN, kind_of

    with path.open("rb") as file:
        data = file.read(MAX_SOURCE_BYTES + 1)
        if len(data) > MAX_SOURCE_BYTES:
            if kind_of(data[:HEAD], path.name) in OWN:
                raise _too_large_for_text()
            data += file.read(MAX_DOCUMENT_BYTES + 1 - len(data))
    if len(data) > MAX_DOCUMENT_BYTES:
        raise SourceTooLarge(
            "Berkas ini lebih besar dari {batas} MB, jadi tidak dibaca. Simpan ulang dengan gambar yang lebih kecil, "
            "atau bagi menjadi beberapa berkas.",
            batas=MAX_DOCUMENT_BYTES // 1_000_000,
        )
    return data


def _too_large_for_text() -> SourceTooLarge:
    return SourceTooLarge(
        "Berkas ini lebih besar dari {batas} MB. Berkas SOP berisi teks saja; periksa apakah berkasnya benar.",
        batas=MAX_SOURCE_BYTES // 1_000_000,
    )


def _read_bytes(data: bytes, *, path: Path | None, folder: Path | None, sandbox: Sandbox | None) -> tuple[Source, ...]:
    from sopan.readers.choose import refuse_unread
    from sopan.readers.kinds import Kind, kind_of

    name = path.name if path else ""
    kind = kind_of(data, name)
    if kind is Kind.JSON:
        return (_read_json(data, path, folder),)
    if kind is Kind.TEXT:
        return (_read_text(data, path, folder),)
    refuse_unread(kind)
    readings = _readings(data, name, sandbox)
    return tuple(Source(procedure=each.procedure, path=path, folder=folder, reading=each) for each in readings)


def _read_json(data: bytes, path: Path | None, folder: Path | None) -> Source:
    from sopan.domain.codec import decode_json

    return Source(procedure=decode_json(data), text=data.decode("utf-8-sig"), path=path, folder=folder)


def _read_text(data: bytes, path: Path | None, folder: Path | None) -> Source:
    from sopan.domain.codec import decode_text_with_places

    decoded = decode_text_with_places(data)
    text = data.decode("utf-8-sig")
    return Source(procedure=decoded.procedure, text=text, places=decoded.places, path=path, folder=folder)


def _readings(data: bytes, name: str, sandbox: Sandbox | None) -> tuple[Reading, ...]:
    from sopan.readers.sandbox import Sandbox as OwnSandbox

    if sandbox is not None:
        return sandbox.read(data, name)
    with OwnSandbox() as box:
        return box.read(data, name)


def _logo_in(folder: Path, name: str) -> bytes:
    from sopan.writers.pictures import read_logo

    home = folder.resolve()
    place = (home / name).resolve()
    if not place.is_relative_to(home) or not place.is_file():
        raise UnreadableSource(
            "Logo “{nama}” tidak ada di folder berkas SOP, jadi dicetak tanpa logo. Letakkan gambarnya di folder itu.",
            nama=name,
        )
    with place.open("rb") as file:
        data = file.read(MAX_LOGO_BYTES + 1)
    if len(data) > MAX_LOGO_BYTES:
        raise UnreadableSource(
            "Logo “{nama}” lebih besar dari {batas} MB, jadi dicetak tanpa logo. Perkecil gambarnya.",
            nama=name,
            batas=MAX_LOGO_BYTES // 1_000_000,
        )
    read_logo(data)  # refuses what could do harm
    return data
