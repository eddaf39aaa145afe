"""Everything that can stop the work, as one tree.

SopanError
├── InvalidProcedure        a value that cannot be: two steps with one id, an edge to nowhere
├── InvalidOperation        an operation that cannot be: a field nobody has, a value of the wrong kind
├── OperationConflict       an operation that does not fit the procedure it is applied to; carries what differs
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


class InvalidOperation(SopanError):
    """An operation that fits no procedure at all; `args[0]` says why, in English, for the developer."""


class OperationConflict(SopanError):
    """The operation was made for another state of the procedure.

    `reason` is English, for the developer; `expected` is what the operation was made for, `found` what is there.
    """

    def __init__(self, reason: str, expected: object = None, found: object = None) -> None:
        super().__init__(reason, expected, found)
        self.reason = reason
        self.expected = expected
        self.found = found

    def __str__(self) -> str:
        if self.expected is None and self.found is None:
            return self.reason
        return f"{self.reason}: expected {self.expected!r}, found {self.found!r}"


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
