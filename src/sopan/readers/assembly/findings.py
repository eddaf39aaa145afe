"""What is written down while a procedure is put together: values with their places, and notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from sopan.drawn import Box, Page
from sopan.readers.reading import Certainty, Note, Place, Value


@dataclass(slots=True)
class Findings:
    """Grows value by value; `values` and `notes` end up in the reading."""

    values: list[Value] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def value(
        self, name: str, text: str, place: Place | None, *, step: str = "", certainty: Certainty = Certainty.CERTAIN
    ) -> None:
        """A value of the identity page, or of a step."""
        self.values.append(Value(step=step, field=name, text=text, certainty=certainty, place=place))

    def note(
        self, sentence: str, *, step: str = "", name: str = "", place: Place | None = None, **parameters: object
    ) -> None:
        """Something that could not be made out."""
        self.notes.append(Note(sentence=sentence, parameters=parameters, step=step, field=name, place=place))


def place_of(page: Page, box: Box | None = None, cell: str = "") -> Place:
    """Where something stands; without measures only the page and the cell say it."""
    return Place(page=page.number, name=page.name, cell=cell, box=box if page.is_measured else None)
