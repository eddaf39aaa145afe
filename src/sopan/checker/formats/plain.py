"""The report as plain data, for programs that know SOPAN."""

from __future__ import annotations

from collections.abc import Iterable

from sopan.checker.formats.checked import CheckedFile, Translate
from sopan.checker.report import Finding, Report
from sopan.domain.operations import to_json as operation_to_json

VERSION = "sopan-report/1"


def to_json_dict(files: Iterable[CheckedFile], *, translate: Translate = str) -> dict[str, object]:
    """The reports as a dict that `json.dumps` takes; keys and values are English, sentences translated."""
    return {"format": VERSION, "files": [_file(checked, translate) for checked in files]}


def _file(checked: CheckedFile, translate: Translate) -> dict[str, object]:
    if checked.report is None:
        line, column = checked.refusal.place if checked.refusal else (0, 0)
        sentence = checked.refusal.sentence if checked.refusal else ""
        return {"path": checked.path, "unreadable": {"message": sentence, "line": line, "column": column}}
    report = checked.report
    return {
        "path": checked.path,
        "verdict": "needs_alignment" if report.errors else "aligned",
        "gate": report.gate.name.lower(),
        "counts": _counts(report),
        "findings": [_finding(finding, checked, translate) for finding in report.findings],
        "idle_suppressions": [
            {"code": idle.code, "reason": idle.reason, "step_id": idle.step} for idle in report.idle_suppressions
        ],
        "failures": [{"code": failure.code, "error": failure.error} for failure in report.failures],
    }


def _counts(report: Report) -> dict[str, int]:
    return {
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "infos": len(report.infos),
        "todos": len(report.todos),
        "suppressed": len(report.suppressed),
    }


def _finding(finding: Finding, checked: CheckedFile, translate: Translate) -> dict[str, object]:
    line, column = checked.place_of(finding)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "gate": finding.gate.name.lower(),
        "message": finding.say(translate),
        "basis": {"standing": finding.basis.standing.value, "source": translate(finding.basis.source)},
        "step_id": finding.step_id,
        "nomor": finding.nomor,
        "field": finding.field,
        "line": line,
        "column": column,
        "place": checked.spots.get((finding.step_id, finding.field), ""),
        "todo": finding.is_todo,
        "suppressed_because": finding.suppressed_because,
        "fix": [operation_to_json(operation) for operation in finding.fix],
    }
