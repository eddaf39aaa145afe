"""The column `ke`: where the work goes on after a step, as people write it in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_NOWHERE = re.compile(r"[-–—]|tidak ada|nihil|selesai", re.IGNORECASE)
_PART = re.compile(r"\s*(?:;|\n|\|)\s*|\s*,\s*(?=[^\W\d_])")
_WAY = re.compile(
    r"(?:(?P<answer>[^\W\d_][^:=→>]{0,60}?)\s*(?::|=|→|->|=>)\s*)?"
    r"(?P<targets>[\w.]+(?:\s*(?:,|&|/|dan)\s*[\w.]+)*)"
)


def ways(cell: str, rows: Mapping[str, str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Answer and id of the step of every way, and the words that name no step.

    `rows` are the ids of the steps by the numbers printed in front of them. `Ya: 3; Tidak: 1`, `3, 4`, `-`.
    """
    found: list[tuple[str, str]] = []
    strange: list[str] = []
    for part in _PART.split(cell.strip()):
        if not part or _NOWHERE.fullmatch(part):
            continue
        match = _WAY.fullmatch(part)
        targets = list(_targets(match["targets"])) if match else []
        if match and targets and all(target in rows for target in targets):
            found += [((match["answer"] or "").strip(), rows[target]) for target in targets]
        else:
            strange.append(part)
    return found, strange


def _targets(text: str) -> Iterator[str]:
    return (name.strip(" .") for name in re.split(r"\s*(?:,|&|/|\bdan\b)\s*", text) if name.strip(" ."))
