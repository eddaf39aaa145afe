"""Tables of steps in plain text (CSV, TSV): `table.py` finds the cells, `read.py` makes a procedure of them."""
