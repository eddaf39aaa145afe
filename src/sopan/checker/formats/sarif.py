"""SARIF 2.1.0, as code forges and editors show findings beside the line they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from sopan.checker.formats.checked import CheckedFile, Translate, rests_on, spoken_place
from sopan.checker.registry import RULES
from sopan.checker.report import Finding
from sopan.checker.rule import Rule, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
UNREADABLE = "UNREADABLE"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PLACES = {rule.code: place for place, rule in enumerate(RULES)}


def to_sarif_dict(
    files: Iterable[CheckedFile],
    *,
    translate: Translate = str,
    tool_version: str = "",
    descriptions: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """One SARIF run over `files`, as a dict that `json.dumps` takes.

    `descriptions` gives for a code the text of its manual page. What the author suppressed carries the reason; what
    binds only at a later gate is an open question of level none. A file that could not be read is a failed run's
    notification.
    """
    listed = list(files)
    driver: dict[str, object] = {
        "name": "sopan",
        "rules": [_rule(rule, translate, descriptions or {}) for rule in RULES],
    }
    if tool_version:
        driver["semanticVersion"] = tool_version
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [result for checked in listed for result in _results(checked, translate)],
        "invocations": [
            {
                "executionSuccessful": all(checked.report for checked in listed),
                "toolExecutionNotifications": [note for checked in listed for note in _notifications(checked)],
            }
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, translate: Translate, descriptions: Mapping[str, str]) -> dict[str, object]:
    described: dict[str, object] = {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.code} {rule.name}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"basis": translate(rule.basis.source), "standing": rule.basis.standing.value},
    }
    if rule.code in descriptions:
        page = descriptions[rule.code]
        described["help"] = {"text": page, "markdown": page}
    return described


def _results(checked: CheckedFile, translate: Translate) -> Iterator[dict[str, object]]:
    for finding in checked.report.findings if checked.report else ():
        result: dict[str, object] = {
            "ruleId": finding.code,
            "kind": "open" if finding.is_todo else "fail",
            "level": "none" if finding.is_todo else _LEVELS[finding.severity],
            "message": {"text": finding.say(translate)},
            "locations": [_location(finding, checked, translate)],
            "properties": {"gate": finding.gate.name.lower(), "basis": rests_on(finding, translate)},
        }
        if finding.code in _PLACES:
            result["ruleIndex"] = _PLACES[finding.code]
        if finding.suppressed_because:
            result["suppressions"] = [{"kind": "inSource", "justification": finding.suppressed_because}]
        yield result


def _location(finding: Finding, checked: CheckedFile, translate: Translate) -> dict[str, object]:
    location = {"physicalLocation": _physical(checked.path, checked.place_of(finding))}
    spoken = spoken_place(finding, translate)
    return {**location, "logicalLocations": [{"fullyQualifiedName": spoken}]} if spoken else dict(location)


def _physical(path: str, place: tuple[int, int]) -> dict[str, object]:
    line, column = place
    region = {"startLine": line, "startColumn": max(column, 1)} if line else {"startLine": 1}
    return {"artifactLocation": {"uri": _uri(path)}, "region": region}


def _uri(path: str) -> str:
    """A path as a relative reference or a file URI, whatever system it comes from."""
    slashed = path.replace("\\", "/")
    if slashed.startswith("/"):
        return "file://" + quote(slashed)
    if slashed[1:3] == ":/":
        return "file:///" + quote(slashed, safe="/:")
    return quote(slashed)


def _notifications(checked: CheckedFile) -> Iterator[dict[str, object]]:
    if checked.refusal:
        yield {
            "descriptor": {"id": UNREADABLE},
            "level": "error",
            "message": {"text": checked.refusal.sentence},
            "locations": [{"physicalLocation": _physical(checked.path, checked.refusal.place)}],
        }
    for failure in checked.report.failures if checked.report else ():
        yield {"descriptor": {"id": failure.code}, "level": "error", "message": {"text": failure.error}}
