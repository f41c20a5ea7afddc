"""Small inputs for the tests of loading: a valid head, and what one file's findings are."""

from __future__ import annotations

from conceptgen.findings import Finding
from conceptgen.input import Loaded, load_bytes
from conceptgen.model.project import Project

HEAD = """\
schema: conceptgen/1
document: {title: Концепция, date: 2026-11-21}
organization:
  name: Чайная «Полынь»
  departments: [{id: service, name: Зал}]
  roles: [{id: admin, name: Администратор, department: service}, {id: director, name: Директор}]
"""


def loaded(body: str, name: str = "вход.yaml") -> Loaded:
    """A loaded input: the head and what follows it."""
    return load_bytes((HEAD + body).encode(), name)


def project(body: str) -> Project:
    """The project of an input without errors."""
    found = loaded(body)
    assert found.project is not None, "\n".join(map(str, found.findings))
    return found.project


def findings(body: str) -> tuple[Finding, ...]:
    """The findings of an input."""
    return loaded(body).findings


def codes(body: str) -> list[str]:
    """The codes of its findings, in the order of the file."""
    return [finding.code for finding in findings(body)]


def only(body: str) -> Finding:
    """The one finding of an input."""
    (finding,) = findings(body)
    return finding


def under(body: str, finding: Finding) -> str:
    """The text of the file from the place of a finding to the end of its line."""
    return (HEAD + body).splitlines()[finding.line - 1][finding.column - 1 :]
