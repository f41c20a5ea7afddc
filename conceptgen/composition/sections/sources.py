"""Annex: sources, numbered as the text cites them."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bullets, h1
from conceptgen.composition.dates import date_for_brackets
from conceptgen.composition.figures import bare_number
from conceptgen.composition.lines import fill, full_stop, go_on, join
from conceptgen.composition.marks import full_text
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.legal_refs import legal_line
from conceptgen.document.inline import Inlines, line
from conceptgen.model.reference_data import Source


def blocks(scope: Scope) -> Iterator[Piece]:
    """Sources first, then legal references, in one numbering."""
    sources = scope.project.sources
    if not (sources or scope.cited_laws):
        return
    yield h1(scope, "sources.title")
    laws = [full_stop(legal_line(scope, each)) for each in scope.cited_laws]
    yield from bullets([*(_source(scope, each) for each in sources), *laws], ordered=True)


def _source(scope: Scope, source: Source) -> Inlines:
    told_kind = source.kind if source.kind != "other" else None
    kind = line(scope.label("source_kind", told_kind)) if told_kind else ()
    date = date_for_brackets(scope, source, "date") if source.date else ()
    accessed = (
        line(scope.say("sources.accessed"), " ", scope.t(source, "accessed")) if source.accessed else ()
    )
    head = join(
        [full_text(scope, source), scope.t(source, "author"), kind, date, scope.t(source, "url"), accessed]
    )
    told = join([head, _sample(scope, source)], "; ")
    return full_stop(go_on(told, scope.t(source, "quality_note")))


def _sample(scope: Scope, source: Source) -> Inlines:
    sample = source.sample
    if sample is None:
        return ()
    said = [scope.t(sample, "population"), scope.t(sample, "period")]
    # People are invited and answer; calls, cards and visits are picked and studied.
    kind = "people" if source.kind in ("survey", "interview") else "cases"
    for field in ("invited", "respondents"):
        count = bare_number(scope, sample, field)
        said.append(_counted(scope, kind, field, count, getattr(sample, field)) if count else ())
    return line(scope.say("sources.sample"), " ", join(said))


def _counted(scope: Scope, kind: str, field: str, count: Inlines, number: int) -> Inlines:
    if (kind, field) == ("people", "respondents"):
        return fill(scope.words.form("answered", number), count=count)
    return scope.tell(f"sources.{kind}.{field}", count=count)
