"""The program around the commands: start, languages, endings, completion."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sopan.cli import program, speech
from sopan.cli.program import COMMANDS
from sopan.cli.speech import choose_language, why_not

SOURCES = Path(__file__).parents[3]
CALL = "import sys; from sopan.cli import main; sys.exit(main())"


def started(*words: str, env: dict[str, str] | None = None, **options: object) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCES), "PYTHONDONTWRITEBYTECODE": "1", **(env or {})}
    environment.pop("SOPAN_LANG", None)
    return subprocess.Popen([sys.executable, "-c", CALL, *words], env=environment, **options)


def test_help_lists_every_command_in_indonesian(sopan):
    ran = sopan("--help")
    assert ran.code == 0
    assert "Pemakaian: sopan [PILIHAN] PERINTAH" in ran.out
    assert "Menampilkan keterangan ini lalu selesai." in ran.out
    for name in COMMANDS:
        assert f"\n  {name} " in ran.out
    assert "Usage" not in ran.out
    assert "Options" not in ran.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_both_languages(sopan, name):
    indonesian, english = sopan(name, "--help").out, sopan(name, "--help", "--lang", "en").out
    assert indonesian.startswith(f"Pemakaian: sopan {name} [PILIHAN]")
    assert english.startswith(f"Usage: sopan {name} [OPTIONS]")
    told = [line.strip() for line in indonesian.splitlines() if line.strip() and not line.strip().startswith("-o")]
    left = [line for line in told if line in english and len(line.split()) > 3]
    assert not left, "sentences without a translation"


def test_help_loads_click_and_the_words_of_the_program_and_nothing_else():
    """Whatever is new here makes every start slower: no command, no rule, no format, no other library."""
    code = "import sys; from sopan.cli import main; main(['--help']); print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}; {code}"]
    out = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    loaded = set(out.stdout.splitlines()[-1].split())
    assert {name for name in loaded if name.startswith("sopan.")} == {
        *("sopan.cli", "sopan.cli.exits", "sopan.cli.program", "sopan.cli.speech", "sopan.translation"),
    }
    foreign = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names - {"__main__", "sopan"}
    assert foreign == {"click"}
    assert "multiprocessing" not in loaded


@pytest.mark.skipif(os.name == "nt", reason="processor time of children is a thing of POSIX")
def test_help_costs_less_than_150_milliseconds_of_processor_time():
    """Processor time, not the clock: a machine that is busy with other things does not make the program slower."""
    import resource

    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    def best_of(*code: str) -> float:
        environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
        costs = []
        for _ in range(5):
            before = spent()
            subprocess.run([sys.executable, *code], env=environment, stdout=subprocess.DEVNULL, check=True)
            costs.append(spent() - before)
        return min(costs)

    empty, helped = best_of("-c", "pass"), best_of("-c", CALL, "--help")
    assert helped - empty < 0.150, f"{helped * 1000:.0f} ms, empty {empty * 1000:.0f} ms"


def test_the_version_is_told(sopan):
    from sopan import __version__

    assert sopan("--version").out == f"sopan {__version__}\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["check", "a"], ("id", ["check", "a"])),
        (["--lang", "en", "check"], ("en", ["check"])),
        (["check", "--lang=en", "a"], ("en", ["check", "a"])),
        (["check", "a", "--lang", "en"], ("en", ["check", "a"])),
        (["check", "--", "--lang", "en"], ("id", ["check", "--", "--lang", "en"])),
        (["check", "--lang", "fr"], ("id", ["--lang", "fr", "check"])),
        (["check", "--lang"], ("id", ["--lang", "", "check"])),
    ],
)
def test_the_language_may_be_asked_for_anywhere(words, expected, monkeypatch):
    monkeypatch.delenv("SOPAN_LANG", raising=False)
    assert choose_language(words) == expected


def test_a_variable_sets_the_language_and_the_option_wins(monkeypatch):
    monkeypatch.setenv("SOPAN_LANG", "en")
    assert choose_language(["check"])[0] == "en"
    assert choose_language(["--lang", "id", "check"])[0] == "id"


def test_english_reports_are_english(sopan, a_file, without_time):
    ran = sopan("check", "--gate", "telaah", a_file(text=without_time), "--lang", "en")
    assert "to be aligned" in ran.out
    assert "Based on: " in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["periksa"], "Tidak ada perintah “periksa”. Maksudnya “check”?"),
        (["rendre"], "Tidak ada perintah “rendre”. Maksudnya “render”?"),
        (["zzz"], "Tidak ada perintah “zzz”."),
        (["check"], "Belum disebutkan: 'BERKAS|FOLDER…'."),
        (["check", "--cepat", "a"], "Tidak ada pilihan '--cepat'."),
        (["check", "--gate", "akhir", "a"], "'akhir' bukan salah satu dari 'tulis', 'telaah', 'pengesahan', 'terbit'."),
        (["--lang", "fr", "check"], "'fr' bukan salah satu dari 'id', 'en'."),
    ],
)
def test_a_command_that_is_not_understood_gives_two_and_says_why(sopan, words, said):
    ran = sopan(*words)
    assert ran.code == 2
    assert said in ran.err


def test_no_command_shows_the_help(sopan):
    assert "Perintah:" in sopan().out + sopan().err


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "“x” tidak ada"),
        (errno.EACCES, "tidak boleh dibuka atau ditulis"),
        (errno.ENOSPC, "Ruang penyimpanan penuh"),
        (errno.EROFS, "hanya dapat dibaca"),
        (errno.EISDIR, "adalah folder"),
        (errno.ENOTDIR, "bukan folder"),
        (errno.ENAMETOOLONG, "terlalu panjang"),
        (errno.EIO, "Sistem menolak “x”"),
    ],
)
def test_what_the_system_refuses_is_told_in_a_sentence(number, said):
    assert said in why_not(OSError(number, os.strerror(number), "x"))


def test_an_interruption_ends_with_a_sentence(sopan, monkeypatch):
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program.Program, "invoke", interrupt)
    ran = sopan("explain")
    assert ran.code == 130
    assert "Dihentikan. Berkas yang sudah selesai tetap tersimpan." in ran.err


def test_a_full_disk_ends_with_a_sentence(sopan, monkeypatch, tmp_path):
    from sopan.cli import new

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "a")

    monkeypatch.setattr(new, "write_whole", full)
    ran = sopan("new", "--judul", "Penerbitan Surat", "-o", tmp_path / "a.sop.yaml")
    assert ran.code == 2
    assert ran.err == "Ruang penyimpanan penuh. Kosongkan sebagian, lalu ulangi perintah ini.\n"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="not permitted here: looking at processes in /proc")
def test_control_c_in_a_real_process_shows_no_traceback():
    process = started("check", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait_until_it_waits(process.pid)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Dihentikan" in err.decode()
    assert b"Traceback" not in err


def wait_until_it_waits(pid: int) -> None:
    """Return when the process has started and asks for more: it sleeps and spends no time."""
    spent, quiet, deadline = "", 0, time.monotonic() + 30
    while quiet < 5 and time.monotonic() < deadline:
        time.sleep(0.1)
        state, *fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        now = " ".join(fields[10:12])
        quiet = quiet + 1 if state == "S" and now == spent else 0
        spent = now


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_reader_that_goes_away_causes_no_traceback():
    process = started("explain", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=20) == 141
    assert err == b""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_is_written_for_each_shell(shell):
    environment = {"_SOPAN_COMPLETE": f"{shell}_source"}
    process = started(env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    out, _ = process.communicate(timeout=20)
    assert b"_SOPAN_COMPLETE" in out


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [("sopan re", 1, "render"), ("sopan check --for", 2, "--format"), ("sopan check --gate te", 3, "telaah")],
)
def test_completion_knows_commands_options_and_values(words, at, expected):
    environment = {"_SOPAN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
    process = started(env=environment, stdout=subprocess.PIPE)
    out, _ = process.communicate(timeout=20)
    assert expected in out.decode()


def test_a_sentence_with_braces_and_no_parameters_is_left_alone():
    assert speech.say("ke: {Ya: 3}") == "ke: {Ya: 3}"
