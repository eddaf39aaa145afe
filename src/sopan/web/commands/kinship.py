"""Processes of one site end together, even when the first of them is killed: no orphan goes on holding the port."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def children_end_with_me() -> None:
    """From here on every child that is forked gets SIGTERM when this process dies, however it dies."""
    os.register_at_fork(after_in_child=end_with_parent)


def end_with_parent() -> None:
    """Ask the system for that, in the child. Linux only; elsewhere an orphan has to be ended by hand."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
