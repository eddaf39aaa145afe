"""Old documents (`.doc`, `.xls`, `.rtf`) and OpenDocument (`.odt`, `.ods`): LibreOffice, where it is installed, makes
newer ones of them.

It runs in a folder and with a profile of its own that are gone afterwards, without macros and without what the document
refers to, and is ended when it takes too long.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sopan.domain.errors import SourceTooLarge, UnreadableSource
from sopan.readers.docx.read import read as read_docx
from sopan.readers.reading import Note, Reading
from sopan.readers.xlsx.read import read as read_xlsx

if sys.platform == "linux":
    import resource

SECONDS = 45
"""Less than a sandbox waits, so that it is ended here, with all that it has started."""
MEGABYTES = 4_000
"""Of address space: more than the process that asks may have."""
MAX_BYTES = 50_000_000
PROGRAMS = ("soffice", "libreoffice")
TARGETS: Mapping[str, str] = {"doc": "docx", "odt": "docx", "rtf": "docx", "xls": "xlsx", "ods": "xlsx"}
"""What each old format becomes."""

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value>
</prop></item>
</oor:items>
"""
"""No macros, and no links are followed."""


def read_doc(data: bytes) -> tuple[Reading, ...]:
    """The SOPs of a Word document of before 2007."""
    return _read(data, "doc")


def read_xls(data: bytes) -> tuple[Reading, ...]:
    """The SOPs of an Excel workbook of before 2007."""
    return _read(data, "xls")


def read_odt(data: bytes) -> tuple[Reading, ...]:
    """The SOPs of a document of LibreOffice Writer."""
    return _read(data, "odt")


def read_ods(data: bytes) -> tuple[Reading, ...]:
    """The SOPs of a workbook of LibreOffice Calc."""
    return _read(data, "ods")


def read_rtf(data: bytes) -> tuple[Reading, ...]:
    """The SOPs of a document in Rich Text Format."""
    return _read(data, "rtf")


def _read(data: bytes, kind: str) -> tuple[Reading, ...]:
    """What the newer document holds; a drawing that went through LibreOffice is to be looked at."""
    read = read_docx if TARGETS[kind] == "docx" else read_xlsx
    readings = read(modern(data, kind))
    return tuple(each if each.is_model else replace(each, notes=(*each.notes, _changed(kind))) for each in readings)


def _changed(kind: str) -> Note:
    return Note(
        sentence="Berkas .{jenis} ini dibuka lewat LibreOffice, yang dapat mengubah bentuk simbol dan letak garis. "
        "Bandingkan bagan alirnya dengan berkas asalnya.",
        parameters={"jenis": kind},
    )


def modern(data: bytes, kind: str, *, seconds: float = SECONDS) -> bytes:
    """The document as DOCX or XLSX. Raises UnreadableSource where LibreOffice is missing, fails or takes too long."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise UnreadableSource(
            "Berkas .{jenis} hanya dapat dibaca bila LibreOffice terpasang. Pasang LibreOffice, atau simpan ulang "
            "berkasnya sebagai .{baru}.",
            jenis=kind,
            baru=TARGETS[kind],
        )
    if len(data) > MAX_BYTES:
        raise SourceTooLarge("Berkas ini lebih besar dari {batas} MB.", batas=MAX_BYTES // 1_000_000)
    with TemporaryDirectory(prefix="sopan-", ignore_cleanup_errors=True) as folder:
        return _converted(Path(folder), program, data, kind, seconds)


def _converted(folder: Path, program: str, data: bytes, kind: str, seconds: float) -> bytes:
    source, made = folder / f"asal.{kind}", folder / "hasil" / f"asal.{TARGETS[kind]}"
    source.write_bytes(data)
    settings = folder / "profil" / "user"
    settings.mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nologo"),
        *("--convert-to", TARGETS[kind], "--outdir", str(made.parent), str(source)),
    ]
    if not _run(command, folder, seconds):
        raise UnreadableSource(
            "LibreOffice belum selesai membuka berkas ini setelah {batas} detik. Simpan ulang berkasnya sebagai "
            ".{baru}.",
            batas=round(seconds),
            baru=TARGETS[kind],
        )
    if not made.is_file():
        raise UnreadableSource(
            "LibreOffice tidak dapat membuka berkas ini: rusak, atau dikunci dengan kata sandi. Simpan ulang "
            "berkasnya sebagai .{baru}.",
            baru=TARGETS[kind],
        )
    if made.stat().st_size > MAX_BYTES:
        raise SourceTooLarge("Berkas ini lebih besar dari {batas} MB.", batas=MAX_BYTES // 1_000_000)
    return made.read_bytes()


def _run(command: list[str], folder: Path, seconds: float) -> bool:
    """Run to its end; False where it had to be ended, with all the processes it has started."""
    process = subprocess.Popen(  # noqa: S603  the program is LibreOffice, and the only name in it is ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, "HOME": str(folder)},
        start_new_session=True,
    )
    _limit(process.pid, seconds)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _limit(pid: int, seconds: float) -> None:
    """Even if nobody is left to end it, the system does."""
    if sys.platform == "linux":
        with suppress(OSError, ValueError):
            resource.prlimit(pid, resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
            resource.prlimit(pid, resource.RLIMIT_CPU, (round(seconds), round(seconds) + 1))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and its children, which share its session."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()
