"""Findings told to one who sees a workbook: columns by their heads, things by their names, nothing of keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conceptgen.findings import Finding
from conceptgen.input.check.partial import node_at
from conceptgen.input.findings_report import show
from conceptgen.input.text.nodes import Mapping, Scalar
from conceptgen.input.workbook.comments import comment
from conceptgen.input.workbook.figures import duration_in, words_of
from conceptgen.input.workbook.kinds import Kind, kind_of, name_of_key
from conceptgen.input.workbook.names import Names, normal
from conceptgen.input.workbook.nearness import listed, near_names
from conceptgen.input.workbook.one_line import plain
from conceptgen.input.workbook.whereabouts import column_of
from conceptgen.languages import say, vocabulary
from conceptgen.languages.written import meant, written
from conceptgen.model.base import Model
from conceptgen.model.project import Project
from conceptgen.model.schema import words_of_field
from conceptgen.model.worded_numbers import refusal
from conceptgen.origin import Path

_HINTS = {
    **dict.fromkeys(("E-DAT-01", "E-DAT-02"), "date"),
    "E-TYP-20": "figure",
    **dict.fromkeys(("E-TYP-03", "E-TYP-04", "E-TYP-05", "E-TYP-06", "E-TYP-09", "E-TYP-14"), "figure"),
}
_LACKING = ("E-DOC-01", "E-TYP-01", "E-TYP-12")


def retell(
    findings: Iterable[Finding], tree: Mapping | None, language: str, failed: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """The same findings in the words of the sheets.

    ``failed``: what rows are called that another finding tells of; that nothing is called so follows from it.
    """
    if tree is None:
        return tuple(findings)
    teller = _Teller(tree, language)
    told = (
        each for each in findings if not (failed and each.code == "E-REF-01" and teller.text(each) in failed)
    )
    return tuple(teller.empty(each) if each.code == "E-DOC-05" else teller.retold(each) for each in told)


class _Teller:
    def __init__(self, tree: Mapping, language: str) -> None:
        self._tree, self._language = tree, language
        self._names: Names | None = None

    def text(self, finding: Finding) -> str:
        """What stands at the place of a finding, as names are compared."""
        node = node_at(self._tree, finding.path)
        return normal(str(node)) if isinstance(node, Scalar) else ""

    def retold(self, finding: Finding) -> Finding:
        owner, field, kind = _field_at(finding.path)
        if not field:
            return finding
        label = words_of_field(owner, field, self._language)[0]
        if finding.code in _LACKING:
            return self._said(finding, "lacking", {"label": label})
        node = node_at(self._tree, finding.path)
        if finding.code in _HINTS:
            return replace(finding, hint=self._advice(finding, str(node) if isinstance(node, Scalar) else ""))
        if not isinstance(node, Scalar) or kind is None:
            return finding
        if finding.code in ("E-REF-01", "E-REF-06", "E-REF-05") and kind.kinds:
            return self._reference(finding, show(str(node)), kind)
        if finding.code == "E-TYP-08":
            labels = list(vocabulary(self._language)["lists"][kind.listed].values())
            return self._choice(finding, "listed", {"text": show(str(node))}, labels)
        if finding.code == "E-TYP-11":
            return self._said(finding, "yes_no", {"text": show(str(node))})
        return finding

    def _advice(self, finding: Finding, text: str) -> str:
        """What to write instead of a date or a figure that is not understood."""
        if finding.code == "E-TYP-20":
            return say(self._language, "workbook.told.leave_empty")
        if finding.code.startswith("E-DAT") and _says_how_long(text):
            return say(self._language, "workbook.told.how_long")
        if finding.code == "E-TYP-06":
            found = column_of(finding.path)
            is_number = found is not None and found[1].kind.shape == "number"
            return say(self._language, f"workbook.told.{'no_number' if is_number else 'no_figure'}")
        readings = refusal(text).context or {} if finding.code == "E-TYP-05" else {}
        if "first" in readings:
            first, second = (dict(readings[each]) for each in ("first", "second"))
            if "less_than" in second:  # «up to 3 minutes» is a limit or a guess
                second["about"] = second.pop("less_than")
            said = {
                key: words_of(each, self._language) for key, each in (("first", first), ("second", second))
            }
            return say(self._language, "workbook.told.either", **said)
        found = column_of(finding.path)
        if found is not None:
            return comment(found[1], self._language)
        return say(self._language, f"workbook.hints.{_HINTS[finding.code]}")

    def empty(self, finding: Finding) -> Finding:
        """That there is nothing to make a document of."""
        return self._said(finding, "nothing", {})

    def _reference(self, finding: Finding, text: str, kind: Kind) -> Finding:
        if self._names is None:
            self._names = Names.of(plain(self._tree), self._language)
        labels = [name for name in self._names.labels(kind.kinds) if name]
        words = vocabulary(self._language)["kinds"]
        wanted = ", ".join(words[each] for each in kind.kinds if each in words and each not in _OWN)
        return self._choice(finding, "reference", {"text": text, "wanted": wanted}, labels)

    def _choice(self, finding: Finding, key: str, facts: dict[str, str], labels: list[str]) -> Finding:
        told = self._said(finding, key, facts)
        close = near_names(facts["text"], labels)
        hint = "near" if close else "known" if labels else "none"
        quoted = [say(self._language, "documents.changes.quoted", text=each) for each in close]
        near = f" {say(self._language, 'workbook.told.or')} ".join(quoted)
        said = say(self._language, f"workbook.told.{hint}", near=near, known=listed(labels))
        return replace(told, hint=said)

    def _said(self, finding: Finding, key: str, facts: dict[str, str]) -> Finding:
        words = vocabulary(self._language)["workbook"]["told"][key]
        message, _, hint = str(words).partition(" | ")
        return replace(finding, message=message.format(**facts), hint=hint.format(**facts))


def _says_how_long(text: str) -> bool:
    """A length or a frequency in the place of a day: «half a year», «once a year»."""
    word = " ".join(text.casefold().split())
    return bool(word in written("lengths") or word in meant("values.frequency") or duration_in(text))


_OWN = ("CustomZone", "CustomComponent")
"""Named by the kind that they are beside."""


def _field_at(path: Path) -> tuple[str, str, Kind | None]:
    """The model and field that a path ends in, and what it holds; nothing for a place the model does not know."""
    model: type[Model] | None = Project
    owner = field = ""
    kind: Kind | None = None
    for step in path:
        if isinstance(step, int):
            continue
        name = name_of_key(model, step) if model is not None else ""
        if model is None or not name:
            return "", "", None
        owner, field, kind = model.__name__, name, kind_of(model, name)
        model = kind.model
    return owner, field, kind
