"""Which status may follow which."""

from __future__ import annotations

from itertools import product

import pytest

from sopan.domain import Status
from sopan.domain.lifecycle import MAY_FOLLOW, may_follow

EDITABLE = frozenset({Status.DRAFT, Status.UNDER_REVISION})


def later(status: Status) -> set[Status]:
    """Every status that may come some time after."""
    found: set[Status] = set()
    waiting = [status]
    while waiting:
        for following in MAY_FOLLOW[waiting.pop()] - found:
            found.add(following)
            waiting.append(following)
    return found


def test_every_status_has_its_line_in_the_table():
    assert set(MAY_FOLLOW) == set(Status)


@pytest.mark.parametrize(
    "way",
    [
        "draft in_review in_verification awaiting_ratification effective",
        "draft in_review on_trial in_verification awaiting_ratification effective",
        "effective under_revision in_review",
        "effective revoked",
        "under_revision revoked",
        "awaiting_ratification draft",
        "in_review draft",
        "on_trial draft",
        "in_verification draft",
    ],
)
def test_the_ways_of_the_life_cycle_are_open(way):
    statuses = [Status(word) for word in way.split()]
    assert all(map(may_follow, statuses, statuses[1:]))


def test_nothing_becomes_binding_except_by_ratification():
    assert {status for status in Status if may_follow(status, Status.EFFECTIVE)} == {Status.AWAITING_RATIFICATION}


def test_nobody_ratifies_what_was_not_verified():
    assert {status for status in Status if may_follow(status, Status.AWAITING_RATIFICATION)} == {Status.IN_VERIFICATION}


def test_what_is_revoked_stays_revoked():
    assert later(Status.REVOKED) == set()


def test_only_what_was_effective_is_revoked():
    revocable = {status for status in Status if may_follow(status, Status.REVOKED)}
    assert revocable == {Status.EFFECTIVE, Status.UNDER_REVISION}


def test_every_draft_can_come_into_force_and_none_is_stuck():
    assert later(Status.DRAFT) == set(Status)
    assert all(Status.EFFECTIVE in later(status) for status in Status if status is not Status.REVOKED)


def test_what_is_in_force_never_falls_back_to_a_first_draft_at_once():
    assert not may_follow(Status.EFFECTIVE, Status.DRAFT)
    assert not may_follow(Status.EFFECTIVE, Status.IN_REVIEW)


def test_no_status_follows_itself():
    assert not any(may_follow(status, status) for status in Status)


@pytest.mark.parametrize(("status", "following"), sorted(product(Status, Status)))
def test_asking_agrees_with_the_table(status, following):
    assert may_follow(status, following) == (following in MAY_FOLLOW[status])
