"""`./sopan` on a fresh checkout: everything from nothing, once, and calm sentences where that cannot be."""

from __future__ import annotations

import ast
import importlib.metadata
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.checkouts import PROJECT, Checkout, Ran, a_checkout, a_slow_index, a_wheel
from tools.launcher import trouble


@pytest.fixture(scope="session")
def ready(tmp_path_factory) -> Checkout:
    """A checkout that has been started once. Copy it before changing it."""
    checkout = a_checkout(
        tmp_path_factory.mktemp("launcher") / "folder é dengan spasi", tmp_path_factory.mktemp("wheels")
    )
    ran = checkout.run("periksa", "berkas satu")
    assert (ran.code, ran.out, ran.sentences) == (0, "sopan periksa berkas satu angka 1", [])
    assert ran.has_installed
    return checkout


@pytest.fixture
def copy(ready, tmp_path) -> Checkout:
    """The ready checkout at a place of its own."""
    return ready.copied_to(tmp_path / "salinan")


# -- a start ----------------------------------------------------------------------------------------------------------


def test_a_second_start_installs_nothing_and_says_nothing(copy):
    ran = copy.run("demo", PIP_INDEX_URL="http://127.0.0.1:9/simple")
    assert (ran.code, ran.out, ran.sentences, ran.has_installed) == (0, "sopan demo angka 1", [], False)


def test_the_exit_code_of_the_command_is_handed_on(ready):
    assert ready.run("gagal").code == 7


def test_it_starts_from_any_folder_and_through_a_link(ready, tmp_path):
    link = tmp_path / "s"
    link.symlink_to(ready.root / "sopan")
    command = [sys.executable, str(link), "dari", "jauh"]
    said = subprocess.run(command, cwd=tmp_path, env=ready.environment(), capture_output=True, text=True, check=True)
    assert said.stdout == "sopan dari jauh angka 1\n"


def test_a_module_in_the_folder_of_the_person_is_not_taken_for_one_of_ours(ready, tmp_path):
    (tmp_path / "angka.py").write_text("raise SystemExit('taken')")
    assert ready.run(cwd=tmp_path).out == "sopan angka 1"


def test_the_command_of_the_environment_works_too_and_its_parts_are_known_by_name(ready):
    command = [str(ready.root / ".venv" / "bin" / "sopan"), "halo"]
    said = subprocess.run(command, env=ready.environment(), capture_output=True, text=True, check=True)
    assert said.stdout == "sopan halo angka 1\n"
    [site] = (ready.root / ".venv" / "lib").glob("python3*/site-packages")
    [known] = importlib.metadata.distributions(name="sopan", path=[str(site)])
    assert known.version == "9.8"
    assert {(point.group, point.name) for point in known.entry_points} == {
        ("console_scripts", "sopan"),
        ("sopan.commands", "serve"),
    }


def test_the_word_test_adds_what_tests_need_and_hands_its_words_to_the_judge(copy):
    config = copy.root / ".venv" / "pyvenv.cfg"
    made = config.stat().st_mtime_ns
    ran = copy.run("test", "-q", "tests/x.py")
    assert (ran.code, ran.out, ran.sentences) == (0, "judge -q tests/x.py angka 1 uji 1", [])
    assert ran.has_installed
    assert config.stat().st_mtime_ns == made, "what runs already was installed a second time"
    assert not copy.run("test").has_installed
    assert not copy.run("demo").has_installed


def test_a_changed_lock_is_installed_anew(copy):
    copy.lock("runtime", a_wheel(copy.wheels, "angka", "2"))
    ran = copy.run()
    assert (ran.code, ran.out, ran.has_installed) == (0, "sopan angka 2", True)


def test_an_environment_of_another_python_is_made_anew(copy):
    copy.stamp.write_text("/usr/bin/python3.10" + copy.stamp.read_text().partition("\n")[1])
    ran = copy.run()
    assert (ran.code, ran.out, ran.has_installed) == (0, "sopan angka 1", True)


def test_settings_that_would_install_elsewhere_are_left_aside(copy, tmp_path):
    elsewhere = {"PIP_TARGET": str(tmp_path / "x"), "PIP_USER": "1", "PIP_DRY_RUN": "1"}
    wheels = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": copy.wheels.as_uri()}
    assert copy.run("test", **wheels, **elsewhere).out == "judge angka 1 uji 1"


# -- several starts, killed starts ------------------------------------------------------------------------------------


def started(checkout: Checkout, *words: str, url: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        checkout.command(*words),
        env=checkout.environment(PIP_INDEX_URL=url),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_two_starts_at_once_install_once(copy):
    with a_slow_index(copy.wheels) as index:
        first = started(copy, "test", url=index.url)
        assert index.asked.wait(60)
        second = started(copy, "test", url=index.url)
        assert "menunggu" in second.stderr.readline()
        index.may_answer.set()
        outs = [start.communicate(timeout=120)[0] for start in (first, second)]
    assert outs == ["judge angka 1 uji 1\n"] * 2
    assert (first.returncode, second.returncode) == (0, 0)
    assert index.handed_out.count("/uji-1-py3-none-any.whl") == 1


def test_a_killed_set_up_is_repeated_after_its_orphan_is_done(copy):
    with a_slow_index(copy.wheels) as index:
        first = started(copy, "test", url=index.url)
        assert index.asked.wait(60)
        first.kill()
        first.communicate()
        assert copy.stamp.read_text() == "", "a set-up under way has to be seen as such"
        second = started(copy, "test", url=index.url)
        assert "menunggu" in second.stderr.readline(), "the orphan still installs"
        index.may_answer.set()
        out, errors = second.communicate(timeout=120)
    assert (out, second.returncode) == ("judge angka 1 uji 1\n", 0), errors


def test_an_interrupted_set_up_says_so_without_a_traceback(copy):
    with a_slow_index(copy.wheels) as index:
        start = started(copy, "test", url=index.url)
        assert index.asked.wait(60)
        os.killpg(start.pid, signal.SIGINT)
        _, errors = start.communicate(timeout=60)
    assert start.returncode == 130
    assert errors.splitlines()[-1] == "Penyiapan dihentikan. Jalankan ./sopan lagi untuk mengulanginya."
    assert "Traceback" not in errors


# -- what can be in the way -------------------------------------------------------------------------------------------


def assert_one_sentence(ran: Ran, *parts: str, code: int) -> None:
    assert ran.code == code, ran.sentences
    assert ran.out == ""
    [sentence] = ran.sentences
    assert all(part in sentence for part in parts), sentence


def test_without_network_it_says_so(copy):
    ran = copy.run("test", PIP_INDEX_URL="http://127.0.0.1:9/simple")
    assert_one_sentence(ran, "Jaringan tidak tersambung", code=os.EX_UNAVAILABLE)


def test_after_a_failure_the_next_start_repairs_everything(copy):
    assert copy.run("test", PIP_INDEX_URL="http://127.0.0.1:9/simple").code
    ran = copy.run("demo")
    assert (ran.code, ran.out, ran.has_installed) == (0, "sopan demo angka 1", True)


def test_a_file_that_is_not_the_locked_one_is_refused(copy):
    copy.lock("test", copy.wheels / "uji-1-py3-none-any.whl", digest="0" * 64)
    assert_one_sentence(copy.run("test"), "tidak sama dengan yang dikunci", code=os.EX_DATAERR)


def test_a_package_without_a_hash_is_refused(copy):
    lock = copy.root / "requirements" / "test.txt"
    lock.write_text("uji==1\n")
    assert_one_sentence(copy.run("test"), "gagal dipasang", "sopan-install.log", code=os.EX_SOFTWARE)


def test_a_machine_without_a_ready_made_package_is_told_so(copy):
    copy.lock("test", a_wheel(copy.wheels, "langka", "1", tag="cp27-cp27m-win32"))
    assert_one_sentence(copy.run("test"), "langka==1 tidak tersedia", code=os.EX_UNAVAILABLE)


def test_a_folder_that_may_not_be_written_to_is_named(tmp_path):
    checkout = a_checkout(tmp_path / "a", tmp_path / "w")
    checkout.root.chmod(0o555)
    ran = checkout.run(prefix=without_privileges())
    checkout.root.chmod(0o755)
    assert_one_sentence(ran, "tidak boleh menulis", str(checkout.root), code=os.EX_CANTCREAT)


def test_a_ready_checkout_works_in_a_folder_that_may_not_be_written_to(copy):
    copy.root.chmod(0o555)
    ran = copy.run(prefix=without_privileges())
    copy.root.chmod(0o755)
    assert (ran.code, ran.out, ran.sentences) == (0, "sopan angka 1", [])


def without_privileges() -> tuple[str, ...]:
    """What makes a command obey permissions even when root runs it."""
    if os.geteuid():
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("needs setpriv (Debian package util-linux)")
    return ("setpriv", "--inh-caps=-all", "--bounding-set=-all")


def test_a_full_disk_is_named():
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("not permitted here: mounting a small disk to fill it")
        try:
            ran = a_checkout(Path(folder) / "a", Path(folder) / "w").run()
        finally:
            subprocess.run(["umount", folder], check=True)
    assert_one_sentence(ran, "Ruang penyimpanan", "penuh", code=os.EX_IOERR)


def test_a_venv_of_somebody_else_is_left_alone(tmp_path):
    checkout = a_checkout(tmp_path / "a", tmp_path / "w")
    theirs = checkout.root / ".venv" / "milik-orang.txt"
    theirs.parent.mkdir()
    theirs.write_text("penting")
    assert_one_sentence(checkout.run(), "bukan buatan SOPAN", str(theirs.parent), code=os.EX_CANTCREAT)
    assert theirs.read_text() == "penting"


@pytest.mark.parametrize("part", ["venv", "ensurepip"])
def test_a_python_without_venv_names_the_package_that_brings_it(tmp_path, part):
    checkout = a_checkout(tmp_path / "a", tmp_path / "w")
    (tmp_path / "sitecustomize.py").write_text(f"import sys\nsys.modules[{part!r}] = None\n")
    ran = checkout.run(PYTHONPATH=str(tmp_path))
    assert_one_sentence(ran, "sudo apt install python3-venv", code=os.EX_OSFILE)


def as_old_python(*words: str, path: str) -> Ran:
    """Run the launcher by a Python that says it is 3.9.2 and finds only the programs in `path`."""
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2); del sys.argv[0]; runpy.run_path(sys.argv[0], {}, '__main__')"
    )
    command = [sys.executable, "-c", pretend, str(PROJECT / "sopan"), *words]
    return Ran(subprocess.run(command, env={"PATH": path}, capture_output=True, text=True, check=False, timeout=60))


def test_an_old_python_is_told_what_is_needed(tmp_path):
    assert_one_sentence(as_old_python(path=str(tmp_path)), "Python 3.11", "3.9.2", "apt install", code=os.EX_OSFILE)


def test_an_old_python_hands_over_to_a_newer_one_that_really_starts(tmp_path):
    (tmp_path / "python3.11").write_text("#!/bin/sh\nexit 127\n")
    (tmp_path / "python3.12").write_text('#!/bin/sh\n[ "$1" = -c ] || echo "newer: $@"\n')
    for program in tmp_path.iterdir():
        program.chmod(0o755)
    ran = as_old_python("periksa", "a b", path=str(tmp_path))
    assert (ran.code, ran.out) == (0, f"newer: {PROJECT / 'sopan'} periksa a b")


def test_the_first_file_can_be_read_by_python_2():
    too_new = (ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.Starred, ast.AsyncFunctionDef, ast.Nonlocal, ast.Match)
    source = (PROJECT / "sopan").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    assert source.isascii(), "without a coding line Python 2 reads ASCII only"
    assert not [node.lineno for node in ast.walk(tree) if isinstance(node, too_new)]
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert functions
    for function in functions:
        arguments = function.args
        assert not [argument.arg for argument in arguments.args if argument.annotation], function.name
        assert [function.returns, arguments.kwonlyargs, arguments.posonlyargs] == [None, [], []], function.name


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", trouble.DiskFull),
        ("OSError: [Errno 122] Disk quota exceeded: '/x'", trouble.DiskFull),
        ("Error: [Errno 30] Read-only file system: '/x/.venv/bin'", trouble.ReadOnly),
        ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied", trouble.ReadOnly),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", trouble.HashMismatch),
        ("Retrying after NameResolutionError\nERROR: No matching distribution found for rich==1", trouble.NoNetwork),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", trouble.NoNetwork),
        ("ERROR: No matching distribution found for rich==1", trouble.NoPackage),
        ("Segmentation fault", trouble.SetUpFailed),
    ],
)
def test_what_pip_says_becomes_the_trouble_behind_it(output, expected, tmp_path):
    assert type(trouble.of_output(output, tmp_path, tmp_path / "log")) is expected


def test_a_start_with_everything_in_place_adds_little(ready):
    """The launcher's own share; generous, since the machine may be busy."""

    def best(command: list[str]) -> float:
        times = []
        for _ in range(5):
            begun = time.perf_counter()
            subprocess.run(command, env=ready.environment(), check=True, capture_output=True)
            times.append(time.perf_counter() - begun)
        return min(times)

    python = str(ready.root / ".venv" / "bin" / "python")
    assert best(ready.command("x")) < best([python, "-P", "-m", "sopan", "x"]) + best([python, "-c", "pass"]) + 0.15
