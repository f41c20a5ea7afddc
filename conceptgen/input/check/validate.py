"""Nodes → Project. Every refusal of a value becomes a finding; what is left is checked on as far as it goes."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from conceptgen.findings import Finding
from conceptgen.input import limits
from conceptgen.input.check.explain import Explainer
from conceptgen.input.check.make_finding import make_finding
from conceptgen.input.check.partial import Partial, node_at, without_refused
from conceptgen.input.text.nodes import Mapping, Node, Scalar, Sequence
from conceptgen.model.project import Project
from conceptgen.origin import Path

_LAYERS = 5
"""How often keys are taken for others; one slip in a part that another slip hides is found in the second layer."""
_Note = tuple[str, Scalar, dict[str, object]]


def validate(tree: Mapping, name: str, language: str) -> tuple[Project | None, list[Finding], Partial | None]:
    """Validate a tree.

    Gives the project (or None), the findings, and what could be validated at all, so that ids and references can be
    checked in the same run. A key that was meant for another one is taken for that one, in the tree too: what its
    mending would bring to light is told at once.
    """
    told: dict[tuple[str, int, int], Finding] = {}
    for _ in range(_LAYERS):
        notes: list[_Note] = []
        rest = without_nulls(tree)
        try:
            project = Project.model_validate(rest, context=notes)
        except ValidationError as refused:
            errors = refused.errors(include_url=False)
        else:
            found = [*told.values(), *_notes(notes, rest, name, language)]
            return None if told else project, found, Partial(project, rest, {})
        explainer = Explainer(rest, name, language)
        for finding in map(explainer.explain, errors[: limits.FINDINGS + 1]):
            told.setdefault((finding.code, finding.line, finding.column), finding)
        if not explainer.renames:
            break
        for path, key in explainer.renames:
            rename(tree, path, key)
    return None, [*told.values(), *_notes(notes, rest, name, language)], without_refused(rest, errors)


def _notes(notes: list[_Note], tree: Mapping, name: str, language: str) -> list[Finding]:
    paths = {id(value): path for path, value in _scalars(tree, ())} if notes else {}
    told = {id(value): (code, value, facts) for code, value, facts in notes if id(value) in paths}
    return [
        make_finding(code, _mended(value, facts), language, name, (value.line, value.column), paths[key])
        for key, (code, value, facts) in told.items()
    ]


def _mended(value: Scalar, facts: dict[str, object]) -> dict[str, object]:
    """A note tells how a value was read: so it may be written."""
    return facts | {"mended": (str(value), facts["read_as"])}


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


def rename(tree: Mapping, path: Path, key: str) -> None:
    """Give a value of the tree another key, in its old place; nothing where the key is taken."""
    holder, old = node_at(tree, path[:-1]), path[-1]
    if not isinstance(holder, Mapping) or key in holder or old not in holder:
        return
    holder.keys_at[key] = holder.keys_at.get(str(old), (holder.line, holder.column))
    entries = [(key if each == old else each, value) for each, value in holder.items()]
    holder.clear()
    holder.update(entries)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null
