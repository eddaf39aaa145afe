"""Parts that Word documents and Excel workbooks share: what a file says about itself, and the theme of its typeface."""

from sopan.writers.office.parts import ARIAL, filled, properties, theme

__all__ = ["ARIAL", "filled", "properties", "theme"]
