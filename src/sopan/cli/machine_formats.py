"""Reports for other programs, as text: JSON, SARIF and JUnit."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from sopan import __version__
from sopan.checker.formats import CheckedFile, Refusal, to_json_dict, to_junit, to_sarif_dict
from sopan.checker.registry import RULES
from sopan.cli.doubts import place_in_words
from sopan.cli.pages import page_of
from sopan.cli.speech import say

if TYPE_CHECKING:
    from sopan.api import Source
    from sopan.checker.report import Report
    from sopan.cli.examined import Examined


def _checked(examined: Sequence[Examined]) -> list[CheckedFile]:
    return [_checked_file(each) for each in examined]


def _checked_file(each: Examined) -> CheckedFile:
    if each.source and each.report:
        spots = _spots(each.source, each.report)
        return CheckedFile(path=each.name, report=each.report, places=each.source.places, spots=spots)
    trouble = each.trouble
    refusal = Refusal(sentence=trouble.text, place=(trouble.line, trouble.column)) if trouble else None
    return CheckedFile(path=each.name, refusal=refusal)


def _spots(source: Source, report: Report) -> dict[tuple[str, str], str]:
    """Where in a document of another program the findings stand."""
    keys = {(finding.step_id, finding.field) for finding in report.findings} if source.reading else set()
    seen = {key: source.place_in_file(*key) for key in keys}
    return {key: place_in_words(place) for key, place in seen.items() if place}


def _json(examined: Sequence[Examined]) -> str:
    return _one_line(to_json_dict(_checked(examined), translate=say))


def _sarif(examined: Sequence[Examined]) -> str:
    pages = {rule.code: page_of(rule) for rule in RULES}
    found = to_sarif_dict(_checked(examined), translate=say, tool_version=__version__, descriptions=pages)
    return _one_line(found)


def _one_line(found: object) -> str:
    """Programs read this; an indented text of a thousand files takes them and us several times as long."""
    return json.dumps(found, ensure_ascii=False)


def _junit(examined: Sequence[Examined]) -> str:
    return to_junit(_checked(examined), translate=say)


WRITERS: Mapping[str, Callable[[Sequence[Examined]], str]] = {"json": _json, "sarif": _sarif, "junit": _junit}
