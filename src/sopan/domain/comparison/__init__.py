"""What changed between two procedures: as operations (`compare`), and as something people read (`redline`)."""

from sopan.domain.comparison.align import align, with_ids_of
from sopan.domain.comparison.compare import compare, renamed_executors
from sopan.domain.comparison.fields import CELL_HEADINGS, HEADINGS, FieldChange
from sopan.domain.comparison.redline import Redline, RowChange, RowState, redline
from sopan.domain.comparison.sentence import Sentence
from sopan.domain.comparison.words import Mark, Piece, Pieces, word_diff

__all__ = [
    "CELL_HEADINGS",
    "HEADINGS",
    "FieldChange",
    "Mark",
    "Piece",
    "Pieces",
    "Redline",
    "RowChange",
    "RowState",
    "Sentence",
    "align",
    "compare",
    "redline",
    "renamed_executors",
    "with_ids_of",
    "word_diff",
]
