"""Small checkouts for tests of the launcher: the real launcher, a product of four lines, wheels of our own."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

MAIN = """\
import sys
import angka
print("sopan", *sys.argv[1:], "angka", angka.VALUE)
sys.exit(7 if "gagal" in sys.argv else 0)
"""
JUDGE = """\
import sys
import angka, uji
print("judge", *sys.argv[1:], "angka", angka.VALUE, "uji", uji.VALUE)
"""
PYPROJECT = """\
[project]
name = "sopan"
scripts = {sopan = "sopan.cli:main"}
entry-points."sopan.commands" = {serve = "sopan.web:command"}
"""


class Checkout:
    """A folder with a launcher in it, and the wheels it may install."""

    def __init__(self, root: Path, wheels: Path) -> None:
        self.root = root
        self.wheels = wheels
        self.stamp = root / ".venv" / "sopan-installed.txt"

    def lock(self, name: str, wheel: Path, *, digest: str = "") -> None:
        """Write a lock that asks for this one wheel."""
        requirement = "==".join(wheel.name.split("-")[:2])
        digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        (self.root / "requirements" / f"{name}.txt").write_text(f"{requirement} --hash=sha256:{digest}\n")

    def command(self, *words: str) -> list[str]:
        return [sys.executable, str(self.root / "sopan"), *words]

    def environment(self, **settings: str) -> dict[str, str]:
        """A calm environment whose only source of packages is the folder of wheels, unless `settings` say otherwise."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TMPDIR") if name in os.environ}
        home = {
            "HOME": str(self.root.parent),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_CACHE_DIR": "1",
        }
        return kept | home | (settings or {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri()})

    def run(self, *words: str, prefix: tuple[str, ...] = (), cwd: Path | None = None, **settings: str) -> Ran:
        command = [*prefix, *self.command(*words)]
        return Ran(
            subprocess.run(
                command,
                cwd=cwd or self.root,
                env=self.environment(**settings),
                capture_output=True,
                text=True,
                timeout=120,
            )
        )

    def copied_to(self, root: Path) -> Checkout:
        """The same checkout with its environment, at another place."""
        shutil.copytree(self.root, root, symlinks=True)
        return Checkout(root, self.wheels)


class Ran:
    """What a start said, and how it ended."""

    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        self.code = done.returncode
        self.out = done.stdout.strip()
        self.sentences = [line for line in done.stderr.splitlines() if not line.startswith("Menyiapkan SOPAN")]
        self.has_installed = "Menyiapkan SOPAN" in done.stderr


def a_checkout(root: Path, wheels: Path) -> Checkout:
    """A fresh clone: nothing is set up yet."""
    for folder in ("requirements", "src/sopan", "tools"):
        (root / folder).mkdir(parents=True)
    wheels.mkdir(parents=True, exist_ok=True)
    shutil.copy2(PROJECT / "sopan", root / "sopan")
    shutil.copytree(PROJECT / "tools" / "launcher", root / "tools" / "launcher")
    files = {
        "pyproject.toml": PYPROJECT,
        "src/sopan/__init__.py": '__version__ = "9.8"\n',
        "src/sopan/__main__.py": MAIN,
        "tools/judge.py": JUDGE,
    }
    for name, text in files.items():
        (root / name).write_text(text)
    checkout = Checkout(root, wheels)
    checkout.lock("runtime", a_wheel(wheels, "angka", "1"))
    checkout.lock("test", a_wheel(wheels, "uji", "1"))
    return checkout


def a_wheel(folder: Path, name: str, version: str, *, tag: str = "py3-none-any") -> Path:
    """A wheel of one module that knows its version."""
    path = folder / f"{name}-{version}-{tag}.whl"
    about = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name}.py", f'VALUE = "{version}"\n')
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        wheel.writestr(f"{about}/WHEEL", f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n")
        wheel.writestr(f"{about}/RECORD", f"{name}.py,,\n{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n")
    return path


class SlowIndex:
    """A package index on this machine that hands out a wheel only after `open()`, and counts."""

    def __init__(self, wheels: Path) -> None:
        self.wheels = wheels
        self.asked = threading.Event()
        self.may_answer = threading.Event()
        self.handed_out: list[str] = []
        self.url = ""


@contextmanager
def a_slow_index(wheels: Path) -> Iterator[SlowIndex]:
    index = SlowIndex(wheels)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, index))
    index.url = f"http://127.0.0.1:{server.server_port}/simple"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield index
    finally:
        index.may_answer.set()
        server.shutdown()
        server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, index: SlowIndex, *args: object) -> None:
        self.index = index
        super().__init__(*args, directory=str(index.wheels))

    def do_GET(self) -> None:
        if not self.path.startswith("/simple/"):
            self.index.asked.set()
            self.index.may_answer.wait(60)
            self.index.handed_out.append(self.path)
            return super().do_GET()
        name = self.path.split("/")[2]
        links = "".join(f'<a href="/{file.name}">{file.name}</a>' for file in self.index.wheels.glob(f"{name}-*"))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(links.encode())
        return None

    def log_message(self, *args: object) -> None:
        """Say nothing."""
