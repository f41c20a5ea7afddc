"""A pool of workers that are none, for tests of all that happens around the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from conceptgen.batch.pool import JobFailure
from conceptgen.errors import RequestError

Key = TypeVar("Key")


class Here(Generic[Key]):
    """A pool without processes: what a job does is the same wherever it is done."""

    def __init__(self, task: Any, size: int, **_: object) -> None:
        self.task, self.size = task, size

    def __enter__(self) -> Here[Key]:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to stop."""

    def results(self, jobs: Iterator[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
        for key, job in jobs:
            try:
                yield key, self.task(job)
            except RequestError as fault:
                yield key, JobFailure("refused", str(fault))
