"""What there is to know of one client on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

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
from conceptgen.readiness.questions import respondents
from conceptgen.readiness.working_paper import scope_of

_FINAL = "approved"
SOON: Final = timedelta(days=14)
"""How far ahead deadlines are told of."""


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
class Term:
    """An action that is not said to be done, and how many ``days`` its deadline lies before the day or after it."""

    action: str
    owner: str
    deadline: date
    days: int


@dataclass(frozen=True, slots=True)
class Missing:
    """What the file lacks on the way to approval: what to ask, about which part, of whom, by when it was promised."""

    what: str
    about: str
    who: str
    until: str


@dataclass(frozen=True, slots=True)
class Client:
    """One input: its client, or the ``fault`` for which it cannot be read."""

    file: str
    name: str = ""
    fault: str = ""
    documents: tuple[State, ...] = ()
    overdue: tuple[Term, ...] = ()
    soon: tuple[Term, ...] = ()
    off_path: tuple[OffPath, ...] = ()
    next: tuple[NextStep, ...] = ()
    gaps: tuple[Missing, ...] = ()
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
        first = replace(errors[0], hint="")
        more = say(language, "overview.more_errors", count=len(errors) - 1) if len(errors) > 1 else ""
        return Client(name, fault=f"{first}{more}")
    return _known(name, loaded, loaded.project, day)


def _known(name: str, loaded: Loaded, project: Project, day: date) -> Client:
    scope = scope_of(project)
    return Client(
        name,
        project.organization.name,
        documents=tuple(_states(loaded, project)),
        overdue=tuple(each for each in _terms(scope, day) if each.deadline < day),
        soon=tuple(each for each in _terms(scope, day) if day <= each.deadline <= day + SOON),
        off_path=tuple(off_path(scope, day)),
        next=tuple(next_steps(scope, day)),
        gaps=tuple(_missing(scope, loaded, project)),
        scores=scores_of(project),
    )


def _states(loaded: Loaded, project: Project) -> Iterator[State]:
    names = chain_names(project)
    for gate in judgement(loaded).gates:
        chain = str(project.chains[gate.chain].name) if gate.chain is not None and len(names) > 1 else ""
        yield State(gate.document, gate.variant, chain, gate.status, len(gate.now), len(gate.at_approval))


def _missing(scope: Scope, loaded: Loaded, project: Project) -> Iterator[Missing]:
    for asked in respondents(scope, open_gaps(loaded, project, _FINAL)):
        for each in asked.questions:
            yield Missing(*map(plain, (each.asked, each.about, asked.name, each.until)))


def _terms(scope: Scope, day: date) -> Iterator[Term]:
    programme = scope.concept.programme
    for action in programme.actions if programme else ():
        last = scope.last(action.deadline)
        if last and not (action.prior or action.is_over):
            yield Term(action.name, plain(scope.who(action, "owner")), last, abs((day - last).days))
