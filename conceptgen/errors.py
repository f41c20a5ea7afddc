"""Exceptions, each with the exit code the command line gives.

ConceptgenError
├── InputError        2   the input cannot be used; carries findings
├── RequestError      2   the request makes no sense for this input (unknown document, variant, format)
├── EnvironmentFault  5   something of the machine is missing (Pango, a font, disk space, a permission)
└── TimeOver          6   the time allowed for a document is over

Anything else that is raised is a bug of ours (exit code 1).
"""

from __future__ import annotations

from typing import Any

from conceptgen.findings import Finding


class ConceptgenError(Exception):
    """What a user can act on: one plain sentence, no traceback."""

    exit_code = 1


class InputError(ConceptgenError):
    """The input has errors; ``findings`` holds all of them."""

    exit_code = 2

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings

    def __reduce__(self) -> tuple[Any, ...]:
        return (InputError, (self.findings,))


class RequestError(ConceptgenError):
    """The request does not fit the input or the program."""

    exit_code = 2


class EnvironmentFault(ConceptgenError):
    """The machine lacks something; the sentence says what and how to get it."""

    exit_code = 5


class TimeOver(ConceptgenError):
    """A document took longer than it may; the sentence names it."""

    exit_code = 6
