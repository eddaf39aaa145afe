"""What a killed worker had begun is done again; what another one does is left alone."""

from __future__ import annotations

import pytest
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from sopan.web.commands.worker import name_of, take_up

pytestmark = pytest.mark.django_db


def a_task(*workers: str, status: str = TaskResultStatus.RUNNING) -> DBTaskResult:
    return DBTaskResult.objects.create(
        task_path="a.b", args_kwargs={"args": [], "kwargs": {}}, backend_name="default", worker_ids=[*workers],
        status=status,
    )  # fmt: skip


def test_only_running_tasks_of_this_worker_are_taken_up():
    mine, others, done = a_task("x", "me"), a_task("me", "x"), a_task("me", status=TaskResultStatus.SUCCESSFUL)
    assert take_up("me") == 1
    states = [DBTaskResult.objects.get(pk=task.pk).status for task in (mine, others, done)]
    assert states == [TaskResultStatus.READY, TaskResultStatus.RUNNING, TaskResultStatus.SUCCESSFUL]


def test_the_name_of_a_worker_is_that_of_its_folder(tmp_path):
    assert name_of(tmp_path) == name_of(tmp_path / "." / "")
    assert name_of(tmp_path) != name_of(tmp_path / "lain")
    assert len(name_of(tmp_path)) <= 64, "the queue keeps 64 letters of it"
