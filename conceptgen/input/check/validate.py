"""Nodes → Project. Every refusal of a value becomes a finding; what is left is checked on as far as it goes."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from conceptgen.findings import Finding
from conceptgen.input import limits
from conceptgen.input.check.explain import Explainer
from conceptgen.input.check.make_finding import make_finding
from conceptgen.input.check.partial import Partial, without_refused
from conceptgen.input.text.nodes import Mapping, Node, Scalar, Sequence
from conceptgen.model.project import Project
from conceptgen.origin import Path

_Note = tuple[str, Scalar, dict[str, object]]


def validate(tree: Mapping, name: str, language: str) -> tuple[Project | None, list[Finding], Partial | None]:
    """Validate a tree.

    Gives the project (or None), the findings, and what could be validated at all, so that ids and references can be
    checked in the same run.
    """
    notes: list[_Note] = []
    rest = without_nulls(tree)
    try:
        project = Project.model_validate(rest, context=notes)
    except ValidationError as refused:
        errors = refused.errors(include_url=False)
        explainer = Explainer(rest, name, language)
        findings = [explainer.explain(error) for error in errors[: limits.FINDINGS + 1]]
        findings += _notes(notes, rest, name, language)
        return None, findings, without_refused(rest, errors)
    return project, _notes(notes, rest, name, language), Partial(project, rest, {})


def _notes(notes: list[_Note], tree: Mapping, name: str, language: str) -> list[Finding]:
    paths = {id(value): path for path, value in _scalars(tree, ())} if notes else {}
    told = {id(value): (code, value, facts) for code, value, facts in notes if id(value) in paths}
    return [
        make_finding(code, facts, language, name, (value.line, value.column), paths[key])
        for key, (code, value, facts) in told.items()
    ]


def _scalars(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
        return
    for step, value in node.items() if isinstance(node, Mapping) else enumerate(node):
        yield from _scalars(value, (*path, step))


def without_nulls(node: Mapping) -> Mapping:
    """A copy without empty values: absent in a mapping, an empty text in a list, whose order they keep."""
    mapping = Mapping(node.line, node.column)
    mapping.keys_at = node.keys_at
    mapping.update((key, _copy(value)) for key, value in node.items() if not _is_null(value))
    return mapping


def _copy(node: Node) -> Node:
    if isinstance(node, Mapping):
        return without_nulls(node)
    if isinstance(node, Sequence):
        sequence = Sequence(node.line, node.column)
        sequence.extend(map(_copy, node))
        return sequence
    return Scalar("", "null", node.line, node.column) if node.is_null else node


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null
