"""SOPAN: SOP Administrasi Pemerintahan as values that can be read, checked, drawn and printed."""

__version__ = "0.1.0"
