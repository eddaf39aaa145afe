"""Rule pages and their examples, as the tests read them.

A page lies beside its rule: `one_way_decision.py` and `one_way_decision.md`. Its examples are YAML blocks in the text
format, and the info string says what must be found:

    ```yaml temuan=2 3          rows 2 and 3 are flagged, in this order (ids of steps); a row twice: `temuan=2 2`
    ```yaml temuan=judul        the field `judul` of the identity page is flagged; `temuan=dokumen`: the whole
    ```yaml temuan=             nothing is flagged

Behind the places may stand house parameters and the date: `temuan=3 kegiatan_paling_banyak=2 hari_ini=2026-04-01`;
the items of a list parameter are parted by `+`.

Examples are fragments. `sopan: "1"` is put in front. Steps that `ke` names and the example leaves out are supplied,
so that an example shows only the rows it is about. Documents parted by `---` are a folder: the first is checked, the
others are its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sopan import checker
from sopan.checker.parameters import PARAMETERS, ListParameter
from sopan.checker.rule import Context, Remark, Rule
from sopan.domain.codec import decode_text
from sopan.domain.procedure import Procedure

RULES_FOLDER = Path(checker.__file__).parent / "rules"
PAGES = {path.stem.replace("_", "-"): path for path in sorted(RULES_FOLDER.glob("*/*.md"))}
MODULES = {path.stem.replace("_", "-"): path for path in sorted(RULES_FOLDER.glob("*/*.py")) if path.stem != "__init__"}

_EXAMPLE = re.compile(r"^```yaml temuan=(?P<info>[^\n]*)\n(?P<source>.*?)^```$", re.DOTALL | re.MULTILINE)
_LIST_PARAMETERS = {parameter.name for parameter in PARAMETERS if isinstance(parameter, ListParameter)}


@dataclass(frozen=True, kw_only=True)
class Example:
    """One example of a page, and what must be found in it."""

    source: str
    expected: tuple[str, ...]
    today: date | None = None
    parameters: dict[str, object] = field(default_factory=dict)

    def procedures(self) -> tuple[Procedure, ...]:
        """The procedure to check, and its neighbours."""
        documents = re.split(r"^---$", self.source, flags=re.MULTILINE)
        return tuple(a_procedure(document) for document in documents if document.strip())

    def remarks_of(self, rule: Rule) -> list[Remark]:
        """What `rule` says about this example."""
        procedure, *others = self.procedures()
        context = Context(parameters=self.parameters, today=self.today, others=tuple(others))
        return list(rule.inspect(procedure, context))


def examples_on(page: str) -> Iterator[Example]:
    """The examples on a page, from top to bottom."""
    for found in _EXAMPLE.finditer(page):
        words = found["info"].split()
        settings = dict(word.split("=", 1) for word in words if "=" in word)
        today = settings.pop("hari_ini", None)
        yield Example(
            source=found["source"],
            expected=tuple(word for word in words if "=" not in word),
            today=date.fromisoformat(today) if today else None,
            parameters={name: _parameter(name, text) for name, text in settings.items()},
        )


def place_of(said: Remark) -> str:
    """How an info string names the place of a remark."""
    return said.step_id or said.field or "dokumen"


def a_procedure(source: str) -> Procedure:
    """The procedure of a fragment in the text format."""
    document = yaml.load(source, Loader=yaml.BaseLoader) or {}
    document.setdefault("sopan", "1")
    _supply_named_steps(document.get("langkah") or [])
    return decode_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False))


def _parameter(name: str, text: str) -> object:
    return tuple(item.replace("_", " ") for item in text.split("+")) if name in _LIST_PARAMETERS else float(text)


def _supply_named_steps(rows: list[dict[str, Any]]) -> None:
    """Put in the rows that `ke` names: those with a smaller number in front, the others behind."""
    if not any("id" in row for row in rows):
        return
    known = {row["id"] for row in rows if "id" in row}
    missing = sorted({end for row in rows for end in _ends_named(row) if end not in known}, key=_as_number)
    first = min(map(_as_number, known))
    before = [id for id in missing if _as_number(id) < first]
    rows[:0] = [{"id": id, "kegiatan": "Menyiapkan berkas"} for id in before]
    rows.extend({"id": id, "kegiatan": "Menyimpan berkas"} for id in missing if id not in before)


def _ends_named(row: dict[str, Any]) -> Iterator[str]:
    """Ids of steps under `ke`, be it a text, a list, or answers with either."""
    values = [row.get("ke", [])]
    while values:
        value = values.pop()
        if isinstance(value, dict):
            values.extend(value.values())
        elif isinstance(value, list):
            values.extend(value)
        elif value:
            yield value.partition("/")[0]


def _as_number(id: str) -> tuple[int, str]:
    return (int(id), "") if id.isdigit() else (10**9, id)
