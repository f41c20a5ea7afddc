"""Findings of the text reader, in the user's language: a code and a place → a plain sentence and a remedy."""

from __future__ import annotations

import unicodedata

from conceptgen.findings import Edit, Finding
from conceptgen.input import limits
from conceptgen.languages import say
from conceptgen.origin import Path

Place = tuple[int, int]
"""Line and column, both from 1."""

NOWHERE: Place = (0, 0)


class Report:
    """Collects the findings of one file; ``is_full`` when it takes no more, which its last finding says."""

    def __init__(self, file: str, language: str) -> None:
        self.file, self.language = file, language
        self.findings: list[Finding] = []
        self.is_full = False

    def add(
        self,
        code: str,
        at: Place,
        variant: str = "",
        *,
        path: Path = (),
        fixed: str = "",
        edit: Edit | None = None,
        **values: object,
    ) -> None:
        """Add a finding; ``fixed`` is the ready replacement and ends the hint, ``edit`` the same for the file."""
        if self.is_full:
            return
        self.is_full = len(self.findings) >= limits.FINDINGS
        if self.is_full:
            code, variant, path, fixed, edit = "E-LIM-05", "", (), "", None
            values = {"limit": limits.FINDINGS}
        shown = {name: show(str(value), 400 if name == "names" else 80) for name, value in values.items()}
        key = f"reading.{code}.{variant}" if variant else f"reading.{code}"
        message = say(self.language, f"{key}.message", **shown)
        remedy = say(self.language, f"{key}.hint", **shown)
        if fixed:
            remedy = f"{remedy}: {show(fixed, 300)}"
        self.findings.append(Finding(code, message, remedy, self.file, *at, path=path, edit=edit))

    def blank(self) -> Report:
        """An empty report on the same file, for an attempt that may be thrown away."""
        return Report(self.file, self.language)

    def take(self, other: Report) -> None:
        """Take over the findings of an attempt."""
        self.findings.extend(other.findings)

    def in_order(self) -> list[Finding]:
        """All findings in the order of the file."""
        return sorted(self.findings, key=lambda finding: (finding.line, finding.column))


def show(text: str, limit: int = 80) -> str:
    """The user's text safe to print on one line: the invisible as U+XXXX, the long without its middle."""
    if len(text) > limit:
        text = f"{text[: limit * 2 // 3]} … {text[-limit // 4 :]}"
    return "".join(f"[{name_of(c)}]" if unicodedata.category(c) in _UNSEEN else c for c in text)


_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def name_of(character: str) -> str:
    """``U+00A0`` for a no-break space."""
    return f"U+{ord(character):04X}"
