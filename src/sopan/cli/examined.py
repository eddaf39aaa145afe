"""One input of `sopan check` and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopan.cli.exits import FOUND_ERRORS, UNREADABLE

if TYPE_CHECKING:
    from sopan.api import Source
    from sopan.checker.report import Report
    from sopan.cli.inputs import Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One input: its procedure and the report on it, or why there is none."""

    name: str
    source: Source | None = None
    report: Report | None = None
    trouble: Trouble | None = None

    @property
    def exit_code(self) -> int:
        """0, 1 for errors, 2 for a file that could not be used."""
        if self.report is None:
            return UNREADABLE
        return FOUND_ERRORS if self.report.errors else 0
