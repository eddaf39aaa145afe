"""Drawn pages become procedures: one reading for each SOP that the pages hold."""

from sopan.readers.assembly.assemble import assemble

__all__ = ["assemble"]
