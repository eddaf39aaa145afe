"""Exit codes. Of several files the highest wins."""

FOUND_ERRORS = 1
"""Findings of severity error, or files that `fmt --check` would change."""
UNREADABLE = 2
"""A file that holds no procedure, cannot be opened or written, or a command that was not understood."""
INTERRUPTED = 130
"""Ctrl-C."""
READER_GONE = 141
"""The program that read our output ended before we did."""
