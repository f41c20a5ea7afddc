"""What only the whole input can tell: ids are unique, references resolve and run in no circle, scores fit the scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from conceptgen.findings import Finding
from conceptgen.input.check.doubtful_counts import doubtful_counts
from conceptgen.input.check.make_finding import make_finding
from conceptgen.input.check.partial import Partial
from conceptgen.input.check.suggestions import Suggestions
from conceptgen.input.check.written_ids import Written
from conceptgen.input.text.nodes import Mapping, Node, Scalar, Sequence, locate
from conceptgen.languages import vocabulary
from conceptgen.model.assessment import Criterion, Scale
from conceptgen.model.base import Figure
from conceptgen.model.chain import FEELINGS, Stage, Touchpoint
from conceptgen.model.organization import Department
from conceptgen.model.programme import Action
from conceptgen.model.project import Project
from conceptgen.model.references import UNKNOWN
from conceptgen.model.relations import built_in
from conceptgen.origin import Path

Tell = Callable[..., Finding]
_FEELING = Scale.empty().model_copy(update=dict(zip(("min", "max"), FEELINGS, strict=True)))


def check_integrity(partial: Partial, tree: Mapping, name: str, language: str) -> Iterator[Finding]:
    """All findings about ids, references, circles and scores. ``tree`` gives places and every id ever written."""

    def say(code: str, path: Path, *, key: bool = False, **facts: Any) -> Finding:
        written = partial.path(path)
        return make_finding(code, facts, language, name, locate(tree, written, key=key), written)

    project, ids = partial.project, list(_ids(tree, ()))
    yield from _double_ids(
        ids, lambda code, path, **facts: make_finding(code, facts, language, name, locate(tree, path), path)
    )
    yield from _references(project, Written([value.strip() for _, value in ids]), language, say)
    yield from _circles(project, say)
    yield from _scores(project, say)
    yield from doubtful_counts(project, tree, say)


def _ids(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    """Every id defined in the file; the id of a citation is a reference."""
    if isinstance(node, Mapping):
        own = node.get("id")
        if isinstance(own, Scalar) and not own.is_null and "source" not in path[-2:]:
            yield (*path, "id"), own
        for key, value in node.items():
            if not isinstance(value, Scalar):
                yield from _ids(value, (*path, key))
    elif isinstance(node, Sequence):
        for index, value in enumerate(node):
            if not isinstance(value, Scalar):
                yield from _ids(value, (*path, index))


def _double_ids(ids: list[tuple[Path, Scalar]], say: Tell) -> Iterator[Finding]:
    first: dict[str, Scalar] = {}
    for path, value in ids:
        id_ = value.strip()
        if built_in(id_) or id_ == UNKNOWN:
            yield say("E-REF-08", path, id=id_, ids=(id_,))
        elif id_ in first:
            yield say("E-REF-02", path, id=id_, line=first[id_].line, ids=(id_,))
        else:
            first[id_] = value


def _references(project: Project, written: Written, language: str, say: Tell) -> Iterator[Finding]:
    relations, likeness = project.relations, Suggestions(project, language)
    kinds = vocabulary(language)["kinds"]
    for ref in relations.references:
        named = relations.by_id.get(ref.names)
        kind = type(named).__name__ if named is not None else built_in(ref.names)
        if kind in ref.to.kinds or written.is_told_of(ref.names, is_resolved=bool(kind)):
            continue
        facts: dict[str, Any] = {
            "id": ref.names,
            "ids": (ref.names,),
            "key": isinstance(getattr(ref.holder, ref.field), dict),
        }
        wanted = ", ".join(kinds[each] for each in ref.to.kinds)
        if kind:
            yield say("E-REF-07", ref.origin.path, **facts, wanted=wanted, **{"is": likeness.kind(kind)})
        else:
            if meant := likeness.named(ref):
                facts["mended"] = ref.names, meant
            yield say("E-REF-01", ref.origin.path, **facts, wanted=wanted, hint=likeness.hint(ref))


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
            path = (*relations.origins[id(relations.by_id[circle[0]])].path, field)
            if field == "depends_on":
                path += (graph[circle[0]].index(circle[1 % len(circle)]),)
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
    scale = state.scale if state else Scale.empty()
    answered = {each.id: each.respondents or 0 for each in state.rounds} if state else {}
    for place in project.relations.places:
        part, path = place.part, place.origin.path
        if isinstance(part, Criterion):
            yield from _outside(part.id, [((*path, "target"), part.target)], scale, say)
            yield from _outside(part.id, _values((*path, "scores"), part.scores), scale, say)
            yield from _double_scores(part, path, answered, say)
        elif isinstance(part, Touchpoint):
            yield from _outside(part.id, _values((*path, "scores"), part.scores), scale, say)
        elif isinstance(part, Stage):
            yield from _outside(part.id, _values((*path, "emotion"), part.emotion), _FEELING, say)


def _values(path: Path, scores: Iterable[Figure]) -> Iterator[tuple[Path, Decimal | None]]:
    for index, score in enumerate(scores):
        for form in ("value", "target", "min", "max", "at_least", "at_most", "about"):
            yield (*path, index, form), getattr(score, form, None)


def _outside(
    id_: str | None, values: Iterable[tuple[Path, Decimal | None]], scale: Scale, say: Tell
) -> Iterator[Finding]:
    ids = (id_,) if id_ else ()
    for path, value in values:
        if value is None:
            continue
        if not scale.min <= value <= scale.max:
            variant = "feeling" if scale is _FEELING else ""
            yield say("E-ASM-01", path, value=value, min=scale.min, max=scale.max, variant=variant, ids=ids)
        elif (
            scale.step
            and path[-1] != "about"
            and (Fraction(value) - Fraction(scale.min)) % Fraction(scale.step)
        ):
            yield say("E-ASM-05", path, value=value, step=scale.step, ids=ids)


def _double_scores(
    criterion: Criterion, path: Path, answered: dict[str | None, int], say: Tell
) -> Iterator[Finding]:
    """Of one assessor; those without a name may be as many as answered in the round."""
    unnamed = Counter(score.round for score in criterion.scores if not score.assessor)
    seen: set[tuple[str | None, str | None]] = set()
    for index, score in enumerate(criterion.scores):
        key = (score.round, score.assessor)
        is_anonymous = not score.assessor and unnamed[score.round] <= answered.get(score.round, 0)
        if key in seen and not is_anonymous:
            ids = tuple(id_ for id_ in (criterion.id, *key) if id_)
            facts = {"assessor": score.assessor or "—", "round": score.round or "—", "ids": ids}
            yield say("E-ASM-06", (*path, "scores", index), **facts)
        seen.add(key)
