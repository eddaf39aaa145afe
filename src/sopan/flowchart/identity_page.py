"""The first page of the form in its classic two columns (digest 1.7 B); long fields flow over to further pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sopan.domain.identity import Identity, PejabatPengesah
from sopan.domain.procedure import Procedure
from sopan.flowchart.cells import filled
from sopan.flowchart.columns import rounded_up
from sopan.flowchart.diagram import Cell, CellRole, Page, PageKind, Picture, PictureKind
from sopan.flowchart.frame import Frame
from sopan.flowchart.measures import CELL_PADDING, SIZE_STEP, SMALLEST_SIZE
from sopan.flowchart.text import TextBlock, Typesetter

_LABEL_WIDTH = 38.0
_LINE_ROW = 6.6
"""Height of a field of one line."""
_SIGNATURE = 22.0
"""Room for a wet signature and a stamp, or for the code and its note."""
_CODE = 20.0
_LOGO = 24.0
_BODY = 9.5
_HEAD = 9.5
_SIZES = (9.5, 9.0, 8.5, 8.0)
"""Points; the largest type of the lists with which everything stands on one page."""
_FLOWING = 9.0
"""Points; type of the lists when they need several pages anyway."""
_NAME = 12.0
_SECTION_ROW = 6.2
_LEAST_BODY = 12.0
_OWN_NUMBER = re.compile(r"^\s*(?:\d+\s*[.)]|[a-zA-Z]\s*[.)]\s|[-–•*·])")

SECTIONS = (
    ("dasar_hukum", "DASAR HUKUM", "kualifikasi_pelaksana", "KUALIFIKASI PELAKSANA"),
    ("keterkaitan", "KETERKAITAN", "peralatan", "PERALATAN DAN PERLENGKAPAN"),
    ("peringatan", "PERINGATAN", "pencatatan", "PENCATATAN DAN PENDATAAN"),
)


def identity_pages(
    procedure: Procedure, frame: Frame, typesetter: Typesetter, title_label: str, *, has_code: bool
) -> list[Page]:
    """The identity page, and as many more as its fields need."""
    for size in _SIZES:
        pages = _IdentityPages(procedure.identity, frame, typesetter, title_label, has_code, size).build()
        if len(pages) == 1:
            return pages
    return _IdentityPages(procedure.identity, frame, typesetter, title_label, has_code, _FLOWING).build()


class _IdentityPages:
    def __init__(
        self, identity: Identity, frame: Frame, typesetter: Typesetter, title_label: str, has_code: bool, size: float
    ) -> None:
        self.size = size
        self.identity = identity
        self.frame = frame
        self.typesetter = typesetter
        self.title_label = title_label
        self.has_code = has_code
        self.half = frame.width / 2
        self.bottom = frame.y + frame.height
        self.pages: list[tuple[list[Cell], list[Picture]]] = [([], [])]

    def build(self) -> list[Page]:
        y = self._head(self.frame.y)
        for left, left_title, right, right_title in SECTIONS:
            y = self._section(y, (left, left_title), (right, right_title))
        return [
            self.frame.page(PageKind.IDENTITY, cells=tuple(cells), pictures=tuple(pictures))
            for cells, pictures in self.pages
        ]

    @property
    def cells(self) -> list[Cell]:
        """Cells of the page that is being filled."""
        return self.pages[-1][0]

    def _head(self, y: float) -> float:
        """Emblem and unit on the left; number, dates, signature and title on the right. Returns the lower edge."""
        fields, ratification = self._fields(), self._ratification_height()
        room = self.frame.height - _LINE_ROW * len(fields) - ratification - 2 * CELL_PADDING - 0.01
        title = self._shrunk(self.identity.judul, room, bold=True)
        title_height = rounded_up(max(_LINE_ROW, title.height + 2 * CELL_PADDING))
        height = _LINE_ROW * len(fields) + ratification + title_height
        self._unit(y, height)
        for label, text in fields:
            self._field(y, _LINE_ROW, label, self._value(text))
            y += _LINE_ROW
        self._ratified_by(y, ratification)
        y += ratification
        self._field(y, title_height, (self.title_label, "judul"), title, bold=True)
        return y + title_height

    def _fields(self) -> list[tuple[tuple[str, str], str]]:
        identity = self.identity
        revised = identity.tanggal_revisi
        if identity.revisi_ke and identity.revisi_ke != "0":
            revised = f"{revised} (revisi ke-{identity.revisi_ke})".strip()
        return [
            (("Nomor SOP", "nomor"), identity.nomor),
            (("Tanggal Pembuatan", "tanggal_pembuatan"), identity.tanggal_pembuatan),
            (("Tanggal Revisi", "tanggal_revisi"), revised),
            (("Tanggal Efektif", "tanggal_efektif"), identity.tanggal_efektif),
        ]

    def _value(self, text: str) -> TextBlock:
        """A value beside its label, in smaller type where that brings it into one row."""
        return self._shrunk(text, _LINE_ROW - 1)

    def _shrunk(self, text: str, room: float, *, bold: bool = False) -> TextBlock:
        """`text` in the largest type in which it is no higher than `room`, in the smallest where none is."""
        width = self.half - _LABEL_WIDTH - 2 * CELL_PADDING
        size = _BODY
        block = self.typesetter.block(text, width, size, bold=bold)
        while block.height > room and size > SMALLEST_SIZE:
            size -= SIZE_STEP
            block = self.typesetter.block(text, width, size, bold=bold)
        return block

    def _field(self, y: float, height: float, label: tuple[str, str], block: TextBlock, *, bold: bool = False) -> None:
        title, column = label
        x = self.frame.x + self.half
        self._label(title, column, x, y, _LABEL_WIDTH, height)
        width = self.half - _LABEL_WIDTH
        padding = min(CELL_PADDING, max((height - block.height) / 2, 0.0))
        self.cells.append(filled(block, column, x + _LABEL_WIDTH, y, width, height, bold=bold, padding=padding))

    def _label(self, title: str, column: str, x: float, y: float, width: float, height: float) -> None:
        block = self.typesetter.block(title, width - 2 * CELL_PADDING, _BODY)
        self.cells.append(filled(block, column, x, y, width, height, role=CellRole.LABEL))

    # ---- the unit ----------------------------------------------------------------------------------------------

    def _unit(self, y: float, height: float) -> None:
        """Emblem and names of the maker, centred in the left half."""
        x = self.frame.x
        frame = self.typesetter.block("", self.half, _NAME)
        self.cells.append(filled(frame, "instansi", x, y, self.half, height))
        names = (
            ("pemerintah_daerah", self.identity.pemerintah_daerah.upper(), _NAME),
            ("opd", self.identity.opd.upper(), _NAME + 1),
            ("unit_kerja", self.identity.unit_kerja, _NAME - 1),
        )
        logo = _LOGO + 2 if self.identity.logo else 0.0
        blocks = self._unit_blocks([(c, text, size) for c, text, size in names if text], height - logo - 4)
        used = logo + sum(block.height + 1 for _, block in blocks)
        top = y + max((height - used) / 2, 1.0)
        if logo:
            left = x + (self.half - _LOGO) / 2
            self.pages[-1][1].append(Picture(kind=PictureKind.LOGO, x=left, y=top, width=_LOGO, height=_LOGO))
            top += logo
        for column, block in blocks:
            self._line(block, column, x, top, self.half, bold=True)
            top += block.height + 1

    def _unit_blocks(self, names: Sequence[tuple[str, str, float]], room: float) -> list[tuple[str, TextBlock]]:
        shrink = 0.0
        while True:
            blocks = [
                (column, self.typesetter.block(text, self.half - 8, max(size - shrink, 6), bold=True))
                for column, text, size in names
            ]
            if sum(block.height + 1 for _, block in blocks) <= room or shrink >= 8:
                return blocks
            shrink += 0.5

    def _line(self, block: TextBlock, column: str, x: float, y: float, width: float, *, bold: bool = False) -> None:
        """Centred text without a border of its own."""
        cell = filled(
            block, column, x, y, width, block.height, bold=bold, align="center", valign="top", border=False, padding=0.0
        )
        self.cells.append(cell)

    # ---- the signature -----------------------------------------------------------------------------------------

    def _ratification_height(self) -> float:
        return rounded_up(sum(block.height for _, block, _ in (*self._office(), *self._person())) + _SIGNATURE + 3)

    def _ratified_by(self, y: float, height: float) -> None:
        x = self.frame.x + self.half
        self._label("Disahkan oleh", "disahkan_oleh", x, y, _LABEL_WIDTH, height)
        x, width = x + _LABEL_WIDTH, self.half - _LABEL_WIDTH
        empty = self.typesetter.block("", width, _BODY)
        self.cells.append(filled(empty, "disahkan_oleh", x, y, width, height))
        top = y + 1.5
        for column, block, bold in self._office():
            self._line(block, column, x, top, width, bold=bold)
            top += block.height
        if self.has_code:
            left = x + (width - _CODE) / 2
            box = Picture(kind=PictureKind.VERIFICATION, x=left, y=top + 1, width=_CODE, height=_CODE)
            self.pages[-1][1].append(box)
        top += _SIGNATURE
        for column, block, bold in self._person():
            self._line(block, column, x, top, width, bold=bold)
            top += block.height

    def _office(self) -> list[tuple[str, TextBlock, bool]]:
        by = self.identity.disahkan_oleh
        office = " ".join(part for part in (by.selaku, by.jabatan) if part)
        return [("jabatan", self._signature_line(office), False)] if office else []

    def _person(self) -> list[tuple[str, TextBlock, bool]]:
        by: PejabatPengesah = self.identity.disahkan_oleh
        lines = [("nama", by.nama, True), ("pangkat", by.pangkat, False)]
        if by.nip:
            lines.append(("nip", f"NIP. {by.nip}" if by.nip[:1].isdigit() else by.nip, False))
        return [(column, self._signature_line(text, bold=bold), bold) for column, text, bold in lines if text]

    def _signature_line(self, text: str, *, bold: bool = False) -> TextBlock:
        return self.typesetter.block(text, self.half - _LABEL_WIDTH - 4, _BODY, bold=bold)

    # ---- the lists ---------------------------------------------------------------------------------------------

    def _section(self, y: float, left: tuple[str, str], right: tuple[str, str]) -> float:
        """Two lists side by side, carried over to further pages while they are longer than what is left."""
        blocks = [self._items(field) for field, _ in (left, right)]
        suffix = ""
        while True:
            longest = max(len(block.lines) for block in blocks)
            leading = blocks[0].leading
            wanted = max(longest * leading + 2 * CELL_PADDING, _LEAST_BODY)
            room = self.bottom - y - _SECTION_ROW
            if wanted > room and room < min(wanted, _LEAST_BODY + leading):
                self.pages.append(([], []))
                y = self.frame.y
                continue
            height = min(rounded_up(wanted), room)
            fitting = int((height - 2 * CELL_PADDING + 1e-6) / leading)
            for side, (field, title) in enumerate((left, right)):
                x = self.frame.x + side * self.half
                self._section_title(title + suffix, field, x, y)
                self._section_body(_head_of(blocks[side], fitting), field, x, y + _SECTION_ROW, height)
            y += _SECTION_ROW + height
            if longest <= fitting:
                return y
            blocks = [_rest_of(block, fitting) for block in blocks]
            suffix = " (lanjutan)"

    def _items(self, field: str) -> TextBlock:
        items: tuple[str, ...] = getattr(self.identity, field)
        if len(items) > 1 and not any(_OWN_NUMBER.match(item) for item in items):
            items = tuple(f"{number}. {item}" for number, item in enumerate(items, 1))
        return self.typesetter.block("\n".join(items), self.half - 2 * CELL_PADDING, self.size)

    def _section_title(self, title: str, field: str, x: float, y: float) -> None:
        block = self.typesetter.block(title, self.half - 2 * CELL_PADDING, _HEAD, bold=True)
        self.cells.append(
            filled(block, field, x, y, self.half, _SECTION_ROW, role=CellRole.LABEL, bold=True, align="left")
        )

    def _section_body(self, block: TextBlock, field: str, x: float, y: float, height: float) -> None:
        self.cells.append(filled(block, field, x, y, self.half, height, valign="top"))


def _head_of(block: TextBlock, lines: int) -> TextBlock:
    return replace(block, lines=block.lines[:lines], offsets=block.offsets[:lines])


def _rest_of(block: TextBlock, lines: int) -> TextBlock:
    return replace(block, lines=block.lines[lines:], offsets=block.offsets[lines:])
