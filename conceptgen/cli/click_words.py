"""Click's own sentences in our languages: it looks each up through gettext, and here that lookup is ours."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from conceptgen.cli import words
from conceptgen.languages import COMMON


def teach() -> None:
    """Give every part of click our lookup; compiled gettext catalogues would have to be built and shipped."""
    for name, module in list(sys.modules.items()):
        if name.startswith("click."):
            part: Any = module
            if hasattr(part, "_"):
                part._ = _translate
            if hasattr(part, "ngettext"):
                part.ngettext = _translate_counted


def _translate(sentence: str) -> str:
    return _table(words.language()).get(sentence, sentence)


def _translate_counted(one: str, many: str, count: int) -> str:
    return _translate(one if count == 1 else many)


@cache
def _table(spoken: str) -> dict[str, str]:
    """Click's sentence, as the English section repeats it → ours."""
    ours = words.section(spoken)["click"]
    return {sentence: ours[key] for key, sentence in words.section(COMMON)["click"].items()}
