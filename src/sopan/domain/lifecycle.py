"""The life of an SOP AP as a table: which status may follow which (digest 2, 6.13)."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a procedure stands. Only `EFFECTIVE` binds anyone."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    ON_TRIAL = "on_trial"
    IN_VERIFICATION = "in_verification"
    AWAITING_RATIFICATION = "awaiting_ratification"
    EFFECTIVE = "effective"
    UNDER_REVISION = "under_revision"
    REVOKED = "revoked"


MAY_FOLLOW: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.IN_REVIEW}),
    Status.IN_REVIEW: frozenset({Status.DRAFT, Status.ON_TRIAL, Status.IN_VERIFICATION}),
    Status.ON_TRIAL: frozenset({Status.DRAFT, Status.IN_VERIFICATION}),
    Status.IN_VERIFICATION: frozenset({Status.DRAFT, Status.AWAITING_RATIFICATION}),
    Status.AWAITING_RATIFICATION: frozenset({Status.DRAFT, Status.EFFECTIVE}),
    Status.EFFECTIVE: frozenset({Status.UNDER_REVISION, Status.REVOKED}),
    Status.UNDER_REVISION: frozenset({Status.IN_REVIEW, Status.REVOKED}),
    Status.REVOKED: frozenset(),
}


def may_follow(status: Status, following: Status) -> bool:
    """Whether a procedure in `status` may move to `following`."""
    return following in MAY_FOLLOW[status]
