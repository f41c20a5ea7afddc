"""What a writer warns of while it writes, kept apart from what its libraries print by themselves."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO


@contextmanager
def complaints() -> Iterator[list[str]]:
    """A list that holds, once the work is done, what was warned of; what libraries print is not ours to print."""
    found: list[str] = []
    with warnings.catch_warnings(record=True) as caught, redirect_stdout(StringIO()):
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", RuntimeWarning)
        yield found
    found.extend(str(warning.message) for warning in caught)
