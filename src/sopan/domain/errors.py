"""Everything that can stop the work, as one tree.

SopanError
├── InvalidProcedure        a value that cannot be: two steps with one id, an edge to nowhere
├── OperationConflict       an operation that does not fit the procedure it is applied to
├── LayoutError             a sheet too small for a single lane
└── UnreadableSource        bytes that hold no procedure; carries the place when it is known
    ├── SourceTooLarge      more bytes, levels or aliases than a procedure can have
    └── NewerFormat         written by a later SOPAN than this one

A `Note` (the reader could not make this out) and a `Finding` (the author should improve this) are not errors.
"""

from __future__ import annotations


class SopanError(Exception):
    """Root of every exception SOPAN raises on purpose."""


class InvalidProcedure(SopanError):
    """A procedure that cannot exist; `args[0]` says why, in English, for the developer."""


class OperationConflict(SopanError):
    """The operation was made for another state of the procedure."""


class LayoutError(SopanError):
    """The sheet cannot hold even one lane."""


class UnreadableSource(SopanError):
    """The source holds no procedure.

    `sentence` is for people: Indonesian, untranslated, with its parameters in `parameters` so that it can be
    translated before they are filled in. `line` and `column` count from 1; 0 means the place is not known.
    """

    def __init__(self, sentence: str, *, line: int = 0, column: int = 0, **parameters: object) -> None:
        self.sentence = sentence
        self.parameters = parameters
        self.line = line
        self.column = column
        super().__init__(sentence.format(**parameters) if parameters else sentence)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.sentence, self.line, self.column, self.parameters))


def _rebuild(
    kind: type[UnreadableSource], sentence: str, line: int, column: int, parameters: dict[str, object]
) -> UnreadableSource:
    return kind(sentence, line=line, column=column, **parameters)


class SourceTooLarge(UnreadableSource):
    """Refused before it could cost time or memory."""


class NewerFormat(UnreadableSource):
    """The document was written by a later version of the format."""
