"""What there is to know of one client on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from conceptgen.batch.inputs import Source
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import plain
from conceptgen.files import display_name
from conceptgen.input import Loaded, load
from conceptgen.languages import say
from conceptgen.model.content import chain_names
from conceptgen.model.project import Project
from conceptgen.overview.benchmark import scores_of
from conceptgen.overview.path import NextStep, OffPath, next_steps, off_path
from conceptgen.readiness import judgement
from conceptgen.readiness.gaps import open_gaps
from conceptgen.readiness.working_paper import scope_of

_FINAL = "approved"


@dataclass(frozen=True, slots=True)
class State:
    """A document that would be made: its status, how much stops it now, and how much on the way to approval."""

    document: str
    variant: str
    chain: str
    status: str
    stops: int
    stops_approval: int


@dataclass(frozen=True, slots=True)
class Overdue:
    """An action that was to be done before the day and is not said to be."""

    action: str
    owner: str
    deadline: date
    days: int


@dataclass(frozen=True, slots=True)
class Client:
    """One input: its client, or the ``fault`` for which it cannot be read."""

    file: str
    name: str = ""
    fault: str = ""
    documents: tuple[State, ...] = ()
    overdue: tuple[Overdue, ...] = ()
    off_path: tuple[OffPath, ...] = ()
    next: tuple[NextStep, ...] = ()
    gaps: int = 0
    scores: dict[tuple[str, int], Decimal] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """The same as data, without the scores: these enter the benchmark alone."""
        told = asdict(self)
        del told["scores"]
        return {name: _plain(value) for name, value in told.items()}


def _plain(value: Any) -> Any:
    """Values as other programs know them."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def client(source: Source, day: date, language: str) -> Client:
    """Read an input and look at it; one that cannot be read is a client with the reason."""
    name = display_name(source.folder / source.path.name)
    if source.fault:
        return Client(name, fault=say(language, f"building.unread.{source.fault}"))
    loaded = load(source.data, name, folder=source.path.parent)
    if loaded.project is None:
        errors = [each for each in loaded.findings if each.severity == "error"]
        more = say(language, "overview.more_errors", count=len(errors) - 1) if len(errors) > 1 else ""
        return Client(name, fault=f"{errors[0]}{more}")
    return _known(name, loaded, loaded.project, day)


def _known(name: str, loaded: Loaded, project: Project, day: date) -> Client:
    scope = scope_of(project)
    return Client(
        name,
        project.organization.name,
        documents=tuple(_states(loaded, project)),
        overdue=tuple(_overdue(scope, day)),
        off_path=tuple(off_path(scope, day)),
        next=tuple(next_steps(scope, day)),
        gaps=len(open_gaps(loaded, project, _FINAL)),
        scores=scores_of(project),
    )


def _states(loaded: Loaded, project: Project) -> Iterator[State]:
    names = chain_names(project)
    for gate in judgement(loaded).gates:
        chain = str(project.chains[gate.chain].name) if gate.chain is not None and len(names) > 1 else ""
        yield State(gate.document, gate.variant, chain, gate.status, len(gate.now), len(gate.at_approval))


def _overdue(scope: Scope, day: date) -> Iterator[Overdue]:
    programme = scope.concept.programme
    for action in programme.actions if programme else ():
        last = scope.last(action.deadline)
        if last and last < day and not (action.prior or action.is_over):
            yield Overdue(action.name, plain(scope.who(action, "owner")), last, (day - last).days)
