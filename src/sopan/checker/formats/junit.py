"""JUnit XML, as build servers count tests: one suite for a file, one case for a rule that was put to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from sopan.checker.formats.checked import CheckedFile, Translate, rests_on, spoken_place
from sopan.checker.registry import RULES
from sopan.checker.report import Finding, Report
from sopan.checker.rule import Severity

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_junit(files: Iterable[CheckedFile], *, translate: Translate = str) -> str:
    """One XML document. Errors that count now are failures; the rest stands in the output of its case.

    A file that could not be read is a suite with one case in error; a rule whose every finding was suppressed is
    skipped, with the reason.
    """
    root = ET.Element("testsuites", name="sopan")
    for checked in files:
        root.append(_suite(checked, translate))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(checked: CheckedFile, translate: Translate) -> ET.Element:
    suite = ET.Element("testsuite", name=_xml(checked.path))
    if checked.report is None:
        case = _case(suite, checked, "UNREADABLE")
        sentence = checked.refusal.sentence if checked.refusal else ""
        ET.SubElement(case, "error", message=_xml(sentence), type="UnreadableSource")
    else:
        _add_cases(suite, checked, checked.report, translate)
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(sum(1 for case in suite if case.find(tag) is not None)))
    suite.set("tests", str(len(suite)))
    return suite


def _add_cases(suite: ET.Element, checked: CheckedFile, report: Report, translate: Translate) -> None:
    by_code: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_code.setdefault(finding.code, []).append(finding)
    broken = {failure.code: failure.error for failure in report.failures}
    for rule in RULES:
        case = _case(suite, checked, f"{rule.code} {rule.name}")
        if rule.code in broken:
            ET.SubElement(case, "error", message=_xml(broken[rule.code]), type="RuleFailure")
        if rule.code in by_code:
            _tell(case, by_code[rule.code], checked, translate)


def _tell(case: ET.Element, findings: list[Finding], checked: CheckedFile, translate: Translate) -> None:
    """What was found, in the element that a build server understands."""
    lines = _xml("\n".join(_line(finding, checked, translate) for finding in findings))
    failing = [finding for finding in findings if finding.severity is Severity.ERROR and finding.counts]
    if failing:
        message = _xml(failing[0].say(translate))
        ET.SubElement(case, "failure", message=message, type=failing[0].code).text = lines
    elif all(finding.suppressed_because for finding in findings):
        ET.SubElement(case, "skipped", message=_xml(findings[0].suppressed_because))
    else:
        ET.SubElement(case, "system-out").text = lines


def _line(finding: Finding, checked: CheckedFile, translate: Translate) -> str:
    line, column = checked.place_of(finding)
    where = f"{checked.path}:{line}:{column}" if line else checked.path
    spoken = spoken_place(finding, translate)
    place = f" ({spoken})" if spoken else ""
    return f"{where}: {finding.severity.value}{place}: {finding.say(translate)} [{rests_on(finding, translate)}]"


def _case(suite: ET.Element, checked: CheckedFile, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=_xml(checked.path), name=name)


def _xml(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
