"""An input written anew in its place, its earlier text kept beside it."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from conceptgen.files import new_file, replace_file


def rewrite(path: Path, before: bytes, after: bytes, language: str) -> Path:
    """Write the new text and give back where the old one is kept."""
    backup = _backup(path)
    new_file(backup, before, language)
    replace_file(Path(os.path.realpath(path)), after, language)
    return backup


def _backup(path: Path) -> Path:
    """``client.yaml.bak``, or the next free name: an earlier text is never lost."""
    names = (path.with_name(f"{path.name}.bak{number if number > 1 else ''}") for number in count(1))
    return next(each for each in names if not os.path.lexists(each))
