"""Files of other programs become procedures. `choose.read` finds out what the bytes are; each format has its folder."""
