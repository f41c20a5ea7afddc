"""From a code and its facts to a finding in the user's words."""

from __future__ import annotations

from typing import Any

from conceptgen.findings import Edit, Finding
from conceptgen.input.check.known_keys import kinds_at
from conceptgen.input.findings_report import show
from conceptgen.languages import vocabulary
from conceptgen.languages.form_words import in_words_of_the_form
from conceptgen.origin import Path

_WRITTEN_BY_USER = (
    "text",
    "was",
    "key",
    "keys",
    "id",
    "start",
    "end",
    "given",
    "assessor",
    "round",
    "circle",
)


def make_finding(
    code: str,
    facts: dict[str, Any],
    language: str,
    name: str,
    place: tuple[int, int],
    path: Path = (),
) -> Finding:
    """Make a finding; the fact ``variant`` chooses another hint or message, ``ids`` are the ids concerned.

    ``mended`` is a pair of facts: what stands at the place, and what has to stand there.
    """
    words = vocabulary(language)["validation"][code]
    spelled = {
        key: show(str(value)) if key in _WRITTEN_BY_USER else str(value) for key, value in facts.items()
    }
    variant = facts.get("variant") or "hint"
    message, hint = words.get(f"{variant}_message", words["message"]), words.get(variant, "")
    spelled |= {"field": last_key(path)}

    def told(text: str) -> str:
        text = in_words_of_the_form(text, language, kinds_at(path), spelled).format(**spelled)
        return text[:1].upper() + text[1:]

    return Finding(
        code=code,
        message=told(message),
        hint=told(hint),
        file=name,
        line=place[0],
        column=place[1],
        path=path,
        ids=tuple(facts.get("ids", ())),
        edit=Edit(*place, *facts["mended"]) if "mended" in facts else None,
    )


def last_key(path: Path) -> str:
    """The key that a value stands under, alone or in a list."""
    return next((str(step) for step in reversed(path) if not isinstance(step, int)), "")
