"""Plain forms of rows and columns (Tabel 6, the needs assessment) as PDF and XLSX. `form.py` says what a form is."""

from sopan.writers.rows.form import Cell, Column, Form
from sopan.writers.rows.pdf import write_pdf
from sopan.writers.rows.xlsx import write_xlsx

__all__ = ["Cell", "Column", "Form", "write_pdf", "write_xlsx"]
