"""Workbooks of Excel whose drawing can be taken in hand: real cells, native shapes, glued connectors."""

from sopan.writers.xlsx.write import write

__all__ = ["write"]
