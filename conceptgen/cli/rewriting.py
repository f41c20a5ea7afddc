"""An input written anew in its place, its earlier text kept beside it."""

from __future__ import annotations

import os
from pathlib import Path

from conceptgen.files import keep_beside, replace_file


def rewrite(path: Path, before: bytes, after: bytes, language: str) -> Path:
    """Write the new text and give back where the old one is kept."""
    backup = keep_beside(path, before, language)
    replace_file(Path(os.path.realpath(path)), after, language)
    return backup
