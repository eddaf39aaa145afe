"""Tables without drawn symbols: a tick or a word in an executor's column stands for one."""

from __future__ import annotations

import re

from sopan.domain import Kind

_MARK = re.compile(r"[√✓✔✗✘☑vVxXoO●•■◆◼▪*üþP]{1,2}|\(\s?[√✓vVxX]\s?\)")
_WORDS = {
    "mulai": Kind.START,
    "start": Kind.START,
    "awal": Kind.START,
    "selesai": Kind.END,
    "end": Kind.END,
    "finish": Kind.END,
    "akhir": Kind.END,
}


def is_mark(text: str) -> bool:
    """Whether a text is a tick and nothing else. Some are letters of a picture font: `ü` of Wingdings is a tick."""
    return bool(_MARK.fullmatch(text.strip()))


def kind_word(text: str) -> Kind | None:
    """The kind that a word in the place of a symbol names."""
    return _WORDS.get(text.strip(" .:()").casefold())
