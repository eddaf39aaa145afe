"""Many files at once: in order, and no death stops the others."""

from __future__ import annotations

import os

import pytest

from sopan.cli.workers import Work

FEW = 4


def times(item: int, shared: int) -> int:
    return item * shared


def which_process(item: int, shared: None) -> int:
    return os.getpid()


def die_of_thirteen(item: int, shared: None) -> int:
    if item == 13:
        os._exit(1)
    return item


def which_language(item: int, shared: None) -> str:
    from sopan.cli.speech import language

    return language()


def test_results_come_in_the_order_of_the_items():
    work = Work(do=times, shared=3, if_it_dies=lambda item: -1, pays_off_above=FEW)
    assert list(work.on(range(10), label="")) == [3 * item for item in range(10)]


def test_few_items_stay_in_this_process_and_many_do_not():
    work = Work(do=which_process, shared=None, if_it_dies=lambda item: -1, pays_off_above=FEW)
    assert set(work.on(range(FEW), label="")) == {os.getpid()}
    if (os.cpu_count() or 1) > 1:
        assert os.getpid() not in set(work.on(range(FEW + 1), label=""))


@pytest.mark.skipif((os.cpu_count() or 1) == 1, reason="one core: everything runs in this process")
def test_an_item_that_kills_its_process_costs_only_itself():
    work = Work(do=die_of_thirteen, shared=None, if_it_dies=lambda item: -item, pays_off_above=FEW)
    assert list(work.on([11, 12, 13, 14, 15, 16], label="")) == [11, 12, -13, 14, 15, 16]


def test_workers_speak_the_language_of_this_run(monkeypatch):
    from sopan.cli import speech

    monkeypatch.setenv("LANGUAGE", "id")
    monkeypatch.setattr(speech, "_spoken", ["en"])
    work = Work(do=which_language, shared=None, if_it_dies=lambda item: "", pays_off_above=FEW)
    assert set(work.on(range(FEW + 1), label="")) == {"en"}
