"""Workers: processes that do jobs. One that dies or takes too long is named and replaced; the others go on."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, TypeVar

from conceptgen.errors import ConceptgenError
from conceptgen.scratch import scratch

Key = TypeVar("Key")
SECONDS = 900.0
"""The longest a job may take; a document of thousands of pages stays below."""
START_SECONDS = 120.0
"""The longest a process may take to start on a busy machine; a job's own time is counted from when it begins."""
BYTES = 4 << 30
"""The most memory a worker may have."""
LIFETIME = 20
"""Jobs after which a worker is let go and another takes its place: what engines of pages keep grows with each."""


@dataclass(frozen=True, slots=True)
class JobFailure:
    """A job that gave nothing: ``reason`` is ``died``, ``late``, ``memory``, ``refused`` or ``bug``."""

    reason: str
    message: str = ""


class _Started:
    """What a worker says first: it has started and has the job."""


class _Worker:
    """One process, busy with at most one job."""

    def __init__(self, context: Any, task: Callable[[Any], Any], bytes: int, scratch: Path) -> None:
        self.pipe, theirs = context.Pipe()
        rest = (task, bytes, scratch)
        self.process = context.Process(target=_serve, args=(theirs, *rest), daemon=True)
        self.process.start()
        theirs.close()
        self.key: Any = None
        self.deadline = 0.0
        self.done = 0

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Pool(Generic[Key]):
    """A number of workers for one task; a context, so that none outlives it.

    ``method`` is how a process starts. Never by a fork server: its socket would stay in the temporary folder when the
    build is killed.
    """

    def __init__(
        self,
        task: Callable[[Any], Any],
        size: int,
        *,
        seconds: float = SECONDS,
        bytes: int = BYTES,
        lifetime: int = LIFETIME,
        method: str = "spawn",
    ) -> None:
        methods = multiprocessing.get_all_start_methods()
        self.context = multiprocessing.get_context(method if method in methods else "spawn")
        self.task, self.size, self.seconds, self.bytes = task, size, seconds, bytes
        self.lifetime = lifetime
        self.workers: list[_Worker] = []
        self.stack = ExitStack()

    def __enter__(self) -> Pool[Key]:
        self.scratch = self.stack.enter_context(scratch())
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.stop()
        self.stack.close()

    def results(self, jobs: Iterator[tuple[Key, Any]]) -> Iterator[tuple[Key, Any]]:
        """Each job's key with its result, or with ``JobFailure``, as they come; jobs are taken as workers get free."""
        waiting = True
        while waiting or self._busy():
            while waiting and len(self._busy()) < self.size:
                job = next(jobs, None)
                waiting = job is not None
                if job is not None:
                    self._give(*job)
            yield from self._finished()

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self.workers if worker.key is not None]

    def _give(self, key: Key, job: Any) -> None:
        worker = next((each for each in self.workers if each.key is None), None)
        if worker is None:
            worker = _Worker(self.context, self.task, self.bytes, self.scratch)
            self.workers.append(worker)
        worker.key, worker.deadline = key, time.monotonic() + START_SECONDS
        # A worker that died idle is found out when its answer is waited for.
        with suppress(BrokenPipeError):
            worker.pipe.send(job)

    def _finished(self) -> Iterator[tuple[Key, Any]]:
        busy = self._busy()
        if not busy:
            return
        left = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
        ready = wait([worker.pipe for worker in busy], left)
        for worker in busy:
            if worker.pipe in ready:
                yield from self._received(worker)
            elif time.monotonic() >= worker.deadline:
                yield self._dismissed(worker, "late")

    def _received(self, worker: _Worker) -> Iterator[tuple[Key, Any]]:
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            yield self._dismissed(worker, "died")
            return
        if isinstance(result, _Started):
            worker.deadline = time.monotonic() + self.seconds
        else:
            key, worker.key = worker.key, None
            worker.done += 1
            if worker.done == self.lifetime:
                self._let_go(worker)
            yield key, result

    def _dismissed(self, worker: _Worker, reason: str) -> tuple[Key, Any]:
        key = worker.key
        self._let_go(worker)
        return key, JobFailure(reason)

    def _let_go(self, worker: _Worker) -> None:
        worker.stop()
        self.workers.remove(worker)


def _serve(pipe: Connection, task: Callable[[Any], Any], bytes: int, scratch: Path) -> None:
    """The life of a worker: a job in, a result out, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = str(scratch)
    threading.Thread(target=_outlive_nobody, args=(scratch,), daemon=True).start()
    _limit_memory(bytes)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            job = pipe.recv()
            pipe.send(_Started())
            pipe.send(done(task, job))


def _outlive_nobody(scratch: Path) -> None:
    """When the build is killed its workers end too, and take the temporary files along."""
    build = multiprocessing.parent_process()
    if build is not None:
        build.join()
        shutil.rmtree(scratch, ignore_errors=True)
        os._exit(1)


def done(task: Callable[[Any], Any], job: Any) -> Any:
    """The result of a job, or why it gave none."""
    try:
        return task(job)
    except MemoryError:
        return JobFailure("memory")
    except ConceptgenError as fault:
        return JobFailure("refused", str(fault))
    except Exception as fault:
        return JobFailure("bug", f"{type(fault).__name__}: {fault}")


def _limit_memory(bytes: int) -> None:
    """Where the system can: more memory than this is refused to the worker, and the others keep theirs."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (bytes, bytes))
