"""What only the whole input can tell: ids are unique, references resolve and run in no circle, scores fit the scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from conceptgen.findings import Finding
from conceptgen.languages import vocabulary
from conceptgen.load.keys import nearest
from conceptgen.load.nodes import Mapping, Node, Scalar, Sequence, locate
from conceptgen.load.telling import tell
from conceptgen.model.assessment import Criterion, Scale
from conceptgen.model.base import Figure, Item
from conceptgen.model.chain import Stage, Touchpoint
from conceptgen.model.concept import Action
from conceptgen.model.organization import Department
from conceptgen.model.project import Project
from conceptgen.model.relations import BUILT_IN, built_in
from conceptgen.model.walk import Reference, parts, references
from conceptgen.origin import Path

Tell = Callable[..., Finding]


def check_integrity(project: Project, tree: Mapping, name: str, language: str) -> list[Finding]:
    """All findings about ids, references, circles and scores. ``tree`` gives places and every id ever written."""

    def say(code: str, path: Path, **facts: Any) -> Finding:
        return tell(code, facts, language, name, locate(tree, path), path)

    written = list(_ids(tree, ()))
    return [
        *_double_ids(written, say),
        *_references(project, {str(value) for _, value in written}, language, say),
        *_circles(project, say),
        *_scores(project, say),
    ]


def _ids(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    """Every id defined in the file; the id of a citation is a reference."""
    if isinstance(node, Mapping):
        own = node.get("id")
        if isinstance(own, Scalar) and "source" not in path[-2:]:
            yield (*path, "id"), own
        for key, value in node.items():
            yield from _ids(value, (*path, key))
    elif isinstance(node, Sequence):
        for index, value in enumerate(node):
            yield from _ids(value, (*path, index))


def _double_ids(written: list[tuple[Path, Scalar]], say: Tell) -> Iterator[Finding]:
    first: dict[str, Scalar] = {}
    for path, value in written:
        if built_in(value):
            yield say("E-REF-08", path, id=value, ids=(str(value),))
        elif value in first:
            yield say("E-REF-02", path, id=value, line=first[value].line, ids=(str(value),))
        else:
            first[str(value)] = value


def _references(project: Project, written: set[str], language: str, say: Tell) -> Iterator[Finding]:
    by_id = {p.part.id: p.part for p in parts(project) if isinstance(p.part, Item) and p.part.id}
    kinds = vocabulary(language)["kinds"]
    for ref in references(project):
        wanted = ", ".join(kinds[kind] for kind in ref.to.kinds if kind in kinds)
        named = by_id.get(ref.names)
        kind = type(named).__name__ if named is not None else built_in(ref.names)
        if kind in ref.to.kinds or (not kind and ref.names in written):
            continue
        if kind:
            facts = {"id": ref.names, "is": kinds.get(kind, kind), "wanted": wanted}
            yield say("E-REF-07", ref.origin.path, **facts, ids=(ref.names,))
        else:
            hint = _nearest_id(ref, by_id, language)
            yield say("E-REF-01", ref.origin.path, id=ref.names, wanted=wanted, hint=hint, ids=(ref.names,))


def _nearest_id(ref: Reference, by_id: dict[str, Item], language: str) -> str:
    fitting = {key: item for key, item in by_id.items() if type(item).__name__ in ref.to.kinds}
    ids = [*fitting, *(id_ for kind in ref.to.kinds for id_ in BUILT_IN.get(kind, ()))]
    labels = {
        str(getattr(item, "name", "") or getattr(item, "text", "")).casefold(): k
        for k, item in fitting.items()
    }
    near = nearest(ref.names, ids) or labels.get(nearest(ref.names, list(labels)), "")
    words = vocabulary(language)["validation"]["E-REF-01"]
    if near:
        return str(words["near"]).format(near=near)
    known = ", ".join(ids[:8]) + ("…" if len(ids) > 8 else "")
    return str(words["known"]).format(known=known) if ids else str(words["none"])


def _circles(project: Project, say: Tell) -> Iterator[Finding]:
    relations = project.relations
    before: dict[str, tuple[str, ...]] = {}
    above: dict[str, tuple[str, ...]] = {}
    for key, item in relations.by_id.items():
        if isinstance(item, Action):
            before[key] = item.depends_on
        elif isinstance(item, Department) and item.parent:
            above[key] = (item.parent,)
    for graph, field in ((before, "depends_on"), (above, "parent")):
        for circle in _circles_in(graph):
            item = relations.by_id[circle[0]]
            path = (*relations.origins[id(item)].path, field)
            yield say("E-REF-03", path, circle=" → ".join((*circle, circle[0])), ids=circle)


def _circles_in(graph: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Each circle once, found by walking with a colour for every node; no recursion, so depth is no limit."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in graph:
        trail: list[str] = []
        stack: list[tuple[str, Iterator[str]]] = [(start, iter((start,)))]
        while stack:
            step = next(stack[-1][1], None)
            if step is None:
                node, _ = stack.pop()
                if trail and trail[-1] == node and stack:
                    done.add(trail.pop())
            elif step in trail:
                found.append(tuple(trail[trail.index(step) :]))
            elif step not in done:
                trail.append(step)
                stack.append((step, iter(graph.get(step, ()))))
    return found


def _scores(project: Project, say: Tell) -> Iterator[Finding]:
    state = project.concept.current_state if project.concept else None
    scale = state.scale if state else Scale()
    for place in parts(project):
        part, path = place.part, place.origin.path
        if isinstance(part, Criterion):
            yield from _outside([((*path, "target"), part.target)], scale, say)
            yield from _outside(_values((*path, "scores"), part.scores), scale, say)
            yield from _double_scores(part, path, say)
        elif isinstance(part, Touchpoint):
            yield from _outside(_values((*path, "scores"), part.scores), scale, say)
        elif isinstance(part, Stage):
            feeling = Scale(min=Decimal(1), max=Decimal(5))
            yield from _outside(_values((*path, "emotion"), part.emotion), feeling, say)


def _values(path: Path, scores: Iterable[Figure]) -> Iterator[tuple[Path, Decimal | None]]:
    for index, score in enumerate(scores):
        yield (*path, index, "value"), score.value
        yield (*path, index, "target"), getattr(score, "target", None)


def _outside(values: Iterable[tuple[Path, Decimal | None]], scale: Scale, say: Tell) -> Iterator[Finding]:
    for path, value in values:
        if value is not None and not scale.min <= value <= scale.max:
            yield say("E-ASM-01", path, value=value, min=scale.min, max=scale.max)
        elif value is not None and scale.step and (value - scale.min) % scale.step:
            yield say("E-ASM-05", path, value=value, step=scale.step)


def _double_scores(criterion: Criterion, path: Path, say: Tell) -> Iterator[Finding]:
    seen: set[tuple[str | None, str | None]] = set()
    for index, score in enumerate(criterion.scores):
        key = (score.round, score.assessor)
        if key in seen:
            yield say(
                "E-ASM-06", (*path, "scores", index), round=score.round or "", assessor=score.assessor or ""
            )
        seen.add(key)
