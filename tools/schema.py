"""Writes the JSON Schema of the text format where editors and the package find it: `python -m tools.schema`.

Run with `src` on the path.
"""

from __future__ import annotations

from pathlib import Path

from sopan.domain.codec import schema_text

SCHEMA = Path(__file__).parent.parent / "src" / "sopan" / "domain" / "codec" / "sop.schema.json"

if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
