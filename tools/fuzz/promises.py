"""What holds of every finding and of every line that is said, whatever was given."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conceptgen.findings import Finding
from conceptgen.input import Loaded

_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_UNFILLED = re.compile(
    r": \.|\?×\?|Traceback|<class |object at 0x|\{(known|name|text|message|reason|from)\}(?!»)"
)


def hold(loaded: Loaded, reviewed: Iterable[Finding] = ()) -> None:
    """What cannot be used has an error that says why and where; every finding is one plain line."""
    found = (*loaded.findings, *reviewed)
    if loaded.project is None:
        assert any(each.severity == "error" for each in loaded.findings), "no project, and no error"
    for each in found:
        plain(str(each))
        assert "\n" not in str(each), f"two lines: {each}"
        assert each.message
        assert not _NOTHING.search(each.hint), f"a list of nothing: {each}"
        assert not _ECHO.search(each.hint), f"advice that repeats the input: {each}"
        assert not _UNFILLED.search(_QUOTED.sub("«…»", each.message)), each


_NOTHING = re.compile(r"(допустимы|есть|например|allowed here|there (is|are)):?[ .]*$", re.IGNORECASE)
_ECHO = re.compile(r"вместо «([^»]+)» напишите «\1»|instead of “([^”]+)” write “\2”", re.IGNORECASE)
_QUOTED = re.compile("«[^»]*»|“[^”]*”")


def plain(said: str) -> None:
    """Nothing steers a terminal."""
    assert not _STEERING.search(said), f"a control character: {said!r}"
