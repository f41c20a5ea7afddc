"""One slide: a message for a title, what shows it, and what the speaker should know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conceptgen.composition.lines import without_full_stop
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Chart, Heading, Paragraph, Part
from conceptgen.document.inline import Inlines, line, plain

LONGEST = 130
"""Letters of a message that can be read at a glance: two lines of large type."""


def slide(key: str, title: Inlines, blocks: Iterable[Block], notes: Iterable[Inlines] = ()) -> Part:
    """A slide of a section; what a chart shows is told in words in its notes."""
    shown = tuple(blocks)
    told = [*notes, *(line(each.alt) for each in shown if isinstance(each, Chart))]
    return Part(
        (Heading(1, title, "front"), *shown, *(Paragraph(each, "note") for each in told if each)), key=key
    )


def message(scope: Scope, key: str, *found: Inlines) -> Inlines:
    """The first message that is short enough: the author's own, what was found, else the name of the section."""
    own = getattr(scope.concept.messages, key, None)
    said = [without_full_stop(scope.t(own, "headline")), *found]
    return next((each for each in said if each and len(plain(each)) <= LONGEST), ())


def bare(chart: Chart) -> Chart:
    """A chart without caption and number: its slide says what it shows."""
    return replace(chart, caption=(), anchor="", small=False)
