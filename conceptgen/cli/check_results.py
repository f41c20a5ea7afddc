"""What is said of a file: the findings of its reading and of its review together, in the order of the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conceptgen.findings import Finding
from conceptgen.input import Loaded
from conceptgen.rulebook import review


@dataclass(frozen=True, slots=True)
class CodeFilter:
    """Which codes are wanted; the beginning of a code (``E-IND``, ``W``) means all that begin so."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def matches(self, finding: Finding) -> bool:
        """True if a finding is wanted."""
        return finding.code.startswith(self.select or "") and not finding.code.startswith(
            self.ignore or ("?",)
        )


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file and all there is to say about it."""

    loaded: Loaded
    findings: tuple[Finding, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are not accepted."""
        return tuple(finding for finding in self.findings if not finding.suppressed)


def judge_all(batch: Sequence[Loaded], choice: CodeFilter, gate: str = "") -> list[CheckedFile]:
    """Judge the files of a batch, each knowing what the other clients are called."""
    names = [_client_names(each) for each in batch]
    known = dict.fromkeys(name for own in names for name in own)
    return [
        judge(loaded, choice, gate, tuple(name for name in known if name not in own))
        for loaded, own in zip(batch, names, strict=True)
    ]


def judge(loaded: Loaded, choice: CodeFilter, gate: str = "", others: tuple[str, ...] = ()) -> CheckedFile:
    """Review a loaded file; what stops its reading is told whatever was chosen."""
    if loaded.project is None:
        return CheckedFile(loaded, loaded.findings)
    found = sorted(
        (*loaded.findings, *review(loaded, gate=gate, others=others)),
        key=lambda each: (each.line, each.column),
    )
    return CheckedFile(loaded, tuple(filter(choice.matches, found)))


def _client_names(loaded: Loaded) -> tuple[str, ...]:
    """What the client of a file is called, in short and in law."""
    if loaded.project is None:
        return ()
    organization = loaded.project.organization
    return tuple(name for name in (organization.name, organization.legal_name) if isinstance(name, str))
