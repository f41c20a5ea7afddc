"""Annexes: the sheet of agreement, and the sheet of acquaintance where the document is binding."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.compose.build import Piece, annex, columns
from conceptgen.compose.scope import Scope
from conceptgen.compose.sections.cover import approval_lines
from conceptgen.document.blocks import Cell, Column, Paragraph, Row, Table
from conceptgen.document.inline import Break, Inlines, line

_BLANK_ROWS = 12


def blocks(scope: Scope) -> Iterator[Piece]:
    """Agreements as blocks to sign; an empty sheet for the staff."""
    head = scope.project.document
    if head.agreements:
        yield annex(scope, "agreement.title")
        for approval in head.agreements:
            said = [each for each in approval_lines(scope, approval, "agree") if each]
            yield Paragraph(_stacked(said))
    if head.binding and head.binding.is_binding:
        yield annex(scope, "acquaintance.title")
        yield Paragraph(line(scope.say("acquaintance.intro")))
        heads = columns(
            scope,
            ("number", 0.4, "center"),
            ("position", 1.8),
            ("full_name", 1.8),
            ("date", 0.8),
            ("signature", 1.0),
        )
        yield Table(
            heads,
            tuple(_blank(n, heads) for n in range(1, _BLANK_ROWS + 1)),
            alt=scope.say("acquaintance.title"),
        )


def _stacked(lines: list[Inlines]) -> Inlines:
    stacked: Inlines = ()
    for each in lines:
        stacked = line(stacked, Break(), each) if stacked else each
    return stacked


def _blank(number: int, heads: tuple[Column, ...]) -> Row:
    return Row((Cell((line(str(number)),)), *(Cell(()) for _ in heads[1:])))
