"""A text becomes a YAML scalar that every YAML reader takes for the same text."""

from __future__ import annotations

import re

from sopan.domain.codec.refusals import UNFIT, code_point
from sopan.domain.errors import InvalidProcedure

_UNSHOWN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufff9-\uffff]"
)
"""Characters a person cannot see or tell apart: written as escapes."""

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~](?:[^:#]|:(?!\s|$)|(?<!\s)#)*(?<!\s)\Z")
_NUMBER = re.compile(r"[-+.]?[0-9][-+0-9_.,:/xXoObBa-fA-FTZz ]*|[-+]?\.(?:inf|nan)|\.+", re.IGNORECASE)
_WORDS = frozenset({"", "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "<<", "=", "---", "..."})

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N", "\xa0": "\\_"}


def scalar(text: str, *, indent: int) -> str:
    """The text as it stands behind a key; a literal block where it has lines, its content at `indent`."""
    if "\n" in text and _fits_block(text):
        return _block(text, indent)
    return inline(text)


def inline(text: str) -> str:
    """The text on one line: plain where that is safe, else in double quotes."""
    return text if is_plain(text) else quoted(text)


def is_plain(text: str) -> bool:
    """Whether the text needs no quotes in a block, under the rules of YAML 1.1 and 1.2 alike."""
    return (
        text.lower() not in _WORDS
        and _UNSHOWN.search(text) is None
        and _PLAIN.match(text) is not None
        and _NUMBER.fullmatch(text) is None
    )


def quoted(text: str) -> str:
    """The text in double quotes, on one line."""
    shown = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_UNSHOWN.sub(_escape, shown)}"'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if UNFIT.match(character):
        raise InvalidProcedure(f"no document can carry the character {code_point(character)}")
    code = ord(character)
    return _ESCAPES.get(character) or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}")


def _fits_block(text: str) -> bool:
    """A literal block shows lines as they are; only what it cannot show goes into quotes."""
    lines = text.split("\n")
    return (
        not text.endswith("\n\n")
        and bool(lines[0])
        and not text[0].isspace()
        and not any(line != line.rstrip() or _UNSHOWN.search(line) for line in lines)
    )


def _block(text: str, indent: int) -> str:
    header, body = ("|", text[:-1]) if text.endswith("\n") else ("|-", text)
    pad = " " * indent
    return "\n".join([header, *(pad + line if line else "" for line in body.split("\n"))])
