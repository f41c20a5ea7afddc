"""Findings: the one currency of loading, review and template checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from conceptgen.origin import Path, format_path
from conceptgen.visible import visible

Severity = Literal["error", "warning", "advice", "note"]
ROWS = 1 << 21
"""More rows than a sheet can have: in a workbook row 3 of sheet 2 is line ``2 * ROWS + 3``, so that places sort."""
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
    addresses of the fields it names. ``cell`` is its place in a workbook, in words.
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
    cell: str = ""

    @property
    def place(self) -> str:
        """Where it is, for a reader: ``client.yaml:4:3``, or the sheet, row and column of a workbook."""
        if self.cell:
            return f"{self.file}: {self.cell}"
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    @property
    def severity(self) -> Severity:
        """Severity by the code's first letter, unless it was graded otherwise."""
        return self.graded or SEVERITY[self.code[0]]

    def __str__(self) -> str:
        path = f" ({format_path(self.path)})" if self.path and not self.cell else ""
        hint = f" → {self.hint}" if self.hint else ""
        return visible(f"{self.place}: {self.code}: {self.message}{path}{hint}")

    def record(self) -> dict[str, object]:
        """The finding as plain data, for JSON."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
            "file": self.file,
            "line": self.line % ROWS,
            "column": self.column,
            "path": format_path(self.path),
            "ids": list(self.ids),
            "suppressed": self.suppressed,
        } | ({"cell": self.cell} if self.cell else {})


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Tell whether anything here stops the work."""
    return any(f.severity == "error" and not f.suppressed for f in findings)


def without_places(findings: Iterable[Finding], file: str) -> tuple[Finding, ...]:
    """What is wrong with data put together from a file of another kind: a place in these is no place in that file."""
    return tuple(replace(each, file=file, line=0, column=0) for each in findings)
