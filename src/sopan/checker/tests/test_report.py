"""check(): which findings there are, how much they weigh, and in which order they are told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sopan.checker.basis import GOOD_PRACTICE, HOUSE, PERMENPANRB_35_2012_FLOWCHART, Basis
from sopan.checker.profile import Profile
from sopan.checker.registry import RULES, rule_of
from sopan.checker.report import Report, Verdict, amid, check, check_folder
from sopan.checker.rule import Context, Gate, Remark, Rule, Severity, remark, rule
from sopan.domain.identity import Identity
from sopan.domain.lifecycle import Status
from sopan.domain.procedure import Procedure, Step, Suppression

PROCEDURE = Procedure(steps=(Step(id="a", kegiatan="Satu"), Step(id="b", kegiatan="Dua", nomor="2a")))


def a_rule(
    code: str = "XX-01",
    *places: str,
    severity: Severity = Severity.ERROR,
    basis: Basis = PERMENPANRB_35_2012_FLOWCHART,
    gate: Gate = Gate.WRITING,
    needs_folder: bool = False,
) -> Rule:
    @rule(code=code, name=code.lower(), severity=severity, basis=basis, gate=gate, needs_folder=needs_folder)
    def question(procedure: Procedure, context: Context) -> Iterator[Remark]:
        for place in places:
            yield remark(place, "Ada {apa}.", apa=place or "halaman")

    return question


def checked(*rules: Rule, procedure: Procedure = PROCEDURE, profile: Profile | None = None, **more: Gate) -> Report:
    return check(procedure, profile or Profile(), rules=rules, **more)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


class TestFindings:
    def test_a_finding_carries_what_its_rule_and_its_place_tell(self) -> None:
        [finding] = checked(a_rule("XX-01", "b")).findings
        assert (finding.code, finding.step_id, finding.nomor) == ("XX-01", "b", "2a")
        assert finding.say() == "Ada b."
        assert finding.say(lambda sentence: sentence.replace("Ada", "There is")) == "There is b."

    def test_a_remark_about_a_step_that_is_gone_has_no_number(self) -> None:
        [finding] = checked(a_rule("XX-01", "hilang")).findings
        assert finding.nomor == ""

    def test_a_rule_that_breaks_is_reported_and_stops_nothing(self) -> None:
        @rule(code="XX-02", name="broken", severity=Severity.ERROR, basis=GOOD_PRACTICE)
        def broken(procedure: Procedure, context: Context) -> Iterator[Remark]:
            yield remark(None, "Sebelum rusak.")
            raise ZeroDivisionError("oops")

        report = checked(broken, a_rule("XX-03", "a"))
        assert set(codes(report)) == {"XX-02", "XX-03"}
        assert [(failure.code, failure.error) for failure in report.failures] == [("XX-02", "ZeroDivisionError: oops")]


class TestGates:
    def test_what_binds_later_is_a_todo_and_no_error(self) -> None:
        report = checked(a_rule("XX-01", "a", gate=Gate.RATIFICATION), gate=Gate.REVIEW)
        assert report.errors == ()
        assert [finding.code for finding in report.todos] == ["XX-01"]

    def test_at_its_gate_it_binds(self) -> None:
        report = checked(a_rule("XX-01", "a", gate=Gate.RATIFICATION), gate=Gate.RATIFICATION)
        assert len(report.errors) == 1
        assert report.todos == ()

    @pytest.mark.parametrize("status", Status)
    def test_every_status_stands_before_a_gate(self, status: Status) -> None:
        assert isinstance(Gate.of(status), Gate)

    def test_a_draft_is_being_written_and_what_is_effective_is_published(self) -> None:
        assert Gate.of(Status.DRAFT) is Gate.WRITING
        assert Gate.of(Status.EFFECTIVE) is Gate.PUBLICATION


class TestVerdict:
    def test_errors_call_for_alignment(self) -> None:
        assert checked(a_rule("XX-01", "a")).verdict is Verdict.NEEDS_ALIGNMENT

    def test_warnings_do_not(self) -> None:
        assert checked(a_rule("XX-01", "a", severity=Severity.WARNING)).verdict is Verdict.ALIGNED

    def test_nobody_is_ever_told_of_failure(self) -> None:
        assert all("gagal" not in verdict.value for verdict in Verdict)


class TestOrder:
    def test_errors_come_first_then_warnings_then_information(self) -> None:
        rules = [a_rule(f"XX-0{place}", "a", severity=severity) for place, severity in enumerate(reversed(Severity))]
        assert [finding.severity for finding in checked(*rules).findings] == list(Severity)

    def test_law_comes_before_custom(self) -> None:
        custom, law = a_rule("XX-01", "a", basis=GOOD_PRACTICE), a_rule("XX-02", "a")
        assert codes(checked(custom, law)) == ["XX-02", "XX-01"]

    def test_of_equal_weight_the_first_page_comes_first_then_the_rows(self) -> None:
        report = checked(a_rule("XX-01", "b", "a", ""))
        assert [finding.step_id for finding in report.findings] == ["", "a", "b"]

    def test_the_foremost_are_of_different_rules_while_there_are_some(self) -> None:
        often = a_rule("XX-01", "a", "b", "a", "b", "a", "b")
        report = checked(often, a_rule("XX-02", "b"))
        assert [finding.code for finding in report.foremost(3)] == ["XX-01", "XX-02", "XX-01"]
        assert len(report.foremost()) == 5

    def test_a_repeated_error_matters_more_than_a_warning(self) -> None:
        report = checked(a_rule("XX-01", "a", "b"), a_rule("XX-02", "a", severity=Severity.WARNING))
        assert [finding.code for finding in report.foremost(2)] == ["XX-01", "XX-01"]

    def test_todos_and_suppressed_findings_are_never_foremost(self) -> None:
        procedure = Procedure(steps=PROCEDURE.steps, suppressions=(Suppression(code="XX-01", reason="Sudah sepakat"),))
        later = a_rule("XX-02", "a", gate=Gate.PUBLICATION)
        assert checked(a_rule("XX-01", "a"), later, procedure=procedure, gate=Gate.WRITING).foremost() == ()


class TestProfiles:
    def test_a_rule_switched_off_is_silent(self) -> None:
        assert checked(a_rule("XX-01", "a"), profile=Profile(severities={"XX-01": None})).findings == ()

    def test_a_house_may_lower_a_severity(self) -> None:
        [finding] = checked(a_rule("XX-01", "a"), profile=Profile(severities={"XX-01": Severity.INFO})).findings
        assert finding.severity is Severity.INFO
        assert finding.basis is PERMENPANRB_35_2012_FLOWCHART

    def test_what_a_house_raised_shows_as_its_own_setting(self) -> None:
        custom = a_rule("XX-01", "a", severity=Severity.INFO, basis=GOOD_PRACTICE)
        [finding] = checked(custom, profile=Profile(severities={"XX-01": Severity.ERROR})).findings
        assert finding.severity is Severity.ERROR
        assert finding.basis is HOUSE

    def test_law_stays_law_however_strictly_it_is_taken(self) -> None:
        law = a_rule("XX-01", "a", severity=Severity.WARNING)
        [finding] = checked(law, profile=Profile(severities={"XX-01": Severity.ERROR})).findings
        assert finding.basis is PERMENPANRB_35_2012_FLOWCHART

    def test_parameters_of_the_house_reach_the_rules_and_the_caller_has_the_last_word(self) -> None:
        @rule(code="XX-01", name="telling", severity=Severity.INFO, basis=HOUSE)
        def telling(procedure: Procedure, context: Context) -> Iterator[Remark]:
            yield remark(None, "{a:g} {b:g}", a=context.number("a", 0), b=context.number("b", 0))

        report = check(
            PROCEDURE, Profile(parameters={"a": 1.0, "b": 1.0}), Context(parameters={"b": 2.0}), rules=[telling]
        )
        assert report.findings[0].say() == "1 2"


class TestSuppressions:
    def suppressed(self, *suppressions: Suppression) -> Report:
        procedure = Procedure(steps=PROCEDURE.steps, suppressions=suppressions)
        return checked(a_rule("XX-01", "a", "b"), procedure=procedure)

    def test_it_keeps_the_finding_with_its_reason_and_counts_it_no_more(self) -> None:
        report = self.suppressed(Suppression(code="xx-01", reason=" Sudah disepakati. "))
        assert report.errors == ()
        assert [finding.suppressed_because for finding in report.suppressed] == ["Sudah disepakati."] * 2

    def test_it_may_be_about_one_step(self) -> None:
        report = self.suppressed(Suppression(code="XX-01", reason="Alasan", step="b"))
        assert [finding.step_id for finding in report.errors] == ["a"]

    @pytest.mark.parametrize(
        "suppression",
        [
            Suppression(code="XX-01", reason="  "),
            Suppression(code="XX-99", reason="Alasan"),
            Suppression(code="XX-01", reason="Alasan", step="hilang"),
        ],
    )
    def test_one_that_silences_nothing_is_told(self, suppression: Suppression) -> None:
        report = self.suppressed(suppression)
        assert len(report.errors) == 2
        assert report.idle_suppressions == (suppression,)


class TestFolders:
    PROCEDURES = tuple(Procedure(identity=Identity(judul=judul)) for judul in "abc")

    def neighbours_seen(self) -> Rule:
        @rule(code="XX-01", name="seen", severity=Severity.INFO, basis=GOOD_PRACTICE, needs_folder=True)
        def seen(procedure: Procedure, context: Context) -> Iterator[Remark]:
            yield remark(None, "{judul}", judul="".join(other.identity.judul for other in context.others))

        return seen

    def test_each_procedure_is_checked_amid_the_rest(self) -> None:
        reports = check_folder(self.PROCEDURES, rules=[self.neighbours_seen()])
        assert [report.findings[0].say() for report in reports] == ["bc", "ac", "ab"]

    def test_a_rule_that_compares_is_skipped_without_neighbours(self) -> None:
        assert checked(self.neighbours_seen()).findings == ()
        [report] = check_folder(self.PROCEDURES[:1], rules=[self.neighbours_seen()])
        assert report.findings == ()

    def test_what_was_found_out_about_the_folder_is_kept_for_all(self) -> None:
        context = Context()
        first, second = amid(self.PROCEDURES, 0, context), amid(self.PROCEDURES, 1, context)
        first.cache["index"] = 1
        assert second.cache == {"index": 1}

    @pytest.mark.parametrize("place", [0, 1, 2])
    def test_the_view_of_the_rest_behaves_like_a_tuple(self, place: int) -> None:
        view = amid(self.PROCEDURES, place, Context()).others
        rest = self.PROCEDURES[:place] + self.PROCEDURES[place + 1 :]
        assert len(view) == 2
        assert tuple(view) == rest == view[:]
        assert (view[0], view[-1]) == (rest[0], rest[-1])
        with pytest.raises(IndexError):
            view[2]


def test_rules_are_found_by_their_code_however_it_is_typed() -> None:
    assert rule_of(" mb-01 ").code == "MB-01"
    with pytest.raises(KeyError):
        rule_of("MB-99")


def test_there_are_as_many_rules_as_promised() -> None:
    assert len(RULES) >= 65
