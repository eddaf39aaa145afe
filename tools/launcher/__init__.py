"""Makes `.venv` beside the checkout, installs what is locked, then becomes the command that was asked for.

The standard library only. A start with everything in place compares two texts and hands over; what belongs to the
set-up is loaded when there is one.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tools.launcher.environment import Environment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def launch(root: str, words: list[str]) -> NoReturn:
    """Become `sopan *words` of the checkout at `root`; the word `test` runs the tests instead."""
    is_test = words[:1] == ["test"]
    environment = Environment(Path(root))
    if not environment.holds(kind := "test" if is_test else "runtime"):
        _set_up(environment, kind)
    python = str(environment.python)
    if is_test:
        os.chdir(root)
        os.execv(python, [python, "-m", "tools.judge", *words[1:]])
    os.execv(python, [python, "-P", "-m", "sopan", *words])


def _set_up(environment: Environment, kind: str) -> None:
    from tools.launcher.setup import set_up
    from tools.launcher.trouble import Trouble

    try:
        set_up(environment, kind)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        sys.exit(trouble.exit_code)
    except KeyboardInterrupt:
        print("\nPenyiapan dihentikan. Jalankan ./sopan lagi untuk mengulanginya.", file=sys.stderr)
        sys.exit(130)
