"""What the review has to say, as the report takes it: handed in, so that composing does not know the review."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgen.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding, the section of the document it is about, and what its code says of all its kind."""

    finding: Finding
    section: str
    title: str
    severity: Severity
    """How grave it is in the present status, as everywhere else it is told."""

    @property
    def at_approval(self) -> Severity:
        """How grave it will be when the document is approved."""
        return self.finding.severity


@dataclass(frozen=True, slots=True)
class Gate:
    """One document to be made: what stops it in its present status, and what stops it on the way to approval."""

    document: str
    variant: str
    chain: int | None
    status: str
    now: tuple[Remark, ...]
    at_approval: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """All remarks, graded as for approval, in the order of the sections; and the gate of each document."""

    remarks: tuple[Remark, ...]
    gates: tuple[Gate, ...]

    @property
    def open(self) -> tuple[Remark, ...]:
        """The remarks that nobody has accepted."""
        return tuple(each for each in self.remarks if not each.finding.suppressed)

    @property
    def accepted(self) -> tuple[Remark, ...]:
        """The remarks accepted in the input, with the reason as their hint."""
        return tuple(each for each in self.remarks if each.finding.suppressed)

    def count(self, severity: Severity) -> int:
        """How many open remarks will be so grave at approval."""
        return sum(each.at_approval == severity for each in self.open)
