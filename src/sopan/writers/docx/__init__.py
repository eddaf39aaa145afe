"""Word documents whose drawing can be taken in hand: real tables, native shapes, glued connectors."""

from sopan.writers.docx.write import write

__all__ = ["write"]
