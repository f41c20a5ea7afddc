"""Findings as lines to read: the gravest twenty, in the order of the file, and how many more there are."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.cli.words import text
from conceptgen.findings import SEVERITY, Finding

SHOWN = 20
_GRAVITY = list(SEVERITY.values())


def format_list(findings: tuple[Finding, ...], spoken: str = "") -> Iterator[str]:
    """A line a finding, at most twenty and then the number of the rest."""
    gravest = sorted(findings, key=lambda finding: _GRAVITY.index(finding.severity))[:SHOWN]
    yield from (str(finding) for finding in findings if finding in gravest)
    if len(findings) > SHOWN:
        yield text("more", spoken, count=len(findings) - SHOWN)
