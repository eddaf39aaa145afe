"""PDF: the model that rides along, else what is drawn on the pages."""

from sopan.readers.pdf.extract import pages

__all__ = ["pages"]
