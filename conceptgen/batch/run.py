"""The build, from beginning to end: what is there → what must be made → make it → put it in its place → remember."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from conceptgen.batch.commit import Commit
from conceptgen.batch.editions import Editions
from conceptgen.batch.fingerprint import digest, whole_toolchain
from conceptgen.batch.inputs import Source, real, source_name, sources, state_of
from conceptgen.batch.locking import folder_lock
from conceptgen.batch.orphans import orphans
from conceptgen.batch.output_folder import OutputFolder
from conceptgen.batch.plan import Plan
from conceptgen.batch.pool import JobFailure, Pool
from conceptgen.batch.records import FROZEN, Record, Records
from conceptgen.batch.report import Line, Report
from conceptgen.errors import EnvironmentFault
from conceptgen.files import stem_of
from conceptgen.languages import say

if TYPE_CHECKING:
    from conceptgen.batch.cluster import Cluster
    from conceptgen.batch.job import Done, Job, Made

Listener = Callable[[Source, int, int], None]
"""Told of each input that is done: the input, how many are done, how many there are."""


class _Undecided(Exception):
    """A name is wanted by an earlier input too, and it is not known yet whether that one is stopped."""


def _workers(plan: Plan) -> Pool[int] | Cluster[int]:
    from conceptgen.batch.job import work

    if plan.scheduler:
        from conceptgen.batch.cluster import Cluster

        return Cluster(work, plan.scheduler, plan.language)
    return Pool(work, plan.jobs)


class Build:
    """One build of one output folder."""

    def __init__(
        self, plan: Plan, listener: Listener, warned: Callable[[str], None] = lambda _: None
    ) -> None:
        self.plan, self.listener, self.warned = plan, listener, warned
        self.shelf = OutputFolder(plan.folder, plan.language)
        self.records = Records(plan.folder, plan.language)
        self.editions = Editions(plan.folder, plan.language)
        self.report = Report()
        self.commit = Commit(self.shelf, self.records, self.editions, self.report, plan)
        self.found: list[Source] = []
        self.dependencies: dict[str, dict[str, str]] = {}
        self.undecided: dict[int, tuple[str, ...]] = {}
        self.done = 0

    def run(self) -> Report:
        """Build, and tell what was done. Raises RequestError, EnvironmentFault; one bad input stops nothing."""
        started = time.monotonic()
        with ExitStack() as stack:
            if not self.plan.dry_run:
                stack.enter_context(folder_lock(self.plan.folder, self.plan.language))
                self.shelf.sweep()
            self.found = sources(self.plan.paths, self.plan.folder, self.plan.language, self._known())
            waiting: list[int] = list(range(len(self.found)))
            workers: Pool[int] | Cluster[int] | None = None
            while waiting:
                later: list[int] = []
                jobs = self._jobs(waiting, later)
                # Where nothing has changed there is no work, and nothing of what does it need be loaded.
                first = next(jobs, None)
                if workers is None and (first or self.plan.scheduler):
                    workers = _workers(self.plan)
                    stack.enter_context(workers)
                if workers is not None:
                    for index, result in workers.results(chain([first] if first else [], jobs)):
                        self._take(index, result)
                waiting = later
            self._orphans()
        self.report.seconds = time.monotonic() - started
        return self.report

    def _jobs(self, indexes: list[int], later: list[int]) -> Iterator[tuple[int, Job]]:
        """A job for each input that may have changed; the others are done with at once.

        What wants a name of an input that may yet be stopped goes to ``later``.
        """
        for index in indexes:
            source = self.found[index]
            record = self.records.read(self.source_name(source))
            try:
                job = None if self._is_whole(index, source, record) else self._job(index, source, record)
            except _Undecided:
                later.append(index)
                continue
            if job:
                yield index, job

    def _refuse_undecided(self, names: Iterable[str], index: int) -> None:
        """Raise _Undecided where an output belongs to an earlier input that has not been judged yet."""
        if {self.commit.owner(name) for name in names} & self.undecided.keys() - {index}:
            raise _Undecided

    def _known(self) -> set[Path]:
        """What was an input before, whatever it holds now."""
        folder = real(self.plan.folder)
        return {real(folder / record.source) for record in self.records.all()}

    def source_name(self, source: Source) -> str:
        """What the input is called among the records."""
        return source_name(source.path, self.plan.folder)

    def _is_whole(self, index: int, source: Source, record: Record) -> bool:
        """True if all that went into the outputs is as it was, and so are they."""
        if self.plan.force or not record.key or record.key != self._key(source):
            return False
        if any(state_of(name) != sha for name, sha in record.dependencies.items()):
            return False
        if any(self.shelf.sha(name, kept) != kept.sha for name, kept in record.outputs.items()):
            return False
        self._refuse_undecided(record.outputs, index)
        if not all(self.commit.claim(name, index) for name in record.outputs):
            return False
        self.report.lines += [
            Line(source.name, name, "frozen" if kept.status == FROZEN else "unchanged")
            for name, kept in record.outputs.items()
        ]
        self._tell(source)
        return True

    def _key(self, source: Source) -> str:
        look = repr(
            (self.plan.look, self.plan.brand, self.plan.allow_gaps, self.plan.strict, self.plan.map_size)
        )
        pieces = (source.folder.as_posix(), look, whole_toolchain())
        return digest(source.data, *(piece.encode() for piece in pieces))

    def _job(self, index: int, source: Source, record: Record) -> Job | None:
        from conceptgen.batch.examine import examine
        from conceptgen.batch.job import Job

        examined = examine(source, self.plan)
        self.dependencies[self.source_name(source)] = examined.dependencies
        self.report.findings[source.name] = examined.findings
        if examined.requests is None:
            self.report.lines.append(Line(source.name, "", "failed", examined.messages))
            self._tell(source)
            return None
        # In the order of the inputs, so that it does not matter whose work is done first.
        names = tuple((source.folder / name).as_posix() for name in examined.names)
        self._refuse_undecided(names, index)
        for name in names:
            self.commit.claim(name, index)
        self.undecided[index] = names
        inside = source.folder.as_posix()
        stem = stem_of(str(source.path))
        kept = {} if self.plan.force else record.outputs
        known = {
            Path(name).name: each.fingerprint
            for name, each in kept.items()
            if self.shelf.sha(name, each) == each.sha
        }
        editions = {name for name, each in record.outputs.items() if each.status == FROZEN}
        editions |= {name for name in self.editions.names() if Path(name).parent.as_posix() == inside}
        frozen = {Path(name).name: lines for name, lines in self.editions.of(editions).items()}
        there = frozenset(Path(name).name for name in editions if self.shelf.sha(name))
        return Job(
            *(source.name, stem, source.data, examined.requests, known, frozen, there),
            look_only=self.plan.dry_run,
            photos=examined.photos,
            planned=examined.planned,
            found=examined.findings,
            strict=self.plan.strict,
            allow_gaps=self.plan.allow_gaps,
        )

    def _take(self, index: int, result: Done | JobFailure) -> None:
        source, names = self.found[index], self.undecided.pop(index)
        if isinstance(result, JobFailure):
            message = say(self.plan.language, f"building.{result.reason}", message=result.message)
            self.report.lines.append(Line(source.name, "", "failed", (message,)))
            self._tell(source)
            return
        self.report.findings[source.name] = result.findings
        if result.stops:
            for name in names:
                self.commit.release(name, index)
            self.report.lines.append(Line(source.name, "", "failed", result.stops))
        else:
            self._put(index, source, result.made)
        self._tell(source)

    def _put(self, index: int, source: Source, made: tuple[Made, ...]) -> None:
        name = self.source_name(source)
        old = self.records.read(name)
        new = replace(old, key=self._key(source), dependencies=self.dependencies[name])
        try:
            self.commit.take(index, source, made, old, new)
        except EnvironmentFault as fault:
            self.report.lines.append(Line(source.name, "", "failed", (str(fault),)))

    def _orphans(self) -> None:
        known = {self.source_name(source): source for source in self.found}
        self.report.lines += orphans(self.shelf, self.records, known, self.plan, self.warned)

    def _tell(self, source: Source) -> None:
        self.done += 1
        self.listener(source, self.done, len(self.found))
