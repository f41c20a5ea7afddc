"""Whether an input may be built, what is to be made of it, and which files beside it that leans on."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from conceptgen.batch.fingerprint import digest
from conceptgen.batch.inputs import Source, real
from conceptgen.batch.orders import orders
from conceptgen.errors import RequestError
from conceptgen.files import stem_of
from conceptgen.findings import Finding
from conceptgen.languages import say
from conceptgen.load import Loaded, load_bytes, neighbours
from conceptgen.load.brand import FILE
from conceptgen.load.limits import BYTES
from conceptgen.pipeline import Wishes, names, papers
from conceptgen.review import review
from conceptgen.review.rules import contradictions
from conceptgen.safe_read import read_regular

if TYPE_CHECKING:
    from conceptgen.batch.run import Plan


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in an input; no ``orders`` when it cannot be built, and then ``messages`` say why.

    ``names``: those of its outputs, known before any is made.

    ``leans_on``: the state of each file beside it that was read, by its full name; "" for one that is not there.
    """

    findings: tuple[Finding, ...]
    orders: tuple[Wishes, ...] | None = None
    messages: tuple[str, ...] = ()
    leans_on: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()


def examine(source: Source, plan: Plan) -> Examined:
    """Load an input, read its orders, and judge what they will print."""
    if source.fault:
        why = say(plan.language, f"building.unread.{source.fault}")
        said = say(plan.language, "building.unreadable", name=source.name, reason=why)
        return Examined((), messages=(said,))
    with neighbours.noted() as beside:
        loaded = load_bytes(source.data, source.name, source.path.parent)
    leans_on = {str(real(path)): digest(data) for path, data in beside.items()}
    brand = str(real(source.path.parent) / FILE)
    leans_on.setdefault(brand, state_of(brand))
    if loaded.project is None:
        return Examined(loaded.findings, messages=_errors(loaded))
    wishes = orders(loaded.project, replace(plan.look, brand=plan.brand or loaded.brand))
    try:
        findings = (*loaded.findings, *_judged(loaded, wishes))
    except RequestError as refused:
        return Examined(loaded.findings, messages=(str(refused),))
    stops = tuple(str(each) for each in findings if _stops(each, plan))
    made = (name for order in wishes for name in names(loaded.project, stem_of(source.name), order))
    return Examined(findings, None if stops else wishes, stops, leans_on, tuple(made))


def state_of(name: str) -> str:
    """The hash of a file that was leaned on; "" for none; of a link where it leads, for what lies there is not read."""
    try:
        if os.path.islink(name):  # noqa: PTH114 (never raises)
            return f"→ {os.readlink(name)}"  # noqa: PTH115 (a text)
        return digest(read_regular(name, BYTES))
    except OSError:
        return ""


def _errors(loaded: Loaded) -> tuple[str, ...]:
    return tuple(str(each) for each in loaded.findings if each.severity == "error")


def _judged(loaded: Loaded, wishes: tuple[Wishes, ...]) -> tuple[Finding, ...]:
    assert loaded.project is not None
    wanted = tuple(paper for order in wishes for paper in papers(loaded.project, order))
    return review(loaded, tuple(dict.fromkeys(wanted)))


def _stops(finding: Finding, plan: Plan) -> bool:
    """Whether a finding about the content stops the work; a gap may be passed by, a contradiction never."""
    if finding.suppressed:
        return False
    if finding.severity == "error":
        return not (plan.allow_gaps and finding.code not in contradictions())
    return plan.strict and finding.severity == "warning"
