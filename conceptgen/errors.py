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
    """What a user can act on: one plain sentence, no traceback.

    >>> from conceptgen import ConceptgenError, compose, load
    >>> try:
    ...     compose(load("samples/minimal.yaml").project, "chain")
    ... except ConceptgenError as error:
    ...     print(type(error).__name__, error.exit_code)
    RequestError 2
    """

    exit_code = 1


class InputError(ConceptgenError):
    """The input has errors; ``findings`` holds all of them. ``load`` itself returns them and never raises.

    >>> from conceptgen import InputError, load
    >>> try:
    ...     raise InputError(load(b"", "client.yaml").findings)
    ... except InputError as error:
    ...     print([finding.code for finding in error.findings])
    ['E-YML-07']
    """

    exit_code = 2

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings

    def __reduce__(self) -> tuple[Any, ...]:
        return (InputError, (self.findings,))


class RequestError(ConceptgenError):
    """The request does not fit the input or the program: a document, variant, chain, language or format there is not.

    >>> from conceptgen import RequestError, compose, load, write
    >>> document = compose(load("samples/hotel.yaml").project, variant="page")
    >>> try:
    ...     write(document, "odt")
    ... except RequestError as error:
    ...     print(error)
    Documents are not written as “odt”. There is: docx, pdf, html, pptx, svg, png.
    """

    exit_code = 2


class EnvironmentFault(ConceptgenError):
    """The machine lacks something; the sentence says what and how to get it.

    >>> from conceptgen import EnvironmentFault
    >>> EnvironmentFault("PDF needs Pango. → apt-get install libpango-1.0-0").exit_code
    5
    """

    exit_code = 5


class TimeOver(ConceptgenError):
    """A document took longer than it may; the sentence names it."""

    exit_code = 6
