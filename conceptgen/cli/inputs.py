"""An input as the command line names it: a file, or «-» for the standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from conceptgen.cli import words
from conceptgen.files import display_name
from conceptgen.input import Loaded, load
from conceptgen.input.files import read_file
from conceptgen.input.limits import BYTES


def read(name: str, brand: str = "") -> Loaded:
    """Load an input; messages about a file that cannot be opened are in the language of the locale."""
    return read_with_data(name, brand)[0]


def read_with_data(name: str, brand: str = "") -> tuple[Loaded, bytes]:
    """Load an input and keep its bytes, read once: what goes along with a document is what it was made from.

    ``brand`` is the file of a brand in place of the input's own, "" for none.
    """
    given = brand or None
    if name == "-":
        # One byte over the limit is enough to be refused.
        data = sys.stdin.buffer.read(BYTES + 1) if sys.stdin is not None else b""
        return load(data, "stdin", brand=given), data
    found, _ = read_file(name)
    if found is None:
        return load(Path(name), display_name(name), language=words.language()), b""
    return load(found, display_name(name), folder=Path(name).parent, brand=given), found
