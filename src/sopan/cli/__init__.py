"""The command line: `sopan`. One file per command; this one starts fast and loads only what is asked for."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with `arguments` (the ones of the process by default) and give the exit code."""
    from sopan.cli.program import run

    return run(arguments)
