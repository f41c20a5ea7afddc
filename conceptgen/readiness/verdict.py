"""1. Is it ready for approval? One sentence, then each document to be made and what stops it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from conceptgen.composition.builders import Piece, cell, columns, grid, h1, row
from conceptgen.composition.lines import quiet, strong
from conceptgen.composition.scope import Scope
from conceptgen.deliverables.kinds import KINDS
from conceptgen.document.blocks import Cell, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.findings import Severity
from conceptgen.readiness.judgement import Gate, Judgement, Remark

_COUNTED: tuple[Severity, ...] = ("error", "warning", "advice")
_NAMED = 6
"""More kinds of what stops a document are counted, not named."""


def blocks(scope: Scope, judgement: Judgement) -> Iterator[Piece]:
    """True if each document may go out now, and for approval."""
    yield h1(scope, "readiness.verdict.title")
    yield Paragraph(line(sentence(scope, judgement)), "lead")
    yield Paragraph(line(scope.say("readiness.verdict.meaning")))
    heads = columns(
        scope, ("document", 2.2), ("status", 1.2), ("now", 2.4), ("at_approval", 3.2), of="readiness.columns"
    )
    yield from grid(scope, "readiness.gates", heads, [_row(scope, gate) for gate in judgement.gates])


def sentence(scope: Scope, judgement: Judgement) -> str:
    """«К утверждению: не готово — 4 ошибки, 7 предупреждений»."""
    plural = scope.words.plural
    told = [plural(f"remark_{kind}", number) for kind in _COUNTED if (number := judgement.count(kind))]
    key = "not_ready" if judgement.count("error") else "remarks" if told else "ready"
    return scope.say(f"readiness.verdict.{key}", counts=", ".join(told))


def _row(scope: Scope, gate: Gate) -> Row:
    return row(
        cell(*_name(scope, gate)),
        cell(line(scope.label("status", gate.status))),
        _stops(scope, gate.now, "open"),
        _stops(scope, gate.at_approval, "ready"),
    )


def _name(scope: Scope, gate: Gate) -> Iterator[Inlines]:
    document, variant = scope.say(f"properties.{gate.document}"), scope.label("variant", gate.variant)
    yield line(document, quiet(f" ({variant})"))
    if gate.chain is not None and KINDS[gate.document].per_report:
        yield scope.t(scope.project.progress[gate.chain], "as_of")
    elif gate.chain is not None:
        yield scope.t(scope.project.chains[gate.chain], "name")


def _stops(scope: Scope, stopping: tuple[Remark, ...], free: str) -> Cell:
    """What stops it, each kind once with its number."""
    if not stopping:
        return cell(line(scope.say(f"readiness.gates.{free}")), tone="good")
    kinds = Counter(each.title for each in stopping)
    told = [line(title, f" ({number})" if number > 1 else "") for title, number in kinds.items()]
    rest = len(told) - _NAMED
    more = [line(scope.say("readiness.and_more", count=rest))] if rest > 0 else []
    total = line(scope.words.plural("remark_error", len(stopping)), ":")
    return cell(strong(total), *told[:_NAMED], *more, tone="low")
