"""Findings: the one currency of loading, review and template checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from conceptgen.origin import Path, format_path
from conceptgen.visible import visible

Severity = Literal["error", "warning", "advice", "note"]
SEVERITY: dict[str, Severity] = {"E": "error", "W": "warning", "A": "advice", "N": "note"}


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair that leaves nothing to guess: on a line, from a column (both from 1), ``new`` in place of ``old``."""

    line: int
    column: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about the input, in the user's words; as a string it is the line that commands print.

        >>> from conceptgen import Finding
        >>> finding = Finding("E-REF-04", "Unknown key “nam”", "Perhaps “name”", "client.yaml", 4, 3)
        >>> print(finding)
        client.yaml:4:3: E-REF-04: Unknown key “nam” → Perhaps “name”
        >>> finding.severity
        'error'

    ``code`` is severity letter, group, number (``E-REF-01``); ``line`` and ``column`` count from 1, 0 = no place.
    ``graded`` is another severity where the status of the document asks for it; ``subject`` names the thing it is
    about; the hint of a ``suppressed`` finding is the reason why it is accepted. What ``stops_approval`` is an error as
    soon as the document is approved; ``edit`` is the repair, where there is one and no other; ``lacks`` are the
    addresses of the fields it names.
    """

    code: str
    message: str
    hint: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    path: Path = ()
    ids: tuple[str, ...] = ()
    suppressed: bool = False
    graded: Severity | None = None
    subject: str = ""
    stops_approval: bool = False
    edit: Edit | None = None
    lacks: tuple[Path, ...] = ()

    @property
    def severity(self) -> Severity:
        """Severity by the code's first letter, unless it was graded otherwise."""
        return self.graded or SEVERITY[self.code[0]]

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        path = f" ({format_path(self.path)})" if self.path else ""
        hint = f" → {self.hint}" if self.hint else ""
        return visible(f"{place}: {self.code}: {self.message}{path}{hint}")

    def record(self) -> dict[str, object]:
        """The finding as plain data, for JSON."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "path": format_path(self.path),
            "ids": list(self.ids),
            "suppressed": self.suppressed,
        }


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Tell whether anything here stops the work."""
    return any(f.severity == "error" and not f.suppressed for f in findings)
