"""Makes the checkout itself known to its environment: no build, no network, and still right after a move."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any

_COMMAND = """#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -P -m sopan "$@"
"""


def register(root: Path, environment: Path) -> None:
    """Write what an installation would: a way to the sources, the name and entry points, and the command `sopan`.

    Every path is relative, so that a checkout that is moved goes on working.
    """
    [site] = (environment / "lib").glob("python3.*/site-packages")
    (site / "sopan.pth").write_text(f"{os.path.relpath(root / 'src', site)}\n", encoding="utf-8")
    _describe(root, site)
    command = environment / "bin" / "sopan"
    command.write_text(_COMMAND, encoding="utf-8")
    command.chmod(0o755)


def _describe(root: Path, site: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = _version(root)
    folder = site / f"{project['name']}-{version}.dist-info"
    folder.mkdir(exist_ok=True)
    files = {
        "METADATA": f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {version}\n",
        "INSTALLER": "sopan launcher\n",
        "entry_points.txt": _entry_points(project),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _version(root: Path) -> str:
    source = (root / "src" / "sopan" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', source, re.MULTILINE)
    return found[1] if found else "0"


def _entry_points(project: dict[str, Any]) -> str:
    groups: dict[str, dict[str, str]] = {"console_scripts": project["scripts"], **project.get("entry-points", {})}
    return "\n".join(
        f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in points.items())
        for group, points in groups.items()
    )
