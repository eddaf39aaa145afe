"""The secret that signs sessions: made once for each site, kept in its data folder, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

NAME = "rahasia.txt"


def secret_of(data: Path) -> str:
    """The secret of the site whose data lie in this folder; a new one at the first start."""
    data.mkdir(parents=True, exist_ok=True)
    path = data / NAME
    with suppress(FileExistsError):
        _place(path, secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii").strip()


def _place(path: Path, secret: str) -> None:
    """All of it or nothing: a second process that starts at the same time finds the whole secret or makes it."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secret)
        os.link(draft, path)
    finally:
        draft.unlink()
