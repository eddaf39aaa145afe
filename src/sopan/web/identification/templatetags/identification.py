"""What the templates here need."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def at(words: Mapping[object, str], key: object) -> str:
    """The word for a key; empty for one that has none."""
    return words.get(key, "")
