"""How large a procedure's source may be. Real ones stay a hundred times below; hostile ones are refused early."""

MAX_BYTES = 5_000_000
"""Bytes of one source. The longest published SOP has some 60,000."""

MAX_DEPTH = 12
"""Levels of lists and mappings inside each other. The text format needs 6."""

MAX_VALUES = 100_000
"""Texts, lists and mappings of one source together."""

MAX_STEPS = 2_000
"""Rows of one procedure. The longest published SOP has some 60."""

MAX_TEXT = 100_000
"""Characters of one text."""
