"""What a rule is: one question to a procedure, with a code, a severity, a gate and the provision it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from sopan.domain.lifecycle import Status
from sopan.domain.procedure import Edge, Procedure, Step

if TYPE_CHECKING:
    from sopan.checker.basis import Basis
    from sopan.domain.operations import Operation


class Severity(StrEnum):
    """How much a finding weighs. Only what the seen regulation says is an error."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Gate(IntEnum):
    """Where a rule begins to bind; before that its finding is a to-do."""

    WRITING = 1
    REVIEW = 2
    RATIFICATION = 3
    PUBLICATION = 4

    @classmethod
    def of(cls, status: Status) -> Gate:
        """The gate a procedure in `status` stands before."""
        return _GATES.get(status, cls.WRITING)


_GATES = {
    Status.IN_REVIEW: Gate.REVIEW,
    Status.ON_TRIAL: Gate.REVIEW,
    Status.IN_VERIFICATION: Gate.RATIFICATION,
    Status.AWAITING_RATIFICATION: Gate.RATIFICATION,
    Status.EFFECTIVE: Gate.PUBLICATION,
    Status.REVOKED: Gate.PUBLICATION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a rule says about one place. `sentence` is Indonesian and untranslated; `parameters` fill it."""

    sentence: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    step_id: str = ""
    field: str = ""
    """Name of the cell or identity field in the text format (`waktu`, `dasar_hukum`); empty: the whole."""
    fix: tuple[Operation, ...] = ()
    """Operations that mend it without a decision by a person; empty when there are none."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """What a rule may know beyond the document: house parameters, the date, the other procedures."""

    parameters: Mapping[str, object] = field(default_factory=dict)
    today: date | None = None
    others: Sequence[Procedure] = ()
    """The other procedures of the same folder or OPD; the one inspected is not among them."""
    cache: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """Room for what would otherwise be computed again; `check_folder` shares it between the procedures."""

    def number(self, name: str, default: float) -> float:
        """A numeric house parameter."""
        value = self.parameters.get(name, default)
        return float(value) if isinstance(value, int | float) else default

    def words(self, name: str) -> tuple[str, ...]:
        """A house parameter that is a list of texts; empty when the house says nothing."""
        value = self.parameters.get(name, ())
        return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


Inspection = Callable[[Procedure, Context], Iterable[Remark]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check. `inspect` never raises and never changes anything."""

    code: str
    name: str
    severity: Severity
    basis: Basis
    gate: Gate
    question: Inspection
    needs_folder: bool = False
    """Whether it compares with other procedures; skipped when there are none."""

    def inspect(self, procedure: Procedure, context: Context) -> Iterator[Remark]:
        """Everything this rule has to say about `procedure`."""
        yield from self.question(procedure, context)


def rule(
    *,
    code: str,
    name: str,
    severity: Severity,
    basis: Basis,
    gate: Gate = Gate.WRITING,
    needs_folder: bool = False,
) -> Callable[[Inspection], Rule]:
    """Make a rule of the function that asks its question."""

    def make(question: Inspection) -> Rule:
        return Rule(
            code=code,
            name=name,
            severity=severity,
            basis=basis,
            gate=gate,
            question=question,
            needs_folder=needs_folder,
        )

    return make


def remark(
    place: Step | Edge | str | None,
    sentence: str,
    *,
    field: str = "",
    fix: tuple[Operation, ...] = (),
    **parameters: object,
) -> Remark:
    """A remark about a step (or the step an edge leaves, or a step id), or about the identity page (None)."""
    if isinstance(place, Step):
        step_id = place.id
    elif isinstance(place, Edge):
        step_id = place.source.step
    else:
        step_id = place or ""
    return Remark(sentence=sentence, parameters=parameters, step_id=step_id, field=field, fix=fix)
