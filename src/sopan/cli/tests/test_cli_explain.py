"""sopan explain: the page of a rule, and lists of rules."""

from __future__ import annotations

import sys

import pytest

from sopan.checker.registry import RULES


@pytest.mark.parametrize("word", ["FL-10", "fl-10", "fl10", "FL 10", " Fl-010 ", "one-way-decision"])
def test_a_rule_is_found_by_its_code_or_name_however_they_are_written(sopan, word):
    ran = sopan("explain", word)
    assert ran.code == 0
    assert ran.out.startswith("# FL-10 · one-way-decision\n\n**Apa yang diperiksa.**")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_with_examples_and_without_marks_for_tests(sopan, rule):
    ran = sopan("explain", rule.code)
    assert ran.code == 0
    assert ran.out.startswith(f"# {rule.code} · {rule.name}")
    assert "\n```yaml\n" in ran.out
    assert "temuan=" not in ran.out


def test_without_a_code_every_rule_has_a_line(sopan):
    lines = sopan("explain").out.splitlines()
    assert [line.split("  ", 1)[0] for line in lines] == [rule.code for rule in RULES]
    assert all(line.endswith(".") for line in lines)


def test_a_family_is_listed_by_its_letters(sopan):
    lines = sopan("explain", "mb").out.splitlines()
    assert len(lines) > 10
    assert all(line.startswith("MB-") for line in lines)


def test_a_code_that_does_not_exist_gets_the_nearest_ones(sopan):
    ran = sopan("explain", "FL-100")
    assert (ran.code, ran.out) == (2, "")
    assert "Tidak ada aturan “FL-100”. Mungkin maksudnya: FL-10 (one-way-decision)" in ran.err


def test_a_word_like_no_other_gets_the_way_to_the_list(sopan):
    ran = sopan("explain", "zzz")
    assert (ran.code, ran.err) == (2, "Tidak ada aturan “zzz”. Daftar semua aturan: “sopan explain”.\n")


def test_on_a_terminal_the_page_is_set_and_not_marked_up(sopan, monkeypatch):
    monkeypatch.setattr(sys.stdout.__class__, "isatty", lambda _: True)
    out = sopan("explain", "FL-10").out
    assert "FL-10 · one-way-decision" in out
    assert "**" not in out
    assert "```" not in out
