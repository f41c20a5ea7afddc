"""What the sheets of the kit share: a page with its title and how to go about it, tables whose heads are words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conceptgen.composition.builders import Fresh, Wide
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Column, Heading, Paragraph, Sheet
from conceptgen.document.inline import Inlines, line
from conceptgen.model.session import Session


def session_of(scope: Scope) -> Session:
    """What the input tells of the session; an empty one where it tells nothing."""
    return scope.project.session or Session.empty()


def page(
    scope: Scope, key: str, blocks: Iterable[Block], number: int | None = None, *, wide: Sheet | None = None
) -> Fresh | Wide:
    """A sheet on a page of its own: «Б3. Карточка точки касания», how it is filled in, whose it is, then its tables.

    ``wide``: on its side, on this paper.
    """
    field = "title" if number is None else "name"
    sign = "" if number is None else f"{sheet_sign(scope, number)}. "
    how = scope.say(f"{key}.how", threshold=scope.words.number(scope.state.scale.low_threshold))
    whose = [] if number is None else [Paragraph(_whose(scope), "intro")]
    told = (Heading(1, line(f"{sign}{scope.say(f'{key}.{field}')}")), Paragraph(line(how)), *whose, *blocks)
    return Fresh(told) if wide is None else Wide(told, new_page=True, sheet=wide)


def _whose(scope: Scope) -> Inlines:
    """«Группа ____ Этап ____ Дата ____»; the names of the groups to circle, where they are known."""
    groups = [scope.t(each, "name") for each in session_of(scope).groups]
    if groups:
        return scope.tell("kit.whose_known", groups=join(groups, "  /  "))
    return line(scope.say("kit.whose"))


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
