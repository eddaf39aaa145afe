"""Fills the environment of a checkout: whole or not at all, one set-up at a time."""

from __future__ import annotations

import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.launcher import trouble
from tools.launcher.environment import Environment
from tools.launcher.project import register

_INSTALL = ("install", "--no-input", "--disable-pip-version-check", "--progress-bar=off", "--retries=3")
_LOCKED = ("--require-hashes", "--no-deps", "--only-binary=:all:")
_ELSEWHERE = frozenset({"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_NO_BINARY", "PIP_DRY_RUN"})
"""Settings of a person's own that would send the installation to another place."""


def set_up(environment: Environment, kind: str) -> None:
    """Install what `kind` of start needs, unless another start has just done so. Raises Trouble."""
    if not all(importlib.util.find_spec(part) for part in ("venv", "ensurepip")):
        raise trouble.VenvMissing
    try:
        with _turn(environment.root / ".venv.lock") as turn:
            if not environment.holds(kind):
                _say("Menyiapkan SOPAN; ini hanya sekali dan biasanya selesai dalam satu menit ...")
                _install(environment, kind, turn)
    except OSError as error:
        raise trouble.of_os_error(error, environment.root) or error from error


@contextmanager
def _turn(path: Path) -> Iterator[int]:
    """Hold the lock file. Children inherit it: an orphan of a killed start keeps its turn until it is done."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("SOPAN sedang disiapkan oleh perintah lain; menunggu sampai selesai ...")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def _install(environment: Environment, kind: str, turn: int) -> None:
    may_grow = environment.holds("runtime")
    _take_over(environment)
    if not may_grow:
        _empty(environment)
        _run(environment, turn, sys.executable, "-I", "-m", "venv", str(environment.folder))
    locks = (f"--requirement={lock}" for lock in environment.locks(kind))
    _run(environment, turn, str(environment.python), "-I", "-m", "pip", *_INSTALL, *_LOCKED, *locks)
    register(environment.root, environment.folder)
    environment.mark_complete(kind)


def _take_over(environment: Environment) -> None:
    """Mark the folder as ours and under way; what others made stays as it is."""
    environment.folder.mkdir(exist_ok=True)
    if not environment.stamp.exists() and any(environment.folder.iterdir()):
        raise trouble.ForeignFolder(environment.folder)
    environment.mark_incomplete()


def _empty(environment: Environment) -> None:
    """Remove all but the stamp: a set-up killed here is still known as ours."""
    for entry in environment.folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry != environment.stamp:
            entry.unlink()


def _run(environment: Environment, turn: int, *command: str) -> None:
    done = subprocess.run(
        command,
        env={name: value for name, value in os.environ.items() if name not in _ELSEWHERE},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=[turn],
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    with environment.log.open("a", encoding="utf-8") as log:
        log.write(done.stdout)
    if done.returncode:
        raise trouble.of_output(done.stdout, environment.root, environment.log)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
