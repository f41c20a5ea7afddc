"""Building again at each save, until stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from conceptgen.batch.records import FOLDER
from conceptgen.batch.report import Report
from conceptgen.batch.run import Build, Listener, Plan


def builds(plan: Plan, listener: Listener) -> Iterator[Report]:
    """The report of a build now, and of one more after each save under the paths; many saves at once are one."""
    from watchfiles import watch

    yield Build(plan, listener).run()
    again = replace(plan, force=False)
    out = plan.folder.resolve()
    for changes in watch(*plan.paths, debounce=400, step=50, raise_interrupt=True):
        saved = {Path(name) for _, name in changes}
        if any(not path.is_relative_to(out) and FOLDER not in path.parts for path in saved):
            yield Build(again, listener).run()
