"""A document as it stands on paper, whoever drew it: what readers see, and what a drawing can be held against."""

from sopan.drawn.codec import decode, encode
from sopan.drawn.of_diagram import drawn
from sopan.drawn.page import Box, Cell, Form, Line, Page, Picture, Point, Symbol, Text

__all__ = ["Box", "Cell", "Form", "Line", "Page", "Picture", "Point", "Symbol", "Text", "decode", "drawn", "encode"]
