"""The page about the format names every key and word there is, and its examples can be read."""

from __future__ import annotations

import re
from pathlib import Path

from sopan.domain.codec import decode_text, format_text
from sopan.domain.codec.names import (
    ARROW,
    DOCUMENT,
    LAYOUT,
    LINE_NUDGE,
    PEJABAT,
    STEP,
    SUPPRESSION,
    SYMBOL,
    SYMBOL_NUDGE,
)

PAGE = (Path(__file__).parents[5] / "docs" / "format.md").read_text(encoding="utf-8")
RECORDS = (DOCUMENT, PEJABAT, STEP, SYMBOL, ARROW, LAYOUT, SYMBOL_NUDGE, LINE_NUDGE, SUPPRESSION)
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_every_key_stands_on_the_page_with_its_meaning_and_its_words():
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    for key in (key for record in RECORDS for key in record.values()):
        row = next((line for line in rows if line.startswith(f"| `{key.key}` |") and key.about in line), "")
        assert row, f"{key.key}: {key.about}"
        assert all(f"`{word}`" in row for word in (key.vocabulary.words if key.vocabulary else ()))


def test_every_example_is_read_and_already_formatted():
    assert len(EXAMPLES) == 4
    for example in EXAMPLES:
        decode_text(example)
        assert format_text(example) == example
