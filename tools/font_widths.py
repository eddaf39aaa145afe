"""The widths of Arimo's characters, from the font that is installed.

    python -m tools.font_widths      writes src/sopan/writers/arimo.json

Run with `src` on the path, after a new version of `fontpkg-arimo` is locked. `tests/test_font_widths.py` fails when the
table is out of date.
"""

from __future__ import annotations

import json

from sopan.writers.advances import TABLE, measured
from sopan.writers.fonts import ARIMO, measurer


def table() -> str:
    """The whole file: one face on each line."""
    faces = {f"{file.path.name} {file.weight}": measured(file) for file in measurer(ARIMO).files}
    lines = (f"{json.dumps(name)}: {json.dumps(face, ensure_ascii=False)}" for name, face in faces.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
