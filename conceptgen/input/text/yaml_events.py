"""The YAML parser, used for its events only: it builds nothing, resolves nothing and follows no alias."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

import yaml

from conceptgen.input import limits
from conceptgen.input.text.brackets import end_of_allowed_depth

# The C parser is twenty times faster; its loader, unlike its events, would crash on deep nesting.
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def events_of(text: str) -> Iterator[Any]:
    """Events of a YAML text; raises yaml.YAMLError where it cannot go on.

    Some parsers refuse deep nesting by a limit of their own, before they tell of the first bracket. What to say of
    it is ours: such a text is read again, cut where it goes deeper than we allow, so that the reader sees it happen.
    """
    count, end = 0, 0
    try:
        for event in _parsed(text):
            count, end = count + 1, event.end_mark.index
            yield event
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        cut = end_of_allowed_depth(text, end, mark.index if mark else len(text), limits.DEPTH)
        if cut is not None:
            with suppress(yaml.YAMLError):
                yield from islice(_parsed(text[:cut]), count, None)
        raise


def _parsed(text: str) -> Iterator[Any]:
    parser = _Parser(text)
    try:
        yield from iter(parser.get_event, None)
    finally:
        parser.dispose()
