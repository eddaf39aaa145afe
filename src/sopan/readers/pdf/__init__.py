"""PDF: the model that rides along, else what is drawn on the pages."""

from sopan.readers.pdf.extract import pages
from sopan.readers.pdf.read import read

__all__ = ["pages", "read"]
