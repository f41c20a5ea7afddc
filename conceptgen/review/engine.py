"""The engine: asks every rule that concerns a paper, and makes findings of the troubles it hands over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from conceptgen.findings import SEVERITY, Finding, Severity
from conceptgen.model.base import Item
from conceptgen.model.project import Project
from conceptgen.origin import Origin, Path
from conceptgen.review.allowing import Allowances
from conceptgen.review.case import Case
from conceptgen.review.papers import Paper
from conceptgen.review.rules import Rule, rules
from conceptgen.review.spelling import Spelling
from conceptgen.review.trouble import Trouble
from conceptgen.review.words import wording


class Input(Protocol):
    """What loading gives: a project, and where each value stands in the file."""

    @property
    def name(self) -> str:
        """The file as messages name it."""

    @property
    def language(self) -> str:
        """The language of messages."""

    @property
    def project(self) -> Project | None:
        """What was read."""

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column of a value."""


def examine(
    loaded: Input, project: Project, papers: tuple[Paper, ...], others: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Every finding in the order of the file; rules about what is allowed come last, they need the others' answers."""
    case = Case(project, papers, others)
    asked = [rule for rule in rules() if case.prints(rule.papers)]
    allowances = Allowances(project.review.allow, asked)
    telling = _Telling(loaded, case, allowances)
    found = [each for rule in asked if rule.group != "RVW" for each in telling.findings(rule)]
    case.unused = allowances.unused()
    found += [each for rule in asked if rule.group == "RVW" for each in telling.findings(rule)]
    return tuple(sorted(found, key=lambda finding: (finding.line, finding.column)))


class _Telling:
    """From a trouble to a finding: place, severity, words, ids, and whether it is accepted."""

    def __init__(self, loaded: Input, case: Case, allowances: Allowances) -> None:
        self.loaded, self.case, self.allowances = loaded, case, allowances
        self.spelling = Spelling(loaded.language, case.name)

    def findings(self, rule: Rule) -> Iterator[Finding]:
        """The findings of one rule, but for what no paper prints."""
        papers = [paper for paper in self.case.papers if paper.name in rule.papers]
        for trouble in rule.check(self.case):
            origin = self._origin(trouble)
            concerned = [paper for paper in papers if paper.prints(origin.path)]
            if concerned:
                yield self._tell(rule, trouble, origin, _severity(rule, concerned))

    def _origin(self, trouble: Trouble) -> Origin:
        return self.case.origin(trouble.part, trouble.field)

    def _tell(self, rule: Rule, trouble: Trouble, origin: Origin, severity: Severity) -> Finding:
        name = self.case.name(trouble.part) or self.spelling.name_of_kind(trouble.part, trouble.field)
        subject = self.spelling.quoted(name)
        values = {"name": subject, **{key: self.spelling.spell(each) for key, each in trouble.values.items()}}
        ids = self._ids(trouble)
        accepted = None if rule.contradiction else self.allowances.take(rule.code, origin, ids)
        line, column = self.loaded.place(origin.path)
        return Finding(
            code=rule.code,
            message=self._words(rule, "message", trouble, values),
            hint=self._words(rule, "hint", trouble, values) if accepted is None else accepted.reason or "",
            file=self.loaded.name,
            line=line,
            column=column,
            path=origin.path,
            ids=ids,
            suppressed=accepted is not None,
            graded=severity,
            subject=subject,
        )

    def _words(self, rule: Rule, kind: str, trouble: Trouble, values: dict[str, str]) -> str:
        text = wording(self.loaded.language, rule.code, kind, trouble.variant).format(**values)
        return text[:1].upper() + text[1:]

    def _ids(self, trouble: Trouble) -> tuple[str, ...]:
        """The id of the nearest item that has one, then those of the others concerned."""
        path = self.case.origin(trouble.part).path
        near = self.case.nearest_id(path)
        others = (item.id for item in trouble.also if isinstance(item, Item) and item.id)
        return tuple(dict.fromkeys([near, *others] if near else others))


def _severity(rule: Rule, papers: list[Paper]) -> Severity:
    """An error stops an approved paper; before approval only a contradiction does, other errors warn."""
    by_code = SEVERITY[rule.code[0]]
    if by_code == "error" and not rule.contradiction and not any(paper.is_final for paper in papers):
        return "warning"
    return by_code
