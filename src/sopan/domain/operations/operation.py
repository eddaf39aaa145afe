"""What an operation is: a small value that changes a procedure and knows its own inverse."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from sopan.domain.operations.draft import Draft
from sopan.domain.procedure import Procedure


class Operation(ABC):
    """A change to a procedure. It carries what was there before, and steps are addressed by id."""

    __slots__ = ()

    @abstractmethod
    def act(self, draft: Draft) -> None:
        """Change the draft; raise `OperationConflict` when it is not as this operation remembers it."""

    @abstractmethod
    def inverse(self) -> Operation:
        """The operation that undoes this one."""


@dataclass(frozen=True, slots=True)
class Together(Operation):
    """Several operations that happen one after the other or not at all."""

    operations: tuple[Operation, ...]

    def act(self, draft: Draft) -> None:
        """Each in turn; what lies between two of them need not be a procedure."""
        for operation in self.operations:
            operation.act(draft)

    def inverse(self) -> Together:
        """The inverses, last first."""
        return Together(tuple(operation.inverse() for operation in reversed(self.operations)))


def apply(procedure: Procedure, operation: Operation) -> Procedure:
    """The procedure after the operation.

    Raises `OperationConflict` when the procedure is not what the operation was made for (an old value differs, a
    place is gone), and `InvalidProcedure` when the result would be absurd (an executor twice in one row).
    """
    return apply_all(procedure, (operation,))


def apply_all(procedure: Procedure, operations: Iterable[Operation]) -> Procedure:
    """The procedure after all of them in turn; all or nothing, and as cheap as one."""
    draft = Draft(procedure)
    for operation in operations:
        operation.act(draft)
    return draft.freeze()


def inverse(operation: Operation) -> Operation:
    """The operation that undoes it: `apply(apply(p, op), inverse(op)) == p`."""
    return operation.inverse()


def together(*operations: Operation) -> Operation:
    """One operation of several; a single one stays itself."""
    return operations[0] if len(operations) == 1 else Together(operations)
