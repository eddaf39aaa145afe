"""sopan worker: does what takes longer than a request. One for each data folder."""

from __future__ import annotations

import fcntl
import hashlib
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from sopan.web.commands.site import require_migrated, say, start

LOCK = "pekerja.kunci"


@click.command(
    "worker",
    help="Mengerjakan tugas yang lebih lama dari satu halaman, seperti impor besar dan pencetakan buku SOP. "
    "“sopan serve” sudah menjalankannya, kecuali dengan --no-worker.",
)
@click.option("--batch", is_flag=True, help="Mengerjakan yang sedang antre, lalu selesai.")
def command(batch: bool) -> int:
    options = start()
    require_migrated()
    with _alone(options.data) as is_alone:
        if not is_alone:
            click.echo(say("Pekerja untuk folder “{folder}” sudah berjalan.", folder=options.data), err=True)
            return 0
        name = name_of(options.data)
        if again := take_up(name):
            click.echo(say("{jumlah} tugas yang terputus dikerjakan ulang.", jumlah=again), err=True)
        _work(name, batch=batch)
    return 0


def name_of(data: Path) -> str:
    """The name of the one worker of this folder: the same at every start, so that it knows its own tasks again."""
    return hashlib.sha256(f"{platform.node()}:{data.resolve()}".encode()).hexdigest()


def take_up(worker: str) -> int:
    """Put the tasks back that this worker had begun when it was killed; how many there were."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING).values_list("pk", "worker_ids")
    mine = [task for task, workers in running if workers[-1:] == [worker]]
    return DBTaskResult.objects.filter(pk__in=mine).update(status=TaskResultStatus.READY, started_at=None)


@contextmanager
def _alone(data: Path) -> Iterator[bool]:
    """Hold the lock of this folder while working; the system lets go of it when the process dies, however it dies."""
    with (data / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _work(name: str, *, batch: bool) -> None:
    from django_tasks_db.management.commands.db_worker import Worker

    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=1,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
    )
    worker.configure_signals()
    worker.run()
