"""Files that go in and come out: found in folders, named after each other, written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

STDIN = "-"
TEXT_SUFFIX = ".sop.yaml"
SUFFIXES = (TEXT_SUFFIX, ".sop.yml", ".sop.json")
"""Names by which a folder's procedures are known. A file that is named outright may be called anything."""
DOCUMENTS = frozenset(
    (
        *(".pdf", ".docx", ".docm", ".dotx", ".doc", ".dot", ".odt", ".rtf"),
        *(".xlsx", ".xlsm", ".xltx", ".xls", ".ods", ".bpmn", ".csv", ".tsv"),
    )
)
"""Names by which documents of other programs are known."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The inputs in order, each once, and the folders that held none."""

    inputs: tuple[str, ...]
    empty_folders: tuple[str, ...] = ()


def gather(arguments: Iterable[str]) -> Gathered:
    """The files named, and the procedures below the folders named."""
    found: dict[str, None] = {}
    empty: list[str] = []
    for argument in arguments:
        if argument != STDIN and Path(argument).is_dir():
            inside = procedures_below(Path(argument))
            found |= dict.fromkeys(inside)
            empty += [] if inside else [argument]
        else:
            found[argument] = None
    return Gathered(tuple(found), tuple(empty))


def procedures_below(folder: Path) -> list[str]:
    """Procedure files in `folder` and its sub-folders, by name; hidden folders and links to folders are left out."""
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [str(Path(place) / name) for name in sorted(names) if name.lower().endswith(SUFFIXES)]
    return found


def stem(name: str) -> str:
    """`a/surat.sop.yaml` → `surat`; what comes from stdin is called `sop`."""
    if name == STDIN:
        return "sop"
    base = Path(name).name
    for suffix in (*SUFFIXES, ".yaml", ".yml", ".json", *DOCUMENTS):
        if base.lower().endswith(suffix) and len(base) > len(suffix):
            return base[: -len(suffix)]
    return base


def output_paths(inputs: Sequence[str], extension: str, folder: str | None) -> list[Path]:
    """Where the outputs go: named after the inputs, in `folder` or beside each; no two alike, none an input."""
    taken = {_key(Path(name)) for name in inputs if name != STDIN}
    paths: list[Path] = []
    for name in inputs:
        place = Path(folder) if folder is not None else Path() if name == STDIN else Path(name).parent
        path = _free(place / stem(name), extension, taken)
        taken.add(_key(path))
        paths.append(path)
    return paths


def _free(base: Path, extension: str, taken: set[str]) -> Path:
    path, number = base.with_name(f"{base.name}{extension}"), 2
    while _key(path) in taken:
        path, number = base.with_name(f"{base.name}-{number}{extension}"), number + 1
    return path


def _key(path: Path) -> str:
    """Two paths with one key may be one file: many file systems do not tell upper from lower case."""
    return str(path.resolve()).casefold()


def is_one_of(path: Path, inputs: Iterable[str]) -> bool:
    """Whether writing to `path` would overwrite an input."""
    return path.exists() and any(name != STDIN and Path(name).exists() and path.samefile(name) for name in inputs)


def write_whole(path: Path, data: bytes, *, is_copy: bool = False) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a piece. Raises OSError.

    A mere copy can be made again, so it is left to the system when the disk has it: waiting for the disk took longer
    than drawing the document.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            if not is_copy:
                os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    except OSError as trouble:
        raise OSError(trouble.errno, trouble.strerror, str(path)) from trouble
    finally:
        draft.unlink(missing_ok=True)
