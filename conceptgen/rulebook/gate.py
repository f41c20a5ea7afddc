"""The gate: what stops a document. One policy for ``render``, ``build``, the preview and the readiness report."""

from __future__ import annotations

from collections.abc import Iterable

from conceptgen.findings import Finding
from conceptgen.rulebook.rules import contradictions


def stopping(
    findings: Iterable[Finding], *, allow_gaps: bool = False, strict: bool = False
) -> tuple[Finding, ...]:
    """The findings that stop the documents they are about; ``allow_gaps`` passes by all but contradictions."""
    return tuple(each for each in findings if _stops(each, allow_gaps, strict))


def _stops(finding: Finding, allow_gaps: bool, strict: bool) -> bool:
    if finding.suppressed:
        return False
    if finding.severity == "error":
        return not (allow_gaps and finding.code not in contradictions())
    return strict and finding.severity == "warning"
