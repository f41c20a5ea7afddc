"""The YAML parser, used for its events only: it builds nothing, resolves nothing and follows no alias."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

# The C parser is twenty times faster; its loader, unlike its events, would crash on deep nesting.
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def events_of(text: str) -> Iterator[Any]:
    """Events of a YAML text; raises yaml.YAMLError where it cannot go on."""
    parser = _Parser(text)
    try:
        yield from iter(parser.get_event, None)
    finally:
        parser.dispose()
