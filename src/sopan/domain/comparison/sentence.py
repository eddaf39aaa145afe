"""A sentence for people, not yet translated and not yet filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """`sentence` is Indonesian with `{named}` places; `parameters` fill them after translation."""

    sentence: str
    parameters: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence.format_map(self.parameters)


def said(sentence: str, **parameters: object) -> Sentence:
    """A sentence with what fills it."""
    return Sentence(sentence, parameters)
