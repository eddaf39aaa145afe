"""Every rule, one line each, sorted by code. A new rule adds its import and its line in `RULES`."""

from __future__ import annotations

from sopan.checker.rule import Rule

RULES: tuple[Rule, ...] = ()
"""All rules in the order of their codes."""


def rule_of(code: str) -> Rule:
    """The rule with this code, in whatever case it was typed; KeyError when there is none."""
    return _BY_CODE[code.strip().upper()]


_BY_CODE = {rule.code: rule for rule in RULES}
