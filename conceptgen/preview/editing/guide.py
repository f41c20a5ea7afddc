"""The guide: what of an input is still to be written, for the short document first, then for the full, then to sign.

It asks the review what would stop each document if it were approved today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from conceptgen.changes.trail import trail_of
from conceptgen.findings import Finding
from conceptgen.input import Loaded
from conceptgen.languages import say
from conceptgen.languages.words import words
from conceptgen.model.content import chain_names, possible
from conceptgen.model.project import Project
from conceptgen.origin import Path
from conceptgen.preview.editing.forms import holder_of, is_example, title_of
from conceptgen.preview.editing.spots import NoPlace, spot_at
from conceptgen.rulebook import review
from conceptgen.rulebook.planned_documents import PlannedDocument, expected_documents, planned_document
from conceptgen.rulebook.printing import printing

Stage = Literal["first", "next", "last"]
STAGES: Final[tuple[Stage, ...]] = ("first", "next", "last")
_GATE: Final = "approved"
_TO_SIGN: Final = (("document", "approval"), ("document", "agreements"), ("document", "status"))
"""What is written when everything else is."""


@dataclass(frozen=True)
class Task:
    """One form to fill in: the part at ``at``, in it these fields; or a new entry of the list there."""

    at: Path
    keys: tuple[str, ...]
    title: str
    section: str
    is_new: bool = False


@dataclass
class Step:
    """A section, where it begins, and what is left to write in it."""

    label: str
    at: Path
    tasks: list[Task] = field(default_factory=list)


@dataclass(frozen=True)
class Guide:
    """What is left, stage by stage; ``document`` is the kind it is about, ``done`` of ``all`` are of the short one."""

    document: str
    done: int
    all: int
    stages: dict[Stage, list[Step]]

    def record(self, language: str) -> dict[str, Any]:
        """The guide in words, as plain data for JSON."""

        def said(key: str, **facts: object) -> str:
            return say(language, f"preview.guide.{key}", **facts)

        short, whole = said(f"document.{self.document}"), said(f"whole.{self.document}")
        stages = [
            {
                "title": said(f"stage.{stage}", what=whole if stage == "next" else short),
                "steps": [_step(step, said) for step in self.stages[stage]],
            }
            for stage in STAGES
            if self.stages.get(stage)
        ]
        share = said("share", what=short[:1].upper() + short[1:], done=self.done, all=self.all)
        complete = said(f"complete.{self.document}")
        found = {"share": share, "complete": complete, "done": self.done, "all": self.all}
        return found | {"document": self.document, "stages": stages}


def _step(step: Step, said: Any) -> dict[str, Any]:
    count = len(step.tasks)
    text = said("left", what=step.label, count=count) if count else said("ready", what=step.label)
    tasks = [
        {"at": each.at, "keys": each.keys, "title": each.title, "isNew": each.is_new} for each in step.tasks
    ]
    return {"text": text, "label": step.label, "at": step.at, "tasks": tasks}


def guide_of(loaded: Loaded, findings: Iterable[Finding], before: Guide | None = None) -> Guide | None:
    """What is left to write; None where nothing is. ``findings`` are those of the input as it is.

    ``before`` is the guide of the text before: what was to be written then and is not any more, is done.
    """
    project = loaded.project
    kind = next((each for each in ("concept", "chain") if project and each in possible(project)), "")
    stops = (each.stops_approval or each.severity == "error" for each in findings if not each.suppressed)
    if project is None or not kind or not any(stops):
        return None
    chain = next(iter(chain_names(project)), "") if kind == "chain" else ""
    short, full = (planned_document(project, kind, variant, chain) for variant in ("short", "full"))
    sorting = _Sorting(project, loaded)
    sorting.take("first", _stopping(loaded, (short,)))
    sorting.take("next", _stopping(loaded, (full, *expected_documents(project))))
    return sorting.guide(kind, short, before.all if before else 0)


def _stopping(loaded: Loaded, documents: tuple[PlannedDocument, ...]) -> Iterator[Finding]:
    found = review(loaded, documents, gate=_GATE)
    return (each for each in found if each.severity == "error" and not each.suppressed)


class _Sorting:
    def __init__(self, project: Project, loaded: Loaded) -> None:
        self._project, self._loaded = project, loaded
        self._words = words(loaded.language)
        self._tasks: dict[tuple[Path, bool], tuple[Stage, Task]] = {}

    def take(self, stage: Stage, findings: Iterable[Finding]) -> None:
        """Make tasks of what stops a document; what an earlier stage asks for is not asked for again."""
        for finding in findings:
            for path in finding.lacks or (finding.path,):
                self._add("last" if path[:2] in _TO_SIGN else stage, path)

    def _add(self, stage: Stage, path: Path) -> None:
        try:
            if path[-1:] == ("source",) and is_example(self._project, path[:-1]):
                at, key = path[:-1], ""
                is_new = False
            else:
                spot = spot_at(self._project, path)
                is_new = spot.is_list
                at, key = (path, "") if is_new else holder_of(spot)
            title = title_of(self._project, at, self._loaded.language)
        except NoPlace:
            return
        known = self._tasks.get((at, is_new))
        keys = tuple(dict.fromkeys((*(known[1].keys if known else ()), *([key] if key else []))))
        section = known[1].section if known else self._section(path)
        self._tasks[at, is_new] = (known[0] if known else stage, Task(at, keys, title, section, is_new))

    def guide(self, kind: str, short: PlannedDocument, before: int) -> Guide | None:
        """The tasks by stage and section in the order of the file, and how much of the short document is there."""
        if not self._tasks:
            return None
        stages: dict[Stage, list[Step]] = {stage: [] for stage in STAGES}
        paths = [path for path in printing(self._project, short).paths if len(path) > 1]
        begins: dict[str, Path] = {}
        for path in sorted(paths, key=self._loaded.place):
            begins.setdefault(self._section(path), path)
        stages["first"] = [Step(label, path) for label, path in begins.items()]
        for stage, task in sorted(self._tasks.values(), key=lambda each: self._loaded.place(each[1].at)):
            label = task.section
            step = next((each for each in stages[stage] if each.label == label), None)
            if step is None:
                step = Step(label, task.at)
                stages[stage].append(step)
            step.tasks.append(task)
        left = {task.at for stage, task in self._tasks.values() if stage == "first"}
        all = max(before, len({path[:-1] for path in paths} | left))
        return Guide(kind, all - len(left), all, stages)

    def _section(self, path: Path) -> str:
        """What the part of the input is called: «Принципы», «Документ»."""
        first, *rest = trail_of(self._project, path)
        is_inner = first.field == "concept" or (rest and rest[0].field in ("roles", "segments"))
        step = rest[0] if is_inner and rest else first
        return self._words.field(step.model, step.field)
