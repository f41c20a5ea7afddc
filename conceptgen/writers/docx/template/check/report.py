"""Findings about a template, in the user's language."""

from __future__ import annotations

import unicodedata

from conceptgen.findings import Finding
from conceptgen.languages import say

_LONGEST = 100


class Report:
    """Collects the findings of one template."""

    def __init__(self, file: str, language: str) -> None:
        self.file, self.language = file, language
        self.findings: list[Finding] = []

    def add(self, code: str, variant: str = "", **values: object) -> None:
        """Add a finding; its words stand in the language files under ``template``."""
        key = f"template.{code}.{variant}" if variant else f"template.{code}"
        shown = {name: _listed(value) for name, value in values.items()}
        message = say(self.language, f"{key}.message", **shown)
        self.findings.append(Finding(code, message, say(self.language, f"{key}.hint", **shown), self.file))


def _listed(value: object) -> str:
    return "; ".join(map(_shown, value)) if isinstance(value, tuple) else _shown(str(value))


def _shown(text: str) -> str:
    """What stands in the template, safe to print on one line."""
    text = "".join("?" if unicodedata.category(sign).startswith("C") else sign for sign in text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
