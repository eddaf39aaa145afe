"""Elements of SVG as text. Whatever comes in, well-formed XML comes out."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sopan.writers.fonts import printable


def element(name: str, *children: str, **attributes: str | float | None) -> str:
    """`<name …>children</name>`. `aria_label` becomes `aria-label`, `class_` becomes `class`; None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not children:
        return f"<{name}{written}/>"
    return f"<{name}{written}>{''.join(children)}</{name}>"


def group(children: Iterable[str], **attributes: str | float | None) -> str:
    """A `<g>`; nothing when it would be empty."""
    inside = "".join(children)
    return element("g", inside, **attributes) if inside else ""


def words(text: str) -> str:
    """Text of an author as the content of an element."""
    return escape(printable(text), quote=False)


def _value(value: str | float) -> str:
    return escape(printable(value)) if isinstance(value, str) else f"{value:.6g}"
