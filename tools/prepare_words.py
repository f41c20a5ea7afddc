"""When the package is built or installed, its files of words are made ready for reading at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parents[1]


class PreparedWords(BuildHookInterface[Any]):
    """Called by hatchling, for the wheel and for an editable installation alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Prepare the words, and put what was prepared into the wheel."""
        sys.path.insert(0, str(ROOT))
        from conceptgen.languages.files_of_words import prepare

        made = [
            *prepare(ROOT / "conceptgen" / "languages"),
            *prepare(ROOT / "conceptgen" / "rulebook" / "words"),
        ]
        build_data["artifacts"] += [path.relative_to(ROOT).as_posix() for path in made]
