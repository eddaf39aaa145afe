"""Logos: pictures that come from anywhere and go into official documents, so they are trusted only after a look."""

from sopan.writers.logo.read import Logo, read_logo

__all__ = ["Logo", "read_logo"]
