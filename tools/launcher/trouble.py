"""What can stop the set-up, each as one sentence for the person at the keyboard and one exit code (of sysexits.h)."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path


class Trouble(Exception):
    """The set-up stops; `args[0]` is for people."""

    exit_code = os.EX_SOFTWARE


class VenvMissing(Trouble):
    """This Python comes without `venv` or `ensurepip`."""

    exit_code = os.EX_OSFILE

    def __init__(self) -> None:
        super().__init__(
            "Python di komputer ini belum dilengkapi pembuat lingkungan (venv). "
            "Pasang paket python3-venv (di Debian atau Ubuntu: sudo apt install python3-venv), "
            "lalu jalankan ./sopan lagi."
        )


class ForeignFolder(Trouble):
    """`.venv` is there already and somebody else made it."""

    exit_code = os.EX_CANTCREAT

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Folder {folder} sudah ada dan bukan buatan SOPAN, jadi tidak disentuh. "
            "Pindahkan atau hapus folder itu, lalu jalankan ./sopan lagi."
        )


class ReadOnly(Trouble):
    """The folder of the checkout cannot be written to."""

    exit_code = os.EX_CANTCREAT

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"SOPAN tidak boleh menulis di folder {folder}, padahal perlengkapannya dipasang di situ. "
            "Salin folder SOPAN ke tempat yang boleh Anda tulis (misalnya folder rumah Anda), "
            "lalu jalankan ./sopan dari sana."
        )


class DiskFull(Trouble):
    """No room, or no more quota."""

    exit_code = os.EX_IOERR

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Ruang penyimpanan untuk {folder} penuh, jadi perlengkapan SOPAN belum dapat dipasang. "
            "Sediakan sekurangnya 500 MB, lalu jalankan ./sopan lagi."
        )


class NoNetwork(Trouble):
    """The package index does not answer."""

    exit_code = os.EX_UNAVAILABLE

    def __init__(self) -> None:
        super().__init__(
            "Jaringan tidak tersambung, padahal pemasangan pertama perlu mengunduh perlengkapan SOPAN. "
            "Periksa sambungan internet (atau setelan proksi), lalu jalankan ./sopan lagi."
        )


class HashMismatch(Trouble):
    """A download is not the file that was locked."""

    exit_code = os.EX_DATAERR

    def __init__(self) -> None:
        super().__init__(
            "Ada unduhan yang isinya tidak sama dengan yang dikunci di folder requirements, jadi tidak dipasang. "
            "Jalankan ./sopan lagi; bila terulang, periksa jaringan Anda dan beri tahu pengelola SOPAN."
        )


class NoPackage(Trouble):
    """The index answers, but has no ready-made file for this machine or this Python."""

    exit_code = os.EX_UNAVAILABLE

    def __init__(self, requirement: str) -> None:
        super().__init__(
            f"Perlengkapan {requirement} tidak tersedia untuk komputer atau versi Python ini. "
            "Jalankan SOPAN dengan Python 3.11 sampai 3.14 di Linux atau macOS 64-bit."
        )


class SetUpFailed(Trouble):
    """Anything else; the log tells."""

    def __init__(self, log: Path) -> None:
        super().__init__(
            f"Perlengkapan SOPAN gagal dipasang. Rinciannya tertulis di {log}; "
            "kirimkan berkas itu kepada pengelola SOPAN bila Anda memerlukan bantuan."
        )


def of_os_error(error: OSError, folder: Path) -> Trouble | None:
    """The trouble behind an error of the operating system, where it is one that people can mend."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFull(folder)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ReadOnly(folder)
    return None


def of_output(output: str, folder: Path, log: Path) -> Trouble:
    """The trouble behind what `venv` or `pip` said before it failed."""
    if _FULL.search(output):
        return DiskFull(folder)
    if _READ_ONLY.search(output):
        return ReadOnly(folder)
    if _MISMATCH.search(output):
        return HashMismatch()
    if _NETWORK.search(output):
        return NoNetwork()
    if missing := _MISSING.search(output):
        return NoPackage(missing[1])
    return SetUpFailed(log)


_FULL = re.compile(r"\[Errno (28|122)\]|No space left on device|Disk quota exceeded")
_READ_ONLY = re.compile(r"\[Errno (1|13|30)\]|Read-only file system|Permission denied")
_MISMATCH = re.compile(r"DO NOT MATCH THE HASHES")
_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|ProtocolError"
    r"|Max retries exceeded|Connection (refused|reset|aborted|broken)|Name or service not known|timed out"
    r"|SSLError|CERTIFICATE_VERIFY_FAILED|IncompleteRead"
)
_MISSING = re.compile(r"No matching distribution found for (\S+)")
