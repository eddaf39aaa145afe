"""A fix mends what its finding is about: on every example of every page, and on procedures nobody thought of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from sopan.checker.registry import RULES
from sopan.checker.report import check
from sopan.checker.rule import Context, Remark, Rule
from sopan.checker.tests.rule_pages import PAGES, Example, examples_on
from sopan.domain.operations import apply, apply_all, inverse, together
from sopan.domain.procedure import Procedure
from tests.strategies import procedures

FOLDERLESS = tuple(rule for rule in RULES if not rule.needs_folder)


def examples_with_fixes() -> Iterator[tuple[Rule, Example, Remark]]:
    for rule in RULES:
        for example in examples_on(PAGES[rule.name].read_text(encoding="utf-8")):
            for said in example.remarks_of(rule):
                if said.fix:
                    yield rule, example, said


FIXES = list(examples_with_fixes())
EVERY_FIX = pytest.mark.parametrize(
    ("rule", "example", "said"), FIXES, ids=[f"{rule.code} {place}" for place, (rule, *_) in enumerate(FIXES)]
)


@EVERY_FIX
def test_a_fix_makes_its_finding_go_away(rule: Rule, example: Example, said: Remark) -> None:
    procedure, *others = example.procedures()
    mended = apply_all(procedure, said.fix)
    context = Context(parameters=example.parameters, today=example.today, others=tuple(others))
    assert not [again for again in rule.inspect(mended, context) if same(again, said)]


@EVERY_FIX
def test_a_fix_brings_no_error_with_it(rule: Rule, example: Example, said: Remark) -> None:
    procedure, *_ = example.procedures()
    before = {finding.code for finding in check(procedure).errors}
    assert {finding.code for finding in check(apply_all(procedure, said.fix)).errors} <= before


@EVERY_FIX
def test_a_fix_can_be_undone(rule: Rule, example: Example, said: Remark) -> None:
    procedure, *_ = example.procedures()
    change = together(*said.fix)
    assert apply(apply(procedure, change), inverse(change)) == procedure


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code} {rule.name}")
def test_a_page_promises_an_automatic_fix_exactly_when_there_is_one(rule: Rule) -> None:
    how_to = PAGES[rule.name].read_text(encoding="utf-8").split("**Cara memperbaiki.**")[1].split("Belum benar")[0]
    assert ("otomatis" in how_to) == any(rule is mending for mending, *_ in FIXES)


@given(procedure=procedures(max_steps=8, max_executors=5))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_fix_of_any_procedure_fits_and_mends(procedure: Procedure) -> None:
    for rule in FOLDERLESS:
        for said in list(rule.inspect(procedure, Context())):
            if said.fix:
                mended = apply_all(procedure, said.fix)
                assert not [again for again in rule.inspect(mended, Context()) if same(again, said)], rule.code


def same(one: Remark, other: Remark) -> bool:
    """Whether two remarks say the same of the same place."""
    places = (one.step_id, one.field) == (other.step_id, other.field)
    return places and (one.sentence, one.parameters) == (other.sentence, other.parameters)
