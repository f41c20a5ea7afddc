"""Findings as lines to read: the gravest twenty of a file, in its order, and how many more there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from conceptgen.cli.words import text
from conceptgen.findings import SEVERITY, Finding
from conceptgen.load import Loaded

SHOWN = 20
_GRAVITY = list(SEVERITY.values())


def listed(findings: tuple[Finding, ...], spoken: str = "") -> Iterator[str]:
    """A line a finding, at most twenty and then the number of the rest."""
    gravest = sorted(findings, key=lambda finding: _GRAVITY.index(finding.severity))[:SHOWN]
    yield from (str(finding) for finding in findings if finding in gravest)
    if len(findings) > SHOWN:
        yield text("more", spoken, count=len(findings) - SHOWN)


def verdict(loaded: Loaded) -> str:
    """One line that says whether the file can be used."""
    counts = Counter(finding.severity for finding in loaded.findings)
    notes = counts["note"] + counts["advice"]
    key = "bad" if counts["error"] else "remarks" if counts else "good"
    return text(
        f"verdict.{key}",
        loaded.language,
        name=loaded.name,
        errors=counts["error"],
        warnings=counts["warning"],
        notes=notes,
    )
