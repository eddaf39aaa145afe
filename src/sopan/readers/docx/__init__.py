"""Documents of Word (`.docx`): `extract.py` sees the pages, `read.py` makes procedures of them."""
