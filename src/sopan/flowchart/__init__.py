"""How a procedure looks, as geometry in millimetres: one engine for every medium, headless and deterministic."""

from sopan.flowchart.diagram import Diagram, Sheet
from sopan.flowchart.engine import Style, lay_out, mark_of
from sopan.flowchart.measures import SHEETS
from sopan.flowchart.text import HelveticaMeasurer, TextMeasurer

__all__ = ["SHEETS", "Diagram", "HelveticaMeasurer", "Sheet", "Style", "TextMeasurer", "lay_out", "mark_of"]
