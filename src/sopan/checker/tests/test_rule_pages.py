"""The Markdown page of a rule is its test case; `rule_pages.py` tells how the examples are written."""

from __future__ import annotations

import ast
import re

import pytest

from sopan.checker.basis import Standing
from sopan.checker.parameters import PARAMETERS, Parameter
from sopan.checker.registry import RULES
from sopan.checker.rule import Rule, Severity
from sopan.checker.tests.rule_pages import MODULES, PAGES, examples_on, place_of

SECTIONS = ("**Apa yang diperiksa.**", "**Mengapa.**", "**Cara memperbaiki.**", "Belum benar", "Sudah benar")
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code} {rule.name}")


@EVERY_RULE
def test_examples_on_the_page_behave_as_labelled(rule: Rule) -> None:
    for example in examples_on(page_of(rule)):
        found = tuple(map(place_of, example.remarks_of(rule)))
        assert found == example.expected, example.source


@EVERY_RULE
def test_a_page_shows_what_is_wrong_and_what_is_right(rule: Rule) -> None:
    examples = list(examples_on(page_of(rule)))
    assert any(example.expected for example in examples), "an example under “Belum benar” is flagged"
    assert any(not example.expected for example in examples), "an example under “Sudah benar” is not"
    assert len(examples) == page_of(rule).count("```yaml"), "every YAML block says what must be found"


@EVERY_RULE
def test_a_page_has_its_heading_and_its_sections_in_order(rule: Rule) -> None:
    page = page_of(rule)
    assert page.startswith(f"# {rule.code} · {rule.name}\n")
    places = [page.find(section) for section in SECTIONS]
    assert -1 not in places, [section for section, place in zip(SECTIONS, places, strict=True) if place == -1]
    assert places == sorted(places)


@EVERY_RULE
def test_a_page_calls_law_only_what_is_law(rule: Rule) -> None:
    section = page_of(rule).split("**Mengapa.**")[1].split("**Cara memperbaiki.**")[0]
    why = " ".join(section.casefold().split())
    if rule.basis.standing is Standing.REGULATION:
        assert re.search(r"permenpan|undang-undang|peraturan", why), "the page names the provision"
    else:
        assert re.search(r"kebiasaan baik|pengaturan rumah", why), "the page says that this is no law"


@EVERY_RULE
def test_sentences_are_complete_and_their_parameters_are_given(rule: Rule) -> None:
    for example in examples_on(page_of(rule)):
        for said in example.remarks_of(rule):
            sentence = said.sentence.format_map(said.parameters)
            assert sentence[0].isupper() or sentence[0] in "“0123456789", sentence
            assert sentence.rstrip("”)")[-1] in ".?", sentence
            named = set(re.findall(r"\{(\w+)[^}]*\}", said.sentence))
            assert named == set(said.parameters), "every parameter is used, and every one used is given"


@EVERY_RULE
def test_only_the_regulation_makes_an_error(rule: Rule) -> None:
    assert rule.severity is not Severity.ERROR or rule.basis.standing is Standing.REGULATION


def test_every_rule_has_its_module_and_its_page_and_every_code_is_unique() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(names) == sorted(MODULES)
    assert sorted(names) == sorted(PAGES)
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_the_registry_is_in_the_order_of_the_codes() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(codes)


@EVERY_RULE
def test_house_parameters_are_known_with_the_default_the_rule_uses(rule: Rule) -> None:
    known = {parameter.name: parameter for parameter in PARAMETERS}
    for call in ast.walk(ast.parse(MODULES[rule.name].read_text(encoding="utf-8"))):
        match call:
            case ast.Call(func=ast.Attribute(attr="number" | "words"), args=[ast.Constant(value=name), *default]):
                parameter = known[name]
                expected = [parameter.default] if isinstance(parameter, Parameter) else []
                assert list(map(ast.literal_eval, default)) == expected


def page_of(rule: Rule) -> str:
    return PAGES[rule.name].read_text(encoding="utf-8")
