"""What other programs are told about a report."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from sopan.checker.basis import GOOD_PRACTICE, PERMENPANRB_35_2012_FLOWCHART, Basis
from sopan.checker.formats import CheckedFile, Refusal, to_json_dict, to_junit, to_sarif_dict
from sopan.checker.registry import RULES
from sopan.checker.report import Finding, Report, RuleFailure
from sopan.checker.rule import Gate, Severity
from sopan.domain.operations import from_json, set_cell
from sopan.domain.procedure import Procedure, Step

RULE = next(rule for rule in RULES if rule.code == "MB-01")


def a_finding(
    *,
    severity: Severity = Severity.ERROR,
    is_todo: bool = False,
    suppressed_because: str = "",
    basis: Basis = PERMENPANRB_35_2012_FLOWCHART,
    step_id: str = "b",
    field: str = "waktu",
    kegiatan: str = "Memeriksa <berkas>",
) -> Finding:
    procedure = Procedure(steps=(Step(id="a"), Step(id="b", kegiatan=kegiatan)))
    return Finding(
        code=RULE.code,
        name=RULE.name,
        severity=severity,
        gate=Gate.WRITING,
        basis=basis,
        sentence="Kegiatan “{kegiatan}” belum mempunyai waktu.",
        parameters={"kegiatan": kegiatan},
        step_id=step_id,
        nomor="2" if step_id else "",
        field=field,
        fix=(set_cell(procedure, "b", "waktu", "5 menit"),),
        is_todo=is_todo,
        suppressed_because=suppressed_because,
    )


def a_file(*findings: Finding, path: str = "folder saya/surat.sop.yaml") -> CheckedFile:
    places = {("b", ""): (7, 3), ("b", "waktu"): (9, 10), ("", "disahkan_oleh"): (4, 1)}
    return CheckedFile(path=path, report=Report(findings=findings, gate=Gate.REVIEW), places=places)


UNREADABLE = CheckedFile(path="rusak.sop.yaml", refusal=Refusal(sentence="Baris ini tidak terbaca.", place=(3, 1)))


def shouted(sentence: str) -> str:
    return sentence.upper().replace("{KEGIATAN}", "{kegiatan}").replace("{NOMOR}", "{nomor}")


class TestJson:
    def test_a_finding_tells_what_where_why_and_how_to_mend_it(self) -> None:
        document = json.loads(json.dumps(to_json_dict([a_file(a_finding())])))
        [file] = document["files"]
        [finding] = file["findings"]
        assert document["format"] == "sopan-report/1"
        assert file["verdict"] == "needs_alignment"
        assert file["gate"] == "review"
        assert file["counts"] == {"errors": 1, "warnings": 0, "infos": 0, "todos": 0, "suppressed": 0}
        assert finding["message"] == "Kegiatan “Memeriksa <berkas>” belum mempunyai waktu."
        assert (finding["line"], finding["column"]) == (9, 10)
        assert finding["basis"]["standing"] == "regulation"
        assert [from_json(fix) for fix in finding["fix"]] == list(a_finding().fix)

    def test_sentences_are_translated_before_they_are_filled_in(self) -> None:
        [file] = to_json_dict([a_file(a_finding(kegiatan="{nomor}"))], translate=shouted)["files"]  # type: ignore[misc]
        assert file["findings"][0]["message"] == "KEGIATAN “{nomor}” BELUM MEMPUNYAI WAKTU."

    def test_a_file_that_could_not_be_read_is_there_with_its_reason(self) -> None:
        [file] = json.loads(json.dumps(to_json_dict([UNREADABLE])))["files"]
        assert file["unreadable"] == {"message": "Baris ini tidak terbaca.", "line": 3, "column": 1}


class TestPlace:
    def test_a_field_without_a_place_of_its_own_stands_where_its_step_begins(self) -> None:
        assert a_file().place_of(a_finding(field="output")) == (7, 3)

    def test_a_part_of_a_field_stands_where_the_field_does(self) -> None:
        assert a_file().place_of(a_finding(step_id="", field="disahkan_oleh.nip")) == (4, 1)

    def test_an_unknown_place_is_none(self) -> None:
        assert a_file().place_of(a_finding(step_id="", field="judul")) == (0, 0)


class TestSarif:
    def result_of(self, finding: Finding) -> dict[str, object]:
        [run] = json.loads(json.dumps(to_sarif_dict([a_file(finding)])))["runs"]
        [result] = run["results"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        return dict(result)

    def test_a_result_points_to_the_line(self) -> None:
        [location] = self.result_of(a_finding())["locations"]  # type: ignore[misc]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == "folder%20saya/surat.sop.yaml"
        assert physical["region"] == {"startLine": 9, "startColumn": 10}
        assert location["logicalLocations"] == [{"fullyQualifiedName": "langkah 2, waktu"}]

    @pytest.mark.parametrize(
        ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
    )
    def test_severities_become_levels(self, severity: Severity, level: str) -> None:
        assert self.result_of(a_finding(severity=severity))["level"] == level

    def test_what_binds_later_is_an_open_question(self) -> None:
        result = self.result_of(a_finding(is_todo=True))
        assert (result["kind"], result["level"]) == ("open", "none")

    def test_a_suppression_carries_its_reason(self) -> None:
        result = self.result_of(a_finding(suppressed_because="Sudah diatur di Perbup."))
        assert result["suppressions"] == [{"kind": "inSource", "justification": "Sudah diatur di Perbup."}]

    def test_custom_is_not_called_law(self) -> None:
        properties = self.result_of(a_finding(basis=GOOD_PRACTICE))["properties"]
        assert properties["basis"] == "kebiasaan baik (bukan ketentuan peraturan)"  # type: ignore[index]

    def test_every_rule_is_described_and_its_page_is_the_help(self) -> None:
        document = to_sarif_dict([], tool_version="1.2.3", descriptions={"MB-01": "# MB-01"})
        driver = json.loads(json.dumps(document))["runs"][0]["tool"]["driver"]
        assert driver["semanticVersion"] == "1.2.3"
        assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
        assert [rule["id"] for rule in driver["rules"] if "help" in rule] == ["MB-01"]

    @pytest.mark.parametrize(
        ("path", "uri"),
        [
            ("a/b.yaml", "a/b.yaml"),
            ("/srv/SOP 1.yaml", "file:///srv/SOP%201.yaml"),
            ("C:\\SOP\\satu.yaml", "file:///C:/SOP/satu.yaml"),
            ("é#.yaml", "%C3%A9%23.yaml"),
        ],
    )
    def test_paths_become_uris(self, path: str, uri: str) -> None:
        [run] = json.loads(json.dumps(to_sarif_dict([a_file(a_finding(), path=path)])))["runs"]
        assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri

    def test_an_unreadable_file_makes_the_run_unsuccessful(self) -> None:
        [run] = json.loads(json.dumps(to_sarif_dict([a_file(), UNREADABLE])))["runs"]
        [invocation] = run["invocations"]
        assert invocation["executionSuccessful"] is False
        assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "Baris ini tidak terbaca."


class TestJunit:
    def suite_of(self, checked: CheckedFile) -> ET.Element:
        root = ET.fromstring(to_junit([checked]))
        [suite] = root
        assert root.attrib.items() >= {name: suite.attrib[name] for name in ("tests", "failures", "errors")}.items()
        return suite

    def case_of(self, finding: Finding) -> ET.Element:
        suite = self.suite_of(a_file(finding))
        assert len(suite) == len(RULES)
        return next(case for case in suite if case.attrib["name"].startswith(RULE.code))

    def test_an_error_fails_its_case_and_says_where(self) -> None:
        failure = self.case_of(a_finding()).find("failure")
        assert failure is not None
        assert failure.attrib["message"] == "Kegiatan “Memeriksa <berkas>” belum mempunyai waktu."
        assert (failure.text or "").startswith("folder saya/surat.sop.yaml:9:10: error (langkah 2, waktu): ")

    @pytest.mark.parametrize("finding", [a_finding(severity=Severity.WARNING), a_finding(is_todo=True)])
    def test_what_is_no_error_now_is_only_told(self, finding: Finding) -> None:
        case = self.case_of(finding)
        assert case.find("failure") is None
        assert case.find("system-out") is not None

    def test_a_suppressed_case_is_skipped_with_its_reason(self) -> None:
        skipped = self.case_of(a_finding(suppressed_because="Alasan")).find("skipped")
        assert skipped is not None
        assert skipped.attrib["message"] == "Alasan"

    def test_a_broken_rule_is_an_error_of_its_case(self) -> None:
        broken = Report(failures=(RuleFailure(code=RULE.code, error="ZeroDivisionError: x"),))
        suite = self.suite_of(CheckedFile(path="a", report=broken))
        assert suite.attrib["errors"] == "1"

    def test_an_unreadable_file_is_one_case_in_error(self) -> None:
        suite = self.suite_of(UNREADABLE)
        assert (suite.attrib["tests"], suite.attrib["errors"]) == ("1", "1")

    def test_characters_that_xml_cannot_hold_do_not_spoil_the_document(self) -> None:
        case = self.case_of(a_finding(kegiatan="a\x00b\x1bc\ud800"))
        failure = case.find("failure")
        assert failure is not None
        assert "a\ufffdb\ufffdc\ufffd" in failure.attrib["message"]
