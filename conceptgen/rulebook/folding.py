"""Many findings of one code told together: the title once, then what is wrong with whom and where. Nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conceptgen.findings import Finding

MANY = 3
"""More than so many findings of one code are told together."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Findings that say the same, but for the thing they are about (``…`` in ``words``), and advise the same."""

    words: str
    hint: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Findings of one code and one severity in the order of the file; the ``hint`` is there where all share it."""

    findings: tuple[Finding, ...]
    hint: str
    alike: tuple[Alike, ...]

    @property
    def first(self) -> Finding:
        """The one that stands where the whole is told."""
        return self.findings[0]


def fold(findings: Iterable[Finding]) -> Iterator[Finding | Fold]:
    """Few of a code as they are; many as one fold, where the first of them stands."""
    kinds: dict[tuple[str, str], list[Finding]] = {}
    found = tuple(findings)
    for each in found:
        kinds.setdefault((each.code, each.severity), []).append(each)
    for each in found:
        kind = kinds[each.code, each.severity]
        if len(kind) <= MANY:
            yield each
        elif each is kind[0]:
            yield together(kind)


def together(findings: Iterable[Finding]) -> Fold:
    """Findings of one code as one."""
    found = tuple(findings)
    hints = {each.hint for each in found}
    groups: dict[tuple[str, str], list[Finding]] = {}
    for each in found:
        groups.setdefault((_without_subject(each), each.hint), []).append(each)
    alike = tuple(Alike(*key, tuple(those)) for key, those in groups.items())
    alike = tuple(_as_told(each) for each in alike)
    return Fold(found, found[0].hint if len(hints) == 1 else "", alike)


def _as_told(alike: Alike) -> Alike:
    """One alone is told in its own words."""
    return alike if len(alike.findings) > 1 else Alike(alike.findings[0].message, alike.hint, alike.findings)


def _without_subject(finding: Finding) -> str:
    return finding.message.replace(finding.subject, "…", 1) if finding.subject else finding.message
