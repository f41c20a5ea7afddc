"""What the sheets of the kit share: a page with its title and how to go about it, tables whose heads are words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conceptgen.composition.builders import Fresh
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Column, Heading, Paragraph
from conceptgen.document.inline import line
from conceptgen.model.session import Session


def session_of(scope: Scope) -> Session:
    """What the input tells of the session; an empty one where it tells nothing."""
    return scope.project.session or Session.empty()


def page(scope: Scope, key: str, blocks: Iterable[Block], number: int | None = None) -> Fresh:
    """A sheet on a page of its own: «Б3. Карточка точки касания», how it is filled in, then its tables."""
    field = "title" if number is None else "name"
    sign = "" if number is None else f"{sheet_sign(scope, number)}. "
    return Fresh(
        (
            Heading(1, line(f"{sign}{scope.say(f'{key}.{field}')}")),
            Paragraph(
                line(scope.say(f"{key}.how", threshold=scope.words.number(scope.state.scale.low_threshold)))
            ),
            *blocks,
        )
    )


def sheet_sign(scope: Scope, number: int) -> str:
    """«Б3»."""
    return scope.say("kit.sheet", number=number)


def heads(scope: Scope, key: str, weights: Sequence[float]) -> tuple[Column, ...]:
    """Columns with the words of a list for heads; narrow ones in the middle."""
    words = scope.words.several(key)
    return tuple(
        Column(line(word), weight, "center" if weight < 1 else "left")
        for word, weight in zip(words, weights, strict=True)
    )
