"""No-break and other odd spaces where structure is expected: reported once, then read as common spaces."""

from __future__ import annotations

import re
from bisect import bisect_right

import yaml

from conceptgen.input.findings_report import Report, name_of
from conceptgen.input.text.characters import ODD_IN_KEY, ODD_PLACE, ODD_SPACES
from conceptgen.input.text.source import Source
from conceptgen.input.text.yaml_events import events_of

_EFFORT = 3_000_000


def straighten(source: Source, report: Report) -> Source:
    """Replace odd spaces that stand for indentation or follow a colon, outside quoted and block texts."""
    if not source.has_any_of(ODD_SPACES):
        return source
    offsets: list[int] = []
    straight = source
    for _ in range(max(1, min(10, _EFFORT // (len(source.text) + 1)))):
        guilty = _guilty(straight.text)
        if not guilty:
            break
        offsets += [match.start() for match in guilty]
        straight = straight.replaced(_with_common_spaces(straight.text, guilty))
    if offsets and (odd := ODD_IN_KEY.search(source.text, min(offsets))):
        at = source.place(odd.start())
        report.add("E-YML-10", at, "indent", character=name_of(odd[0]), count=len(offsets))
    return straight


def _guilty(text: str) -> list[re.Match[str]]:
    if not ODD_PLACE.search(text):
        return []
    spans, reached = _texts(text)
    matches = (match for match in ODD_PLACE.finditer(text) if match.start() <= reached)
    return [match for match in matches if not _covered(spans, match.start())]


def _texts(text: str) -> tuple[list[tuple[int, int]], int]:
    """Where quoted and block texts of several lines stand, and how far the parser came."""
    spans: list[tuple[int, int]] = []
    reached = 0
    try:
        for event in events_of(text):
            start, reached = event.start_mark.index, event.end_mark.index
            if getattr(event, "style", None) and "\n" in text[start:reached]:
                spans.append((start, reached))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return spans, mark.index if mark else reached
    return spans, len(text)


def _covered(spans: list[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(spans, (offset, len(spans))) - 1
    return at >= 0 and spans[at][0] < offset < spans[at][1]


def _with_common_spaces(text: str, matches: list[re.Match[str]]) -> str:
    letters = list(text)
    for match in matches:
        letters[match.start() : match.end()] = ODD_IN_KEY.sub(" ", match[0])
    return "".join(letters)
