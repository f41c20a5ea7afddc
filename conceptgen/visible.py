"""Text of others on its way to a screen: what would steer a terminal or turn a line round is shown as its code."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text with each control character, line end or change of direction as ``[U+001B]``."""
    return _STEERING.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def visible_lines(text: str) -> str:
    """The same for a text of several lines: its line ends stay."""
    return "\n".join(map(visible, text.split("\n")))
