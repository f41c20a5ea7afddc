"""What is used outside the hall: stickers to cut, questions to talk through one by one, a page for a first visit."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.forms import card_to_fill, started, to_fill
from conceptgen.composition.lines import quiet
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.pieces import heads, page
from conceptgen.composition.sections.kit.steps import has_stickers
from conceptgen.document.blocks import Block, Cell, Column, Row
from conceptgen.document.inline import line

STICKERS = {"yellow": "group_two", "pink": "group", "green": "group"}
"""A page of each colour, and how many of it there are to print."""
ROWS_OF_STICKERS, STICKERS_IN_A_ROW = 9, 4
"""On a page; a sticker is small enough for one cell of the large map, even before it is enlarged."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A page of stickers of each colour, the guide of a talk, the express diagnosis."""
    for colour in STICKERS if has_stickers(scope) else ():
        yield page(scope, f"kit.stickers.{colour}", _stickers(scope, colour))
    yield page(scope, "kit.interview", _interview(scope))
    yield page(scope, "kit.express", _express(scope))


def _stickers(scope: Scope, colour: str) -> Iterator[Block]:
    face = Cell((quiet(scope.say(f"kit.stickers.{colour}.face")),))
    rows = [Row((face,) * STICKERS_IN_A_ROW, height=24)] * ROWS_OF_STICKERS
    yield to_fill((Column(()),) * STICKERS_IN_A_ROW, rows, scope.say(f"kit.stickers.{colour}.title"))


def _interview(scope: Scope) -> Iterator[Block]:
    say = scope.say
    yield card_to_fill(
        [(say(f"kit.interview.{key}"), (), 11) for key in ("who", "when")], say("kit.interview.who")
    )
    columns = heads(scope, "kit.interview.columns", (2.0, 2.4))
    asked = scope.words.several("kit.interview.asked")
    rows = [started((line(f"{n}. {each}"),), columns, 13) for n, each in enumerate(asked, 1)]
    yield to_fill(columns, rows, say("kit.interview.title"))
    yield card_to_fill(
        [(each, (), 16) for each in scope.words.several("kit.interview.rest")], say("kit.interview.title")
    )


def _express(scope: Scope) -> Iterator[Block]:
    columns = heads(scope, "kit.express.columns", (3.4, 0.5, 0.5, 2.4))
    asked = scope.words.several("kit.express.asked")
    rows = [started((line(f"{n}. {each}"),), columns, 11) for n, each in enumerate(asked, 1)]
    yield to_fill(columns, rows, scope.say("kit.express.title"))
    yield card_to_fill([(scope.say("kit.express.sum"), (), 24)], scope.say("kit.express.sum"))
