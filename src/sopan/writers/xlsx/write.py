"""A procedure and its diagram become one workbook: the whole form, to be read, printed and changed."""

from __future__ import annotations

from itertools import chain

from sopan.domain.codec import encode_json
from sopan.domain.procedure import Procedure
from sopan.drawingml.model_part import ITEM_RELATIONSHIP, Model, parts
from sopan.drawingml.names import symbol_names
from sopan.drawingml.package import Reference, pack
from sopan.drawn import encode
from sopan.flowchart.diagram import Diagram
from sopan.writers.fonts import ARIMO, measurer
from sopan.writers.office import ARIAL, properties, theme
from sopan.writers.pictures import illustrations
from sopan.writers.xlsx.cells import Filler, Texts
from sopan.writers.xlsx.seen import seen
from sopan.writers.xlsx.sheets import sheets
from sopan.writers.xlsx.styles import Styles
from sopan.writers.xlsx.workbook import Desk, picture_files, sheet_parts, standing_parts, workbook


def write(
    procedure: Procedure, diagram: Diagram, *, logo: bytes | None = None, verification: str = "", family: str = ARIMO
) -> bytes:
    """The document as XLSX. The same input gives the same bytes.

    Real cells hold whole texts, symbols are native shapes anchored in their cells, and connectors hold on to them.
    The procedure rides along as a part of the file. F4 becomes Folio, which is 0.2 mm wider and 0.9 mm higher; the
    drawing keeps its size. Raises UnreadableSource for a logo that cannot be trusted, FontNotInstalled for a family
    this system lacks, and InvalidProcedure for characters that no file can carry.
    """
    typeface = measurer(family)
    name = ARIAL if typeface.family == ARIMO else typeface.family
    desk = Desk(
        procedure=procedure,
        diagram=diagram,
        names=symbol_names(procedure, diagram),
        typeface=typeface,
        illustrations=illustrations(procedure, logo=logo, verification=verification),
        filler=Filler(procedure, name, Styles(), Texts()),
    )
    made = sheets(diagram)
    written = [list(sheet_parts(desk, sheet, number)) for number, sheet in enumerate(made, 1)]
    model, about_model = parts(Model(encode_json(procedure), encode(seen(procedure, made, desk.names))))
    beside = {**standing_parts(desk), "theme": theme("xl/theme/theme1.xml", ARIMO), ITEM_RELATIONSHIP: model}
    book = workbook(made, [first for first, *_ in written], beside)
    first = {"officeDocument": book, **properties(procedure.identity)}
    references = {f"rId{place}": Reference(kind, part.path) for place, (kind, part) in enumerate(first.items(), 1)}
    pictures = picture_files(desk.illustrations)
    return pack([*first.values(), *chain(*written), *beside.values(), about_model, *pictures], references)
