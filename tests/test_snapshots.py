"""The drawings of the shipped examples are the ones that somebody has looked at."""

from __future__ import annotations

import pytest

from tools import snapshots

DRAWN = snapshots.drawn()


@pytest.mark.parametrize("name", DRAWN)
def test_every_thing_stands_where_it_stood_when_somebody_last_looked(name):
    assert DRAWN[name] == snapshots.taken()[name], (
        "The drawing has changed. Look at the pictures (`./sopan render src/sopan/examples -o FOLDER`) and at "
        "`python -m tools.snapshots`; when it is as good as before, run `python -m tools.snapshots --renew`."
    )


def test_no_snapshot_is_left_of_an_example_that_is_gone():
    assert snapshots.taken().keys() == DRAWN.keys()
