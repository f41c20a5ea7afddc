"""A contribution of one participant → the part of an input that he speaks of, or findings with their places.

It is a file of its own kind, a workbook, or a whole input; what it refers to and does not define is looked for in the
input that it contributes to.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from conceptgen.findings import Finding, has_errors
from conceptgen.input import Loaded, limits
from conceptgen.input.check.integrity import check_integrity
from conceptgen.input.check.validate import validate
from conceptgen.input.files import is_workbook
from conceptgen.input.findings_report import NOWHERE, Report
from conceptgen.input.text.nodes import Mapping, Node, Scalar
from conceptgen.input.text.read import read
from conceptgen.model.naming import NAMING
from conceptgen.model.project import Project
from conceptgen.model.walk import fields_of

SCHEMA = "conceptgen-contribution/1"
_OWN = "conceptgen/1"


@dataclass(frozen=True)
class Contribution:
    """What one participant says: ``project`` holds it where there are no errors, with stand-ins for what he need not
    say: by id, ``stand_ins`` are the keys of those. ``same_as``: his ids → the ids of what they are in the other files.
    ``made_from``: what his workbook was made from, as plain data; None for a file and for a workbook that began blank.
    """

    name: str
    project: Project | None
    findings: tuple[Finding, ...]
    is_workbook: bool = False
    made_from: dict[str, Any] | None = None
    same_as: dict[str, str] = field(default_factory=dict)
    stand_ins: dict[str, tuple[str, ...]] = field(default_factory=dict)
    missing: int = 0


def read_contribution(data: bytes, name: str, base: Project) -> Contribution:
    """Read a contribution to an input. Never raises for a bad one."""
    if is_workbook(data, name):
        return _from_workbook(data, name, base)
    tree, findings = read(data, name)
    if tree is None:
        return Contribution(name, None, tuple(findings))
    checked = _checked(tree, name, base)
    found = _in_order([*findings, *checked.findings])
    project = None if has_errors(found) else checked.project
    return replace(checked, project=project, findings=found)


def _from_workbook(data: bytes, name: str, base: Project) -> Contribution:
    from conceptgen.input.workbook import read_workbook
    from conceptgen.input.workbook.retell import retell

    language = base.document.language
    book = read_workbook(data, name, language, keep_missing=True)
    if book.tree is None:
        return Contribution(name, None, tuple(book.findings), is_workbook=True)
    checked = _checked(book.tree, name, base)
    found = _in_order([*book.findings, *checked.findings])
    loaded = Loaded(name, language, checked.project, found, book.tree, workbook=book)
    return replace(
        checked,
        project=None if has_errors(found) else checked.project,
        findings=tuple(map(loaded.in_its_words, retell(found, book.tree, language))),
        is_workbook=True,
        made_from=book.base,
        missing=len(book.missing),
    )


def _checked(tree: Mapping, name: str, base: Project) -> Contribution:
    language = base.document.language
    report = Report(name, language)
    same_as = _without_hints(tree, report)
    _stand_in(tree, base)
    stand_ins = _stand_in_for_things(tree, base, same_as)
    project, findings, partial = validate(tree, name, language)
    if partial is not None:
        known = {
            partial.path(each.origin.path)
            for each in partial.project.relations.references
            if type(base.relations.by_id.get(each.names)).__name__ in each.to.kinds
        }
        for finding in check_integrity(partial, tree, name, language):
            if len(findings) > limits.FINDINGS:
                break
            if not (finding.code in ("E-REF-01", "E-REF-07") and finding.path in known):
                findings.append(finding)
    found = (*findings, *report.findings)
    return Contribution(name, project, found, same_as=same_as, stand_ins=stand_ins)


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda each: (each.line, each.column))[: limits.FINDINGS])


def _without_hints(tree: Mapping, report: Report) -> dict[str, str]:
    """Takes out what the participant says of things that others may have named: ``same_as``."""
    found: dict[str, str] = {}
    for mapping in _mappings(tree):
        said = mapping.pop("same_as", None)
        if said is None:
            continue
        if not isinstance(said, Scalar) or said.is_null:
            place = (said.line, said.column) if said is not None else NOWHERE
            report.add("E-MRG-02", place)
            continue
        own = mapping.get("id")
        if not isinstance(own, Scalar):
            own = mapping["id"] = Scalar(f"same-{len(found) + 1}", "plain", said.line, said.column)
        found[str(own).strip()] = str(said).strip()
    return found


def _mappings(node: Node) -> list[Mapping]:
    inside = node.values() if isinstance(node, Mapping) else node if isinstance(node, list) else ()
    own = [node] if isinstance(node, Mapping) else []
    return own + [each for part in inside for each in _mappings(part)]


def _stand_in(tree: Mapping, base: Project) -> None:
    """Say for the participant what every input must say: it is not his to know."""
    schema = tree.get("schema")
    if isinstance(schema, Scalar) and schema.strip() == SCHEMA:
        tree["schema"] = Scalar(_OWN, schema.kind, schema.line, schema.column)
    head = base.document
    _say(tree, "document", "title", head.title)
    _say(tree, "document", "date", "2000-01-01")
    _say(tree, "document", "language", head.language)
    _say(tree, "organization", "name", base.organization.name)
    if "chains" not in tree:
        _part(tree, "concept")
    state = base.concept.current_state if base.concept else None
    concept = tree.get("concept")
    if (
        state is not None
        and isinstance(concept, Mapping)
        and isinstance(concept.get("current_state"), Mapping)
    ):
        scale = state.scale
        for key, value in (("min", scale.min), ("max", scale.max), ("low_threshold", scale.low_threshold)):
            _say(concept["current_state"], "scale", key, format(value, "f"))


def _stand_in_for_things(tree: Mapping, base: Project, same_as: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Say of things that the base has what he who knows their id need not repeat: the name above all."""
    found: dict[str, tuple[str, ...]] = {}
    for mapping in _mappings(tree):
        own = str(mapping.get("id", "")).strip()
        item = base.relations.by_id.get(same_as.get(own, own))
        if item is None:
            continue
        lacking = {
            key: value
            for name, key, _ in fields_of(type(item))
            if key not in mapping
            and (name in NAMING or type(item).model_fields[name].is_required())
            and isinstance(value := getattr(item, name), str)
        }
        for key, value in lacking.items():
            mapping[key] = Scalar(value, "quoted", mapping.line, mapping.column)
        found[own] = tuple(lacking)
    return found


def _part(tree: Node, key: str) -> Node | None:
    """The mapping under a key, made where there is none; what is no mapping is left for the validation to tell of."""
    if not isinstance(tree, Mapping):
        return None
    if getattr(tree.get(key, Scalar("", "null", 0, 0)), "is_null", False):
        tree[key] = Mapping(0, 0)
    return tree[key]


def _say(tree: Node, part: str, key: str, value: str) -> None:
    holder = _part(tree, part)
    if isinstance(holder, Mapping) and getattr(holder.get(key, Scalar("", "null", 0, 0)), "is_null", False):
        holder[key] = Scalar(value, "quoted", 0, 0)
