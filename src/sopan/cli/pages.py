"""The manual page of each rule: it lies beside the rule's code."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from sopan.checker.registry import RULES
from sopan.checker.rule import Rule


def page_path(rule: Rule) -> Path:
    """The Markdown file that explains `rule`."""
    return Path(inspect.getfile(rule.question)).with_suffix(".md")


def page_of(rule: Rule) -> str:
    """The Markdown text that explains `rule`, in Indonesian."""
    return page_path(rule).read_text(encoding="utf-8")


def title_of(rule: Rule) -> str:
    """What the rule asks for: the first sentence of its page's first paragraph, without its label."""
    paragraphs = [part.strip() for part in page_of(rule).split("\n\n")]
    first = next((part for part in paragraphs if part and not part.startswith("#")), "")
    text = " ".join(first.split()).removeprefix("**Apa yang diperiksa.**").strip()
    return text.split(". ")[0].rstrip(".") + "." if text else rule.name


def find(word: str) -> tuple[Rule, ...]:
    """The rule with this code or name, or the whole family of `FL`. `fl10`, `FL 1` and `Fl-01` are codes as well."""
    wanted = re.sub(r"^([a-z]{2})[\s-]*0*(\d+)$", lambda code: f"{code[1]}-{int(code[2]):02}", word.strip().lower())
    one = tuple(rule for rule in RULES if wanted in (rule.code.lower(), rule.name.lower()))
    return one or tuple(rule for rule in RULES if rule.code.lower().startswith(f"{wanted}-"))


def nearest(word: str) -> list[Rule]:
    """Rules whose code or name looks like `word`, the likeliest first."""
    from difflib import get_close_matches

    by_word = {rule.code.lower(): rule for rule in RULES} | {rule.name.lower(): rule for rule in RULES}
    close = get_close_matches(word.strip().lower(), list(by_word), n=3, cutoff=0.5)
    return list({by_word[match].code: by_word[match] for match in close}.values())
