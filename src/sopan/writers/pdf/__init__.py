"""PDF by Typst."""

from sopan.writers.pdf.write import write

__all__ = ["write"]
