"""Whether the model in a file says what the file showed when it was written: a forged one could say anything else."""

from __future__ import annotations

import re
import unicodedata

from sopan.domain import Procedure, Step
from sopan.flowchart.lanes import ELSEWHERE


def says_what_was_seen(model: Procedure, seen: Procedure) -> bool:
    """Whether both have the same title, rows, executors and texts, by their letters and digits."""
    return (
        _same(model.identity.judul, seen.identity.judul)
        and len(model.steps) == len(seen.steps)
        and all(_tells(own, shown) for own, shown in zip(model.steps, seen.steps, strict=True))
    )


def _tells(own: Step, shown: Step) -> bool:
    texts = zip(_texts(own), _texts(shown), strict=True)
    return all(_same(told, read) for told, read in texts) and _names(own) == _names(shown)


def _texts(step: Step) -> tuple[str, ...]:
    needs = step.mutu_baku
    return step.kegiatan, needs.waktu, needs.output, step.keterangan, _MARK.sub(" ", " ".join(needs.kelengkapan))


_MARK = re.compile(r"(?<![^\s/])\(?(?:\d{1,2}|[a-z])[.)]")
"""What numbers the items of a list: it belongs to the form."""


def _names(step: Step) -> set[str]:
    return {_letters(name) for name in step.daftar_pelaksana}


def _same(told: str, read: str) -> bool:
    """A text that was too long for its row is read as a reference to the appendix."""
    return _letters(told) == _letters(read) or _letters(read) == _letters(ELSEWHERE)


def _letters(text: str) -> str:
    """Letters and digits alone."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
