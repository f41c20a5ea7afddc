"""Which section of the document a finding is about: its rule says so, of a finding of loading its path."""

from __future__ import annotations

from functools import cache

from conceptgen.findings import Finding
from conceptgen.rulebook.rules import SECTIONS, rules

ORDER = ("", *SECTIONS)
"""The sections in the order of the document; "" is the file as a whole."""
_PLACES = {"organization": "organization", "chains": "chains", "document": "document", "review": "review"}


def section_of(finding: Finding) -> str:
    """The section; "" for what concerns the file as a whole."""
    return _of_rules().get(finding.code) or _by_path(finding)


@cache
def _of_rules() -> dict[str, str]:
    return {rule.code: rule.section for rule in rules()}


def _by_path(finding: Finding) -> str:
    if not finding.path:
        return ""
    head = str(finding.path[0])
    if head == "concept":
        inside = str(finding.path[1]) if len(finding.path) > 1 else ""
        return inside if inside in SECTIONS else "document"
    return _PLACES.get(head, "register")
