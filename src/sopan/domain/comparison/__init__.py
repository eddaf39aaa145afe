"""What changed between two procedures: as operations, and as something people read."""

from sopan.domain.comparison.align import align, with_ids_of
from sopan.domain.comparison.compare import compare, renamed_executors
from sopan.domain.comparison.words import Mark, Piece, Pieces, word_diff

__all__ = ["Mark", "Piece", "Pieces", "align", "compare", "renamed_executors", "with_ids_of", "word_diff"]
