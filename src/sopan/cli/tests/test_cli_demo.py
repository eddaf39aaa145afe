"""sopan demo: the shipped examples as documents, and the page that shows them."""

from __future__ import annotations

import re
import webbrowser
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from sopan.api import check, read
from sopan.checker.rule import Gate
from sopan.cli import demo, main
from sopan.cli.demo import EXAMPLES, FAULTS, FAULTY, SPOILED, spoiled
from sopan.domain.codec import format_text

NAMES = [path.name.removesuffix(".sop.yaml") for path in sorted(EXAMPLES.glob("*.sop.yaml"))]
EMPTY_ELEMENTS = ("meta", "img", "link", "br")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one run of the command leaves behind."""
    made: Path = tmp_path_factory.mktemp("contoh") / "hasil saya"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "id")  # what a run sets is undone
        assert main(["--lang", "id", "demo", "--no-open", "-o", str(made)]) == 0
    return made


class Page(HTMLParser):
    """What a page holds: its links and pictures, its ids, and whether its elements close each other in order."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.pictures_without_words = 0
        self.open: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        known = dict(attributes)
        self.targets += [value for key in ("href", "src") if (value := known.get(key))]
        self.ids += [value for value in [known.get("id")] if value]
        self.pictures_without_words += tag == "img" and "alt" not in known
        self.open += [] if tag in EMPTY_ELEMENTS else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def files_of(name: str, pages: int) -> Iterator[str]:
    yield from (f"{name}{end}" for end in (".sop.yaml", ".pdf", ".json", ".laporan.txt"))
    yield from (f"{name}-{number}.svg" for number in range(1, pages + 1))


def test_every_example_is_written_in_every_form(folder):
    for name in [*NAMES, FAULTY.removesuffix(".sop.yaml")]:
        pages = len(list(folder.glob(f"{name}-[0-9].svg")))
        assert pages >= 2
        assert all((folder / file).stat().st_size > 100 for file in files_of(name, pages))
        assert (folder / f"{name}.pdf").read_bytes().startswith(b"%PDF-")


def test_the_copied_texts_can_be_worked_with(folder, sopan):
    assert (folder / SPOILED).read_bytes() == (EXAMPLES / SPOILED).read_bytes()
    ran = sopan("render", "--to", "json", folder / SPOILED, "-o", folder / "lagi.json")
    assert (ran.code, ran.err) == (0, "")


def test_the_page_leads_only_to_files_that_are_there(folder):
    page = Page(folder / "index.html")
    assert page.open == []
    assert len(page.targets) > 50
    for target in page.targets:
        assert (target[1:] in page.ids) if target.startswith("#") else (folder / unquote(target)).is_file()


def test_the_page_needs_no_network_and_no_script(folder):
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"https?://|<script|@import|url\(", text)


def test_every_picture_has_words_and_no_id_comes_twice(folder):
    page = Page(folder / "index.html")
    assert page.pictures_without_words == 0
    assert len(page.ids) == len(set(page.ids))


def test_the_page_shows_what_the_checker_says_about_a_spoiled_copy(folder):
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert text.count("<strong>selaras</strong>") == len(NAMES)
    assert text.count("<strong>perlu diselaraskan</strong>") == 1
    assert "KESALAHAN FL-10" in (folder / FAULTY).with_suffix("").with_suffix(".laporan.txt").read_text(
        encoding="utf-8"
    )


def test_each_fault_is_still_in_the_example_it_spoils_and_is_found():
    text = (EXAMPLES / SPOILED).read_bytes()
    assert all(text.count(right.encode()) == 1 for right in FAULTS)
    assert format_text(spoiled(text)).encode() == spoiled(text)
    found = {finding.code for finding in check(read(spoiled(text)).procedure, gate=Gate.REVIEW).findings}
    assert found >= {"FL-10", "KG-05", "MB-02", "KG-06"}


def test_the_page_speaks_english_when_asked(sopan, tmp_path, monkeypatch):
    monkeypatch.setattr(demo, "_contents", lambda *_: {})
    ran = sopan("--lang", "en", "demo", "--no-open", "-o", tmp_path)
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert ran.code == 0
    assert '<html lang="en">' in text
    assert "Buka PDF" not in text


def test_the_page_is_opened_where_there_is_a_screen_and_told_everywhere(sopan, tmp_path, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(demo, "_contents", lambda *_: {})
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr("sys.platform", "linux")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(variable, raising=False)
    assert sopan("demo", "-o", tmp_path).out == f"{(tmp_path / 'index.html').resolve()}\n"
    assert opened == []
    monkeypatch.setenv("DISPLAY", ":0")
    sopan("demo", "-o", tmp_path)
    assert opened == [(tmp_path / "index.html").resolve().as_uri()]


def test_a_folder_that_cannot_be_made_is_told(sopan, tmp_path):
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    ran = sopan("demo", "--no-open", "-o", tmp_path / "berkas" / "hasil")
    assert ran.code == 2
    assert "bukan folder" in ran.err
