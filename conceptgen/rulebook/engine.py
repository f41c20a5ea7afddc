"""The engine: asks every rule that concerns a paper, and makes findings of the troubles it hands over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from conceptgen.findings import SEVERITY, Finding, Severity
from conceptgen.languages.form_words import in_words_of_the_form
from conceptgen.model.base import Item
from conceptgen.model.project import Project
from conceptgen.origin import Origin, Path
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.message_values import MessageValues
from conceptgen.rulebook.planned_documents import PlannedDocument
from conceptgen.rulebook.rules import Rule, rules
from conceptgen.rulebook.suppressions import Suppressions
from conceptgen.rulebook.violation import FieldName, Violation
from conceptgen.rulebook.words import wording

LAST = "E-DOC-05"
"""The rule that tells of every gap no other rule has told of."""


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

    def in_its_words(self, finding: Finding) -> Finding:
        """A finding as it is told of this kind of file: of a workbook by sheet, row and column."""

    def advice(self, code: str, variant: str, path: Path, /) -> str:
        """What to do in this kind of file, where that is not what the rule says; "" for a usual file."""


def examine(
    loaded: Input, project: Project, documents: tuple[PlannedDocument, ...], others: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Every finding in the order of the file; rules about what is allowed come last, they need the others' answers."""
    context = RuleContext(project, documents, others)
    asked = [rule for rule in rules() if context.prints(rule.documents)]
    suppressions = Suppressions(project.review.allow, asked)
    builder = _FindingBuilder(loaded, context, suppressions)
    told = [each for each in rules() if each.code != LAST and (each in asked or _is_of_gaps(each))]
    found = [each for rule in told if rule.group != "RVW" for each in builder.findings(rule)]
    found += [each for rule in asked if rule.code == LAST for each in builder.findings(rule)]
    context.unused = suppressions.unused()
    found += [each for rule in asked if rule.group == "RVW" for each in builder.findings(rule)]
    return tuple(sorted(found, key=lambda finding: (finding.line, finding.column)))


class _FindingBuilder:
    """From a trouble to a finding: place, severity, words, ids, and whether it is accepted."""

    def __init__(self, loaded: Input, context: RuleContext, suppressions: Suppressions) -> None:
        self.loaded, self.context, self.suppressions = loaded, context, suppressions
        self.message_values = MessageValues(loaded.language, context.name)

    def findings(self, rule: Rule) -> Iterator[Finding]:
        """The findings of one rule, but for what no paper prints."""
        for violation in rule.check(self.context):
            origin = self._origin(violation)
            told = {*self._lacks(violation)} | ({origin.path} if rule.code[0] == "E" else set())
            concerned = self.context.concerned(
                rule.documents, violation.part, violation.field, told if _is_of_gaps(rule) else ()
            )
            if concerned:
                yield self._tell(rule, violation, origin, _severity(rule, violation, concerned))

    def _origin(self, violation: Violation) -> Origin:
        return self.context.origin(violation.part, violation.field)

    def _lacks(self, violation: Violation) -> tuple[Path, ...]:
        return tuple(self.context.origin(each.part, each.field).path for each in _named(violation))

    def _tell(self, rule: Rule, violation: Violation, origin: Origin, severity: Severity) -> Finding:
        name = self.context.name(violation.part) or self.message_values.name_of_kind(
            violation.part, violation.field
        )
        subject = self.message_values.quoted(name)
        values = {
            "name": subject,
            **{key: self.message_values.in_words(each) for key, each in violation.values.items()},
        }
        ids = self._ids(violation)
        accepted = None if rule.contradiction else self.suppressions.take(rule.code, origin, ids)
        line, column = self.loaded.place(origin.path)
        found = Finding(
            code=rule.code,
            message=self._words(rule, "message", violation, values),
            hint=self._words(rule, "hint", violation, values) if accepted is None else accepted.reason or "",
            file=self.loaded.name,
            line=line,
            column=column,
            path=origin.path,
            ids=ids,
            suppressed=accepted is not None,
            graded=severity,
            stops_approval=SEVERITY[rule.code[0]] == "error" and not violation.mild,
            subject=subject,
            lacks=self._lacks(violation),
        )
        return self.loaded.in_its_words(found)

    def _words(self, rule: Rule, kind: str, violation: Violation, values: dict[str, str]) -> str:
        language = self.loaded.language
        path = self.context.origin(violation.part, violation.field).path
        own = self.loaded.advice(rule.code, violation.variant, path) if kind == "hint" else ""
        text = own or wording(language, rule.code, kind, violation.variant)
        told = in_words_of_the_form(text, language, (type(violation.part).__name__,))
        text = told.format(**values)
        return text[:1].upper() + text[1:]

    def _ids(self, violation: Violation) -> tuple[str, ...]:
        """The id of the nearest item that has one, then those of the others concerned."""
        path = self.context.origin(violation.part).path
        near = self.context.nearest_id(path)
        others = (item.id for item in violation.also if isinstance(item, Item) and item.id)
        return tuple(dict.fromkeys([near, *others] if near else others))


def _is_of_gaps(rule: Rule) -> bool:
    """True if a rule tells of what is not there: an error that is no contradiction."""
    return rule.code[0] == "E" and not rule.contradiction


def _named(violation: Violation) -> Iterator[FieldName]:
    """The fields a violation names."""
    for value in violation.values.values():
        many = value if isinstance(value, list | tuple) else (value,)
        yield from (each for each in many if isinstance(each, FieldName))


def _severity(rule: Rule, violation: Violation, documents: list[PlannedDocument]) -> Severity:
    """An error stops an approved paper; before approval only a contradiction does, other errors warn."""
    by_code = SEVERITY[rule.code[0]]
    if violation.mild:
        return "warning"
    if by_code == "error" and not rule.contradiction and not any(document.is_final for document in documents):
        return "warning"
    return by_code
