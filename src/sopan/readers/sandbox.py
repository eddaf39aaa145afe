"""Reading files of strangers in processes that may die: none blocks another, none takes more than it is given."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import LifoQueue
from tempfile import TemporaryDirectory
from threading import Lock, Timer
from types import TracebackType
from typing import BinaryIO, Self, cast

from sopan.domain.errors import SopanError
from sopan.readers.messages import MAX_ANSWER, READY, STAYS, Reply, broken_off, out_of_time, receive, send, understood
from sopan.readers.reading import Reading

CHOOSE = "sopan.readers.choose:read"
SECONDS = 60.0
MEGABYTES = 1500
START_SECONDS = 60.0


class SandboxClosed(SopanError):
    """Somebody asks a sandbox that has been closed."""


class Sandbox:
    """Worker processes that read files, each within `seconds` and `megabytes`.

        with Sandbox(workers=2) as sandbox:
            readings = sandbox.read(data, name="surat.docx")

    Threads may ask at once; as many files are read at a time as there are workers, which are started when they are
    needed and replaced when they are lost. Memory is bounded where the system can do so (not on Windows).
    """

    def __init__(
        self, *, workers: int = 1, seconds: float = SECONDS, megabytes: int = MEGABYTES, reader: str = CHOOSE
    ) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._command = (reader, str(seconds), str(megabytes))
        self._places: LifoQueue[_Worker | None] = LifoQueue()
        """One for each worker; None where none has been started."""
        for _ in range(workers):
            self._places.put(None)
        self._alive: set[_Worker] = set()
        self._lock = Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every worker, whatever it is doing; whoever waits for one is told so."""
        with self._lock:
            self._closed = True
            alive = list(self._alive)
        for worker in alive:
            worker.end()

    def read(self, data: bytes, name: str = "") -> tuple[Reading, ...]:
        """What the reader makes of these bytes. Raises UnreadableSource when it refuses, takes too long or dies."""
        worker = self._taken()
        reply: Reply | None = None
        try:
            reply = worker.ask(data, name, within=self._seconds)
        finally:
            stays = reply is not None and reply.worker_stays
            if not stays:
                self._forget(worker)
            self._places.put(worker if stays else None)
        if reply is not None:
            return understood(reply.answer, megabytes=self._megabytes)
        if self._closed:
            raise SandboxClosed("the sandbox was closed while it read a file")
        raise out_of_time(self._seconds) if worker.ran_out_of_time else broken_off()

    def _taken(self) -> _Worker:
        """A worker that waits for a file, as soon as there is one."""
        worker = self._places.get()
        if worker and not worker.is_alive:  # the system ended it, between two files
            self._forget(worker)
            worker = None
        return worker or self._started()

    def _started(self) -> _Worker:
        """A new worker for the place that was just taken, which is given back when there is none."""
        try:
            return self._new()
        except BaseException:
            self._places.put(None)
            raise

    def _new(self) -> _Worker:
        worker = _Worker(self._command)
        with self._lock:
            self._alive.add(worker)
            closed = self._closed
        if closed or not worker.is_ready():
            self._forget(worker)
            raise SandboxClosed("the sandbox is closed") if closed else broken_off()
        return worker

    def _forget(self, worker: _Worker) -> None:
        worker.end()
        with self._lock:
            self._alive.discard(worker)


class _Worker:
    """One process, and the pipes to it."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self.ran_out_of_time = False
        self._folder = TemporaryDirectory(prefix="sopan-", ignore_cleanup_errors=True)
        self._process = subprocess.Popen(  # noqa: S603  this Python, with a module of our own
            [sys.executable, "-P", "-m", "sopan.readers.worker", *command, self._folder.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(self._folder.name),
            start_new_session=True,  # Ctrl-C is the parent's to answer; and what it starts ends with it
        )
        self._requests = cast(BinaryIO, self._process.stdin)
        self._answers = cast(BinaryIO, self._process.stdout)

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def is_ready(self) -> bool:
        """Whether it has started and waits for files."""
        with self._time_limit(START_SECONDS):
            return receive(self._answers, MAX_ANSWER) == READY

    def ask(self, data: bytes, name: str, *, within: float) -> Reply | None:
        """What it says to this file; None when it says nothing in this time."""
        with self._time_limit(within), suppress(OSError):
            send(self._requests, name.encode(errors="replace"))
            send(self._requests, data)
            answer, stays = receive(self._answers, MAX_ANSWER), receive(self._answers, len(STAYS))
            return Reply(answer, stays == STAYS) if answer is not None else None
        return None

    def end(self) -> None:
        """Whatever it is doing, and whatever it started."""
        self._kill()
        self._process.wait()
        for stream in (self._requests, self._answers):
            with suppress(OSError):  # what was not sent stays unsent
                stream.close()
        self._folder.cleanup()

    @contextmanager
    def _time_limit(self, seconds: float) -> Iterator[None]:
        timer = Timer(seconds, self._run_out_of_time)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _run_out_of_time(self) -> None:
        self.ran_out_of_time = True
        self._kill()

    def _kill(self) -> None:
        if self._process.returncode is not None:  # its number may be another's by now
            return
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)


def _environment(folder: str) -> dict[str, str]:
    """Where the process finds modules and programs, and may leave files; nothing we may have to keep secret."""
    kept = ("HOME", "LANG", "LC_ALL", "PATH", "SYSTEMROOT")
    paths = os.pathsep.join(path for path in sys.path if path)
    told = {name: os.environ[name] for name in kept if name in os.environ}
    return {**told, "PYTHONPATH": paths, "TMPDIR": folder, "TEMP": folder, "TMP": folder}
