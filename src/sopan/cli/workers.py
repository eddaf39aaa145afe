"""Many files at once: worker processes where they pay off, a progress bar where somebody watches."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from sopan.cli.speech import language, speak

if TYPE_CHECKING:
    from rich.progress import Progress

WORTH_WATCHING = 5
"""From this many items on there is a progress bar."""

Item = TypeVar("Item")
Shared = TypeVar("Shared")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Generic[Item, Shared, Result]):
    """One thing to do with many items."""

    do: Callable[[Item, Shared], Result]
    """A function of a module; it must not raise."""
    shared: Shared
    """Handed to every worker once."""
    if_it_dies: Callable[[Item], Result]
    """The result of an item that takes its process with it, even alone."""
    pays_off_above: int
    """Starting workers costs about as much as this many items; so few are done in this process."""

    def on(self, items: Sequence[Item], *, label: str) -> Iterator[Result]:
        """The result for every item, in order. `label` stands beside the progress bar."""
        with progress_bar(len(items)) as bar:
            task = bar.add_task(label, total=len(items)) if bar else None
            for result in self._results(items):
                if bar and task is not None:
                    bar.advance(task)
                yield result

    def _results(self, items: Sequence[Item]) -> Iterator[Result]:
        if len(items) <= self.pays_off_above or (os.cpu_count() or 1) == 1:
            yield from (self.do(item, self.shared) for item in items)
            return
        done = 0
        while done < len(items):
            for result in self._until_a_worker_dies(items[done:]):
                done += 1
                yield result
            if done < len(items):
                yield self._alone(items[done])
                done += 1

    def _until_a_worker_dies(self, items: Sequence[Item]) -> Iterator[Result]:
        """A worker that dies breaks its whole pool; what it leaves undone is the caller's to start again."""
        pool = self._pool(min(os.cpu_count() or 1, len(items)))
        try:
            for future in [pool.submit(_do, item) for item in items]:
                try:
                    result = cast(Result, future.result())
                except BrokenProcessPool:
                    return
                yield result
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _alone(self, item: Item) -> Result:
        try:
            with self._pool(1) as pool:
                return cast(Result, pool.submit(_do, item).result())
        except BrokenProcessPool:
            return self.if_it_dies(item)

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        """Workers are spawned: a fork after Typst has run would hang."""
        told = (language(), self.do, self.shared)
        return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin, initargs=told)


_task: list[tuple[Callable[..., object], object]] = []
"""In a worker: what to do, and what it shares with the others."""


def _begin(chosen: str, do: Callable[..., object], shared: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    speak(chosen)
    _task[:] = [(do, shared)]


def _do(item: object) -> object:
    do, shared = _task[0]
    return do(item, shared)


def progress_bar(total: int) -> AbstractContextManager[Progress | None]:
    """A bar on stderr, where somebody watches and there is something to watch; else None."""
    if total < WORTH_WATCHING or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    goes_to_terminal = sys.stdout.isatty()  # what goes to a file or another program must not go to the bar
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=goes_to_terminal)
