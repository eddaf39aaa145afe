"""The `.venv` of a checkout, and whether it holds what is locked."""

from __future__ import annotations

import os
from pathlib import Path

LOCKS = {"runtime": ("runtime",), "test": ("runtime", "test")}
"""What each kind of start needs of the folder `requirements`; a longer list begins with the shorter one."""


class Environment:
    """The virtual environment beside a checkout.

    Its stamp says what is inside: nothing while a set-up is under way, afterwards the Python it was made from and the
    full text of the locks. So a killed set-up, a changed lock and a replaced Python are all seen.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / "bin" / "python"
        self.stamp = self.folder / "sopan-installed.txt"
        self.log = self.folder / "sopan-install.log"

    def locks(self, kind: str) -> list[Path]:
        """The locks that `kind` of start needs."""
        return [self.root / "requirements" / f"{name}.txt" for name in LOCKS[kind]]

    def holds(self, kind: str) -> bool:
        """Whether everything that `kind` of start needs is installed as it is locked today."""
        return self.python.exists() and self.stamped().startswith(self._content(kind))

    def stamped(self) -> str:
        """What the stamp says; empty while a set-up is under way."""
        return self.stamp.read_text(encoding="utf-8") if self.stamp.exists() else ""

    def mark_complete(self, kind: str) -> None:
        """Say that what `kind` of start needs is installed."""
        self.stamp.write_text(self._content(kind), encoding="utf-8")

    def mark_incomplete(self) -> None:
        """Say that a set-up is under way."""
        self.stamp.write_text("", encoding="utf-8")

    def _content(self, kind: str) -> str:
        texts = (lock.read_text(encoding="utf-8") for lock in self.locks(kind))
        return "\n".join([os.path.realpath(self.python), *texts])
