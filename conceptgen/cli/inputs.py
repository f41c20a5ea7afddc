"""An input as the command line names it: a file, or «-» for the standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from conceptgen.cli import words
from conceptgen.files import shown
from conceptgen.load import Loaded, load
from conceptgen.load.limits import BYTES


def read(name: str) -> Loaded:
    """Load an input; messages about a file that cannot be opened are in the language of the locale."""
    if name != "-":
        return load(Path(name), shown(name), language=words.language())
    # One byte over the limit is enough to be refused.
    data = sys.stdin.buffer.read(BYTES + 1) if sys.stdin is not None else b""
    return load(data, "stdin")
