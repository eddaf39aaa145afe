"""SVG for the web."""

from sopan.writers.svg.write import write

__all__ = ["write"]
