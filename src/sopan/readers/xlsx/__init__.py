"""Workbooks of Excel (`.xlsx`): `extract.py` sees the pages, `read.py` makes procedures of them."""
