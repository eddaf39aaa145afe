"""What several tests of the domain build and read in the same way."""

from __future__ import annotations

from sopan.domain import Edge, End
from sopan.domain.comparison import Mark, Pieces

_SIGNS = {Mark.SAME: ("", ""), Mark.REMOVED: ("[", "]"), Mark.ADDED: ("{", "}")}


def an_edge(text: str) -> Edge:
    """`1 > 2`, `2/Kepala > 3 Ya`."""
    source, _, rest = text.partition(" > ")
    target, _, answer = rest.partition(" ")
    return Edge(End.read(source), End.read(target), answer)


def drawn(pieces: Pieces) -> str:
    """`Memeriksa [surat]{berkas}`: removed in brackets, added in braces."""
    return "".join(_SIGNS[piece.mark][0] + piece.text + _SIGNS[piece.mark][1] for piece in pieces)
