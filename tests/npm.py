"""npm packages that tests use: locked in a folder, installed there by the first test that asks."""

from __future__ import annotations

import fcntl
import subprocess
from pathlib import Path


def install(home: Path) -> None:
    """What is locked in `home` is installed, once for all processes of a test run."""
    with (home / ".install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        locked, stamp = (home / "package-lock.json").read_bytes(), home / "node_modules" / ".locked"
        if stamp.is_file() and stamp.read_bytes() == locked:
            return
        subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
            cwd=home,
            check=True,
            timeout=240,
        )
        stamp.write_bytes(locked)
