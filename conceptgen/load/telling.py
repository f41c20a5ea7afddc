"""From a code and its facts to a finding in the user's words."""

from __future__ import annotations

from typing import Any

from conceptgen.findings import Finding
from conceptgen.languages import vocabulary
from conceptgen.origin import Path


def tell(
    code: str, facts: dict[str, Any], language: str, name: str, place: tuple[int, int], path: Path = ()
) -> Finding:
    """Make a finding; a fact that names something of the vocabulary is spelled in its words first."""
    words = vocabulary(language)["validation"][code]
    spelled = {key: str(value) for key, value in facts.items()}
    return Finding(
        code=code,
        message=words["message"].format(**spelled),
        hint=words.get("hint", "").format(**spelled).strip(" ;,"),
        file=name,
        line=place[0],
        column=place[1],
        path=path,
        ids=tuple(facts.get("ids", ())),
    )
