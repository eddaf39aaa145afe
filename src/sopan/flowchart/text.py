"""How wide text is. The engine asks a `TextMeasurer`; writers own the real fonts and hand one in."""

from __future__ import annotations

from typing import Protocol


class TextMeasurer(Protocol):
    """Measures one line of text."""

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width in millimetres of `text` on one line at `size` points, without kerning."""
        ...
