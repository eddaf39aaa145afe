"""A PostgreSQL of one's own for as long as a test run takes: in a temporary folder, reached by a socket, then gone.

python -m tools.postgresql COMMAND …    run a command with SOPAN_DATABASE naming such a cluster
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USERS = ("postgres", "nobody")
"""Who may run it when we are root, which PostgreSQL refuses to be."""


class NoPostgresql(Exception):
    """PostgreSQL is not installed, or did not start."""


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a fresh and empty cluster. Raises NoPostgresql."""
    programs = programs_folder()
    folder = Path(tempfile.mkdtemp(prefix="sopan-pg-"))
    user = _user()
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    try:
        _init(programs, data, user)
        with _running(programs, folder, data, user):
            yield f"postgresql://sopan@/postgres?host={folder}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def programs_folder() -> Path:
    """Where the newest PostgreSQL of this machine keeps its programs; Debian leaves them out of PATH."""
    on_path = shutil.which("initdb")
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = versions or ([Path(on_path).resolve()] if on_path else [])
    if not found:
        raise NoPostgresql("needs initdb (Debian package postgresql)")
    return found[-1].parent


def _user() -> str | None:
    """Whom to run as; None: as we are."""
    import pwd

    if os.geteuid():
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in USERS if name in known)


def _init(programs: Path, data: Path, user: str | None) -> None:
    command: list[str | Path] = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "sopan",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    ]
    done = subprocess.run(
        command, user=user, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NoPostgresql(done.stderr.strip())


@contextmanager
def _running(programs: Path, folder: Path, data: Path, user: str | None) -> Iterator[None]:
    """The server, without the care for power cuts that costs time and that no test needs."""
    settings = {"unix_socket_directories": folder, "listen_addresses": "", "fsync": "off", "full_page_writes": "off"}
    command: list[str | Path] = [
        programs / "postgres",
        "-D",
        data,
        *(f"--{name}={value}" for name, value in settings.items()),
    ]
    with (folder / "log").open("w") as log, subprocess.Popen(
        command, user=user, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log
    ) as server:  # fmt: skip
        try:
            _wait(programs, folder, server)
            yield
        finally:
            server.send_signal(signal.SIGINT)  # its fast shutdown


def _wait(programs: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        if subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise NoPostgresql((folder / "log").read_text(encoding="utf-8", errors="replace"))


def main() -> int:
    """Run a command beside such a cluster."""
    with cluster() as url:
        return subprocess.run(sys.argv[1:], env={**os.environ, "SOPAN_DATABASE": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
