"""Text as it stands in a file, made fit for a procedure: no odd characters, no stray blanks."""

from __future__ import annotations

import re

from sopan.domain.codec.limits import MAX_TEXT
from sopan.domain.codec.refusals import UNFIT

_BLANKS = re.compile(r"[^\S\n]+")


def clean(text: str) -> str:
    """The lines of a text without blanks around and between them; empty lines are dropped."""
    fit = UNFIT.sub(" ", text.replace("\r", "\n").replace("\v", "\n").replace("\f", "\n"))[:MAX_TEXT]
    lines = (_BLANKS.sub(" ", line).strip() for line in fit.split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """The words of a text with single blanks between them."""
    return " ".join(UNFIT.sub(" ", text[:MAX_TEXT]).split())
