"""«Opinions put together»: what all say, where they differ, what one alone saw, what nobody answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import Piece, bullets, cell, columns, full_grid, row
from conceptgen.composition.paper import paper, scope_of
from conceptgen.composition.scope import Scope
from conceptgen.deliverables.formats import PAGED
from conceptgen.document.blocks import Document, Heading, Paragraph, Row, Tone
from conceptgen.document.inline import Inlines, line
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.exchange.contributions.merged import Merged
from conceptgen.exchange.contributions.settling import is_answer
from conceptgen.exchange.contributions.telling import Judged, Named, Tale, Told
from conceptgen.model.contributions import Participant
from conceptgen.pipeline import Output, look_for
from conceptgen.writers import check_formats

Unanswered = Sequence[tuple[Inlines, Inlines]]
"""What is missing where: the part, what is asked of it."""


def opinions(merged: Merged, unanswered: Unanswered) -> Document:
    """The paper, ready to write, in the language of the file."""
    scope, tale = scope_of(merged.project), Tale(merged)
    people = merged.project.contributions.participants
    about = line(scope.say("merged.about", count=len(people)))
    return paper(scope, "merged", about, _pieces(scope, tale, merged, unanswered))


_NAMED = (("kind", 1.4), ("name", 3.0), ("inside", 2.0), ("who", 1.8))
_HEADS = {
    "people": (("who", 2.4), ("way", 1.6), ("named", 1.2), ("said", 1.2)),
    "differing": (("what", 2.2), ("opinions", 3.0), ("stands", 2.2)),
    "scores": (("criterion", 2.2), ("scores", 3.4), ("median", 0.9), ("range", 0.9)),
    "single": _NAMED,
    "shared": _NAMED,
    "agreed": (("what", 2.4), ("value", 3.0), ("who", 2.2)),
    "unanswered": (("about", 2.6), ("asked", 4.0)),
}
"""The columns of each table and their shares of the width."""


def _pieces(scope: Scope, tale: Tale, merged: Merged, unanswered: Unanswered) -> Iterator[Piece]:
    differing, single = list(tale.differing()), list(tale.single())
    left = sum(not each.is_settled for each in differing)
    yield Paragraph(line(scope.say("merged.lead", open=left, single=len(single))), "lead")
    yield from _table(scope, "people", list(_people(scope, merged)))
    yield from _table(scope, "differing", [_differing(scope, each) for each in differing])
    yield from _table(scope, "scores", [_judged(scope, tale, each) for each in tale.judged()])
    yield from _table(scope, "single", [_named(each) for each in single])
    yield from _near(scope, tale)
    yield from _table(scope, "shared", [_named(each) for each in tale.shared()])
    yield from _table(scope, "agreed", [_agreed(each) for each in tale.agreed()])
    yield from _table(scope, "unanswered", _unanswered(unanswered))


def _table(scope: Scope, key: str, rows: list[Row]) -> Iterator[Piece]:
    """A section of one table; nothing where there is nothing to say."""
    if rows:
        yield Heading(1, line(scope.say(f"merged.{key}.title")), "front")
        yield Paragraph(line(scope.say(f"merged.{key}.lead")), "intro")
        yield from full_grid(scope, f"merged.{key}", columns(scope, *_HEADS[key], of="merged.columns"), rows)


def _people(scope: Scope, merged: Merged) -> Iterator[Row]:
    points, things = merged.settled.points, merged.things
    for each in merged.project.contributions.participants:
        named = sum(each.id in thing.named_by for _, thing in things if thing.is_new)
        said = sum(each.id in point.opinions and is_answer(point) for point in points)
        yield row(
            cell(line(each.name), _position(scope, each)),
            cell(line(scope.label("contribution_mode", each.mode)) if each.mode else (), scope.date(each)),
            cell(line(str(named))),
            cell(line(str(said))),
        )


def _position(scope: Scope, participant: Participant) -> Inlines:
    role = scope.who(participant, "role")
    name = "".join(getattr(each, "text", "") for each in role)
    return line(participant.position or "") if not role else role if name != participant.name else ()


def _differing(scope: Scope, told: Told) -> Row:
    said = [line(f"{who or scope.say('merged.file')}: {words}") for who, words in told.opinions]
    key = "settled" if told.is_settled else "open" if told.stands else "empty"
    state = scope.say(f"merged.stands.{key}", value=told.stands)
    tone: Tone = "none" if told.is_settled else "low"
    return row(cell(line(told.place)), cell(*said), cell(line(state), line(told.reason), tone=tone))


def _judged(scope: Scope, tale: Tale, judged: Judged) -> Row:
    number = scope.words.number
    said = "; ".join(
        f"{who or scope.say('merged.unnamed')} — {number(value)}" for who, value in judged.scores
    )
    low, high = judged.range
    round_ = line(tale.named(judged.round)) if judged.round else ()
    return row(
        cell(line(judged.criterion.name), round_),
        cell(line(said)),
        cell(line(number(judged.median))),
        cell(line(number(low) if low == high else f"{number(low)}–{number(high)}")),
    )


def _named(named: Named) -> Row:
    return row(
        cell(line(named.kind)),
        cell(line(named.name)),
        cell(line(named.inside)),
        cell(line(", ".join(named.by))),
    )


def _agreed(told: Told) -> Row:
    who = ", ".join(name for name, _ in told.opinions if name)
    return row(cell(line(told.place)), cell(line(told.stands)), cell(line(who)))


def _near(scope: Scope, tale: Tale) -> Iterator[Piece]:
    lines = [
        line(scope.say("merged.near.line", who=who, said=said, known=known))
        for who, said, known, _ in tale.near()
    ]
    if lines:
        yield Heading(1, line(scope.say("merged.near.title")), "front")
        yield Paragraph(line(scope.say("merged.near.lead")), "intro")
        yield from bullets(lines)


def _unanswered(unanswered: Unanswered) -> list[Row]:
    """One row a part."""
    found: dict[Inlines, list[Inlines]] = {}
    for about, asked in unanswered:
        found.setdefault(about, []).append(asked)
    return [row(cell(about), cell(*asked)) for about, asked in found.items()]


def reports(
    merged: Merged, unanswered: Unanswered, stem: str, formats: tuple[str, ...], look: Look = DEFAULT_LOOK
) -> Iterator[Output]:
    """«Opinions put together» in each format."""
    check_formats(formats, merged.project.document.language, PAGED)
    document, look = opinions(merged, unanswered), look_for(merged.project, look)
    for format in formats:
        yield Output(f"{stem}-opinions.{format}", format, "", document, look)
