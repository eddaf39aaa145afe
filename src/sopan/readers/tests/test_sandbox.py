"""A hostile file costs its own reading, and nobody else's."""

from __future__ import annotations

import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sopan.domain import SourceTooLarge, UnreadableSource
from sopan.domain.codec import decode_text
from sopan.drawn import Box
from sopan.readers.reading import Certainty, Note, Place, Reading, Value
from sopan.readers.sandbox import Sandbox, SandboxClosed

READER = """
import ctypes, os, subprocess, sys, time
from sopan.domain import Procedure, Identity, UnreadableSource, SourceTooLarge
from sopan.readers.reading import Reading

def read(data, *, name=""):
    word = data.decode()
    if word == "loop":
        while True: pass
    if word == "sleep": time.sleep(60)
    if word == "eat":
        kept = []
        while True: kept.append(bytearray(10_000_000))
    if word == "crash": ctypes.string_at(0)
    if word == "leave": os._exit(3)
    if word == "deep":
        def down(): return down() + 1
        down()
    if word == "print": os.write(1, b"garbage" * 1000); print("garbage"); sys.stdin.read()
    if word == "refuse": raise SourceTooLarge("Batasnya {batas}.", line=3, column=4, batas=7)
    if word == "odd": return (Reading(procedure=Procedure(identity=Identity(judul="\\ud800"))),)
    if word == "long": return (Reading(procedure=Procedure(identity=Identity(judul="x" * 90_000))),) * 500
    if word == "child":
        open(name, "w").write(str(subprocess.Popen(["sleep", "60"]).pid)); time.sleep(60)
    if word == "litter":
        import tempfile
        folder = tempfile.mkdtemp()
        open(name, "w").write(folder)
    if word == "heavy": b"x" * 300_000_000
    return (Reading(procedure=Procedure(identity=Identity(judul=f"{word} {name} {os.getpid()}"))),)
"""
posix = pytest.mark.skipif(os.name == "nt", reason="limits and signals of POSIX")


@pytest.fixture
def sandbox(tmp_path, monkeypatch):
    """`sandbox(seconds=1)` is a sandbox whose reader does what the file says."""
    (tmp_path / "a_reader.py").write_text(READER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    made: list[Sandbox] = []

    def make(**limits: float) -> Sandbox:
        made.append(Sandbox(reader="a_reader:read", **{"seconds": 20, "megabytes": 500, **limits}))
        return made[-1]

    yield make
    for each in made:
        each.close()


def judul(readings: tuple[Reading, ...]) -> str:
    return readings[0].procedure.identity.judul


def pid(readings: tuple[Reading, ...]) -> int:
    return int(judul(readings).split()[-1])


def test_what_the_reader_found_comes_out_as_it_was(tmp_path, monkeypatch):
    here = Place(page=2, name="SOP 1", cell="C12", box=Box(1.0, 2.5, 30.0, 4.0))
    procedure = decode_text('sopan: "1"\njudul: A\nlangkah:\n- kegiatan: Menulis surat\n')
    reading = Reading(
        procedure=procedure,
        values=(Value(step="1", field="waktu", text="5 mnt?", certainty=Certainty.DOUBTFUL, place=here),),
        notes=(Note(sentence="Kolom {nama} kosong.", parameters={"nama": "Waktu", "n": 3}, place=Place(page=1)),),
    )
    (tmp_path / "b_reader.py").write_text(
        f"import pickle\ndef read(data, *, name=''): return pickle.loads({__import__('pickle').dumps((reading,))!r})\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with Sandbox(reader="b_reader:read") as sandbox:
        assert sandbox.read(b"x") == (reading,)


@posix
def test_a_worker_is_not_as_heavy_as_the_process_that_started_it(sandbox):
    ballast = b"x" * (400 << 20)
    box = sandbox(megabytes=500)
    assert pid(box.read(b"a")) == pid(box.read(b"b"))
    assert len(ballast) == 400 << 20


def test_one_worker_reads_many_files(sandbox):
    box = sandbox()
    assert len({pid(box.read(b"a", str(number))) for number in range(5)}) == 1
    assert pid(box.read(b"a")) != os.getpid()


@pytest.mark.parametrize("word", [b"loop", b"sleep"])
def test_a_reader_without_end_is_ended(sandbox, word):
    box = sandbox(seconds=1)
    began = time.monotonic()
    with pytest.raises(SourceTooLarge, match="belum selesai dibaca setelah 1 detik"):
        box.read(word)
    assert time.monotonic() - began < 10
    assert judul(box.read(b"next")).startswith("next")


@posix
def test_what_a_reader_started_ends_with_it(sandbox, tmp_path):
    note = tmp_path / "pid"
    with pytest.raises(SourceTooLarge):
        sandbox(seconds=2).read(b"child", str(note))
    child = int(note.read_text())
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Whether a process that is not our child still does anything."""
    for _ in range(50):
        status = Path(f"/proc/{process}/stat")
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.1)
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory is one of Linux")
def test_a_reader_that_eats_memory_is_stopped(sandbox):
    box = sandbox()
    with pytest.raises(SourceTooLarge, match="memori lebih dari 500 MB"):
        box.read(b"eat")
    assert judul(box.read(b"next")).startswith("next")


@pytest.mark.parametrize("word", [b"crash", b"leave"])
def test_a_reader_that_dies_costs_its_own_file_only(sandbox, word):
    box = sandbox()
    box.read(b"before")
    with pytest.raises(UnreadableSource, match="terhenti mendadak"):
        box.read(word)
    assert judul(box.read(b"next")).startswith("next")


@pytest.mark.parametrize(("word", "name"), [(b"deep", "RecursionError"), (b"odd", "InvalidProcedure")])
def test_a_reader_that_stumbles_is_told_and_goes_on(sandbox, word, name):
    box = sandbox()
    before = pid(box.read(b"before"))
    with pytest.raises(UnreadableSource, match=name):
        box.read(word)
    assert pid(box.read(b"next")) == before


def test_a_refusal_arrives_with_its_kind_place_and_parameters(sandbox):
    with pytest.raises(SourceTooLarge) as refusal:
        sandbox().read(b"refuse")
    found = refusal.value
    assert (found.sentence, found.parameters, found.line, found.column) == ("Batasnya {batas}.", {"batas": 7}, 3, 4)


def test_what_a_library_prints_or_reads_disturbs_nobody(sandbox):
    assert judul(sandbox().read(b"print")).startswith("print")


def test_an_answer_without_end_is_not_taken(sandbox):
    with pytest.raises(UnreadableSource):
        sandbox().read(b"long")


@posix
def test_a_worker_that_became_heavy_is_replaced_before_it_fails_others(sandbox):
    box = sandbox()
    assert pid(box.read(b"heavy")) != pid(box.read(b"next"))


def test_hostile_files_do_not_hold_up_the_others(sandbox):
    box = sandbox(workers=2, seconds=2)

    def outcome(word: str) -> str:
        try:
            return judul(box.read(word.encode())).split()[0]
        except UnreadableSource as refusal:
            return type(refusal).__name__

    words = ["a", "loop", "b", "crash", "c", "d", "deep", "e"]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(outcome, words))
    assert found == ["a", "SourceTooLarge", "b", "UnreadableSource", "c", "d", "UnreadableSource", "e"]


def test_closing_ends_what_is_under_way(sandbox):
    box = sandbox(workers=1)
    with ThreadPoolExecutor(2) as threads:
        waiting = [threads.submit(box.read, b"sleep"), threads.submit(box.read, b"a")]
        time.sleep(1)
        began = time.monotonic()
        box.close()
        errors = [each.exception() for each in waiting]
    assert time.monotonic() - began < 10
    assert {type(error) for error in errors} <= {SandboxClosed, type(None)}
    assert SandboxClosed in {type(error) for error in errors}
    with pytest.raises(SandboxClosed):
        box.read(b"a")


@posix
def test_a_worker_goes_when_its_sandbox_has_gone(sandbox, tmp_path):
    box = sandbox()
    worker = pid(box.read(b"a"))
    place = box._places.get()
    assert place is not None
    place._requests.close()
    assert not _runs(worker)
    assert not Path(place._folder.name).exists()
    box._places.put(place)


def test_a_worker_that_cannot_start_gives_its_place_back(tmp_path, monkeypatch):
    module = tmp_path / "d_reader.py"
    module.write_text("raise SystemExit(1)")
    monkeypatch.syspath_prepend(tmp_path)
    with Sandbox(reader="d_reader:read") as sandbox:
        for _ in range(2):
            with pytest.raises(UnreadableSource):
                sandbox.read(b"x")


def test_what_a_reader_leaves_lying_about_is_removed(sandbox, tmp_path):
    box = sandbox()
    box.read(b"litter", str(tmp_path / "place"))
    place = Path((tmp_path / "place").read_text())
    assert place.is_dir()
    box.close()
    assert not place.exists()
    assert not place.parent.exists()


@posix
def test_a_worker_killed_between_two_files_is_not_the_next_files_fault(sandbox):
    box = sandbox()
    worker = pid(box.read(b"a"))
    os.kill(worker, signal.SIGKILL)
    assert not _runs(worker)
    assert judul(box.read(b"next")).startswith("next")


def test_a_worker_is_told_no_secret(monkeypatch, tmp_path):
    monkeypatch.setenv("A_SECRET", "x")
    (tmp_path / "c_reader.py").write_text(
        "import os\nfrom sopan.domain import UnreadableSource\n"
        "def read(data, *, name=''): raise UnreadableSource(str('A_SECRET' in os.environ))\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with Sandbox(reader="c_reader:read") as sandbox, pytest.raises(UnreadableSource, match="False"):
        sandbox.read(b"x")
