"""Workers on other machines: the same jobs, on a Dask cluster that is there already.

A worker needs conceptgen of the same version and nothing else: a job is bytes, and so is what it gives. One job at a
time goes to each worker, so that one which dies or takes too long is known, named and let go; the others go on. A job
whose worker went away is given to another once: the worker may have left for reasons of its own.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Generic

from conceptgen.batch.fingerprint import whole_toolchain
from conceptgen.batch.pool import SECONDS, START_SECONDS, JobFailure, Key, done
from conceptgen.errors import EnvironmentFault
from conceptgen.languages import say

_ANSWER_SECONDS = 15.0
"""How long a scheduler may take to answer."""
_LOOK_SECONDS = 1.0
"""How often it is looked who is still there."""


@dataclass(frozen=True, slots=True)
class _Task:
    key: Any
    job: Any
    lost: int
    future: Any
    deadline: float


class Cluster(Generic[Key]):
    """What ``Pool`` is, on the workers of a scheduler; a context, so that nothing asked of them outlives it.

    ``address`` is that of the scheduler (``tcp://host:8786``). Entering it raises EnvironmentFault where Dask is not
    installed, nobody answers, or a worker has another version of what makes documents.
    """

    def __init__(
        self, task: Callable[[Any], Any], address: str, language: str, *, seconds: float = SECONDS
    ) -> None:
        self.task, self.address, self.language, self.seconds = task, address, language, seconds
        self.client: Any = None
        self.running: dict[str, _Task] = {}
        self.lost: list[tuple[Any, Any, int]] = []
        self.known: set[str] = set()
        self.hung: set[str] = set()
        self.news = threading.Event()

    def __enter__(self) -> Cluster[Key]:
        try:
            dask: Any = import_module("distributed")
        except ImportError as fault:
            raise EnvironmentFault(say(self.language, "building.no_dask")) from fault
        try:
            self.client = dask.Client(self.address, timeout=_ANSWER_SECONDS, set_as_default=False)
        except (OSError, ValueError, ImportError) as fault:
            said = say(self.language, "building.no_scheduler", address=self.address)
            raise EnvironmentFault(said) from fault
        return self

    def __exit__(self, *_: object) -> None:
        for task in self.running.values():
            task.future.cancel()
        self.client.close()

    def results(self, jobs: Iterator[tuple[Key, Any]]) -> Iterator[tuple[Key, Any]]:
        """Each job's key with its result, or with ``JobFailure``, as they come; jobs are taken as workers get free.

        Raises EnvironmentFault when there is work and no worker.
        """
        seen, waiting = time.monotonic(), True
        while waiting or self.running or self.lost:
            there = self._there()
            for worker in sorted(there - set(self.running)):
                given = self._give_again(worker) or self._give_next(worker, jobs)
                waiting = waiting and given
            if self.running:
                seen = time.monotonic()
                yield from self._finished(there)
            elif time.monotonic() - seen > START_SECONDS:
                raise EnvironmentFault(say(self.language, "building.no_workers", address=self.address))
            else:
                time.sleep(_LOOK_SECONDS)

    def _there(self) -> set[str]:
        """The workers there are, those that came later, too; each is asked once what it makes documents with."""
        there = set(self.client.nthreads()) - self.hung
        ours = whole_toolchain()
        new = sorted(there - self.known)
        for worker, theirs in self.client.run(whole_toolchain, workers=new).items() if new else ():
            if theirs != ours:
                raise EnvironmentFault(say(self.language, "building.other_version", worker=worker))
        self.known |= there
        return there

    def _give_again(self, worker: str) -> bool:
        if self.lost:
            self._give(worker, *self.lost.pop())
            return True
        return False

    def _give_next(self, worker: str, jobs: Iterator[tuple[Key, Any]]) -> bool:
        job = next(jobs, None)
        if job is not None:
            self._give(worker, *job)
        return job is not None

    def _give(self, worker: str, key: Key, job: Any, lost: int = 0) -> None:
        future = self.client.submit(
            done, self.task, job, pure=False, workers=[worker], allow_other_workers=False, retries=0
        )
        future.add_done_callback(lambda _: self.news.set())
        self.running[worker] = _Task(key, job, lost, future, time.monotonic() + self.seconds)

    def _finished(self, there: set[str]) -> Iterator[tuple[Key, Any]]:
        self.news.wait(_LOOK_SECONDS)
        self.news.clear()
        for worker, task in list(self.running.items()):
            if task.future.done():
                yield self._ended(worker), self._result(task.future)
            elif worker not in there and task.lost:
                yield self._ended(worker), JobFailure("died")
            elif worker not in there:
                self.lost.append((self._ended(worker), task.job, 1))
            elif time.monotonic() >= task.deadline:
                self._let_go(worker)
                yield self._ended(worker), JobFailure("late")

    def _ended(self, worker: str) -> Any:
        task = self.running.pop(worker)
        if not task.future.done():
            task.future.cancel()
        return task.key

    def _result(self, future: Any) -> Any:
        if future.status == "finished":
            return future.result()
        fault = future.exception() if future.status == "error" else None
        return JobFailure("bug", f"{type(fault).__name__}: {fault}") if fault else JobFailure("died")

    def _let_go(self, worker: str) -> None:
        """Begin a worker anew that does not end; where nobody looks after it, it gets nothing more to do."""
        told = self.client.restart_workers([worker], timeout=START_SECONDS, raise_for_error=False)
        if told.get(worker) != "OK":
            self.hung.add(worker)
