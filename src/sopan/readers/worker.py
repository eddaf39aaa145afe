"""The process in which files of strangers are read: `python -m sopan.readers.worker READER SECONDS MEGABYTES FOLDER`.

It takes a name and bytes, answers what it read, and waits for the next; a `Sandbox` starts it, asks it and ends it. It
limits its own memory and processor time, and retires when it has become heavy, so that no file pays for another. FOLDER
is where it may leave files; it goes when the worker goes.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from sopan.domain.errors import UnreadableSource
from sopan.readers.choose import Read, reader
from sopan.readers.messages import OUT_OF_MEMORY, READY, RETIRES, STAYS, receive, send, told, told_failure, told_refusal

if sys.platform != "win32":  # Windows knows no such limits; the sandbox still looks at the clock
    import resource

FILES = 100
"""After so many it retires: what libraries leave behind in memory goes with it."""


def main(arguments: Sequence[str]) -> int:
    """Answer until nobody asks any more, or until it is time to retire."""
    named, seconds, megabytes, folder = arguments[0], float(arguments[1]), int(arguments[2]), arguments[3]
    try:
        _serve(reader(named), seconds, megabytes)
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # also when the sandbox died before us
    return 0


def _serve(read: Read, seconds: float, megabytes: int) -> None:
    requests, answers = _own_streams()
    _limit_memory(megabytes)
    send(answers, READY)
    for place in range(1, FILES + 1):
        name, data = receive(requests), receive(requests)
        if name is None or data is None:
            break
        _limit_processor_time(seconds)
        send(answers, _answer(read, data, name.decode()))
        stays = place < FILES and _memory_used() < megabytes << 19
        send(answers, STAYS if stays else RETIRES)
        if not stays:
            break


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """The pipes of the sandbox, out of reach of libraries that read or print."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, answers


def _answer(read: Read, data: bytes, name: str) -> bytes:
    try:
        return told(read(data, name=name))
    except UnreadableSource as refusal:
        return told_refusal(refusal)
    except MemoryError:
        return OUT_OF_MEMORY
    except Exception as failure:  # noqa: BLE001  whatever a parser stumbles over is this file's trouble only
        return told_failure(failure)


def _limit_memory(megabytes: int) -> None:
    """Of this process, and of each program it starts unless that is given more."""
    if sys.platform == "win32":
        return
    with suppress(ValueError, OSError):  # a system that knows no such limit
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_processor_time(seconds: float) -> None:
    """The system ends this process when it spends more, even if its sandbox is gone."""
    if sys.platform == "win32":
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime + seconds) + 2, most))


def _memory_used() -> int:
    """The most memory this process ever had, in bytes; 0 where the system does not say.

    Linux has it in a file: the `ru_maxrss` of a process there begins with that of the one that started it.
    """
    with suppress(OSError):
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        found = re.search(r"^VmHWM:\s*(\d+) kB", status, re.MULTILINE)
        return int(found[1]) << 10 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
