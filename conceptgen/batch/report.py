"""What a build did, output by output: for a person as lines and a table, for a program as plain data."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Literal

from conceptgen.findings import Finding

State = Literal["made", "unchanged", "stale", "frozen", "failed", "aside", "orphan", "removed"]


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one output (or of a whole input, when ``output`` is "")."""

    source: str
    output: str
    state: State
    messages: tuple[str, ...] = ()


@dataclass
class Report:
    """All lines of a build, in the order things happened; ``findings`` by input."""

    lines: list[Line] = field(default_factory=list)
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def counts(self) -> Counter[str]:
        """How many outputs of each state."""
        return Counter(line.state for line in self.lines)

    def record(self) -> dict[str, object]:
        """The report as plain data; the order does not depend on which worker was faster."""
        lines = sorted(self.lines, key=lambda line: (line.source, line.output, line.state))
        return {
            "lines": [asdict(line) for line in lines],
            "findings": [each.record() for found in self.findings.values() for each in found],
            "counts": dict(sorted(self.counts.items())),
            "seconds": round(self.seconds, 3),
        }
