"""A site is run by commands: from nothing to a page, and through a kill; whatever is wrong is told in a sentence."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.request
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from urllib.error import URLError

import click
import pytest

PROJECT = Path(__file__).resolve().parents[5]
RUN = "import sys; from sopan.web.commands.{0} import command; sys.exit(command.main(prog_name='sopan {0}'))"
MANUAL = (PROJECT / "docs" / "panduan" / "administrator.md").read_text(encoding="utf-8")
PASSWORD = "kuda-laut-hijau-7"


class Site:
    """A folder with a site in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def environment(self, **options: str) -> dict[str, str]:
        kept = {name: text for name, text in os.environ.items() if not name.startswith(("SOPAN_", "DJANGO_"))}
        return {**kept, "PYTHONPATH": str(PROJECT / "src"), "SOPAN_WORKERS": "1", **options}

    def command(self, name: str, *words: str) -> list[str]:
        return [sys.executable, "-c", RUN.format(name), *words]

    def run(self, name: str, *words: str, typed: str = "", **options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(name, *words),
            cwd=self.folder,
            env=self.environment(**options),
            input=typed,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return answer.read().decode()

    @contextmanager
    def served(self):
        command = self.command("serve", "--port", str(self.port), "--no-worker")
        with (
            (self.folder / "log").open("w") as log,
            subprocess.Popen(command, cwd=self.folder, env=self.environment(), stdout=log, stderr=log) as server,
        ):
            try:
                self.wait_until(answers=True, server=server)
                yield server
            finally:
                server.terminate()

    def wait_until(self, *, answers: bool, server: subprocess.Popen | None = None) -> None:
        for _ in range(600):
            with suppress(URLError, ConnectionError, TimeoutError):
                self.page("/")
                if answers:
                    return
                time.sleep(0.1)
                continue
            if not answers:
                return
            assert server is None or server.poll() is None, (self.folder / "log").read_text()
            time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text())


@pytest.fixture(scope="module")
def site() -> Site:
    """A site with its first admin."""
    with tempfile.TemporaryDirectory() as folder:
        made = Site(Path(folder))
        assert made.run("migrate").returncode == 0
        words = ("--username", "admin", "--name", "Admin Pemda", "--pemda", "Kabupaten Contoh")
        assert made.run("createadmin", *words, typed=f"{PASSWORD}\n").returncode == 0
        yield made


def test_a_killed_site_starts_again_at_once_and_has_lost_nothing(site):
    with site.served() as server:
        assert "Masuk" in site.page("/")
        server.send_signal(signal.SIGKILL)
        server.wait()
        site.wait_until(answers=False)
    with site.served():
        assert "Masuk" in site.page("/")
    assert "sudah dipakai" in site.run("createadmin", "--username", "Admin", "--name", "Lain").stderr


def test_a_database_that_is_ready_is_left_alone(site):
    assert "tidak ada yang perlu diubah" in site.run("migrate").stdout


def test_a_weak_password_is_told(site):
    said = site.run("createadmin", "--username", "lain", "--name", "Lain", typed="12345\n")
    assert said.returncode == 1
    assert "terlalu pendek" in said.stderr


def test_a_batch_of_work_ends_when_nothing_waits(site):
    assert site.run("worker", "--batch").returncode == 0


@pytest.mark.parametrize("name", ["serve", "createadmin", "worker"])
def test_a_new_folder_is_migrated_first(tmp_path, name):
    said = Site(tmp_path).run(name)
    assert said.returncode == 1
    assert "sopan migrate" in said.stderr


def test_a_port_that_is_taken_is_told_before_anything_starts(site):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        said = site.run("serve", "--port", str(other.getsockname()[1]))
    assert said.returncode == 1
    assert "sedang dipakai program lain" in said.stderr


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"SOPAN_PORT": "delapan"}, "bukan nomor port"),
        ({"SOPAN_DATABASE": "postgresql://tidak.ada.invalid/sopan"}, "Basis data tidak dapat dibuka"),
    ],
)
def test_what_is_wrong_with_the_options_is_told_without_a_traceback(tmp_path, options, sentence):
    said = Site(tmp_path).run("migrate", **options)
    assert said.returncode == 1
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr


def test_every_command_of_the_project_is_one_and_is_in_the_manual():
    points = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["entry-points"]["sopan.commands"]
    for name, place in points.items():
        module, _, attribute = place.partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        assert command.name == name
        chapter = MANUAL.split(f"\n### sopan {name}\n")[1].split("\n### ")[0]
        spellings = {word for each in command.params for word in (*each.opts, *each.secondary_opts)}
        assert {spelling for spelling in spellings if f"`{spelling}" not in chapter} == set()
