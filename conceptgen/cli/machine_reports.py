"""Findings for programs: plain JSON, SARIF 2.1.0 for code hosting, workflow commands for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from conceptgen.cli import words
from conceptgen.findings import ROWS, Finding, Severity

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note", "note": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_json(findings: Iterable[Finding]) -> str:
    """One flat array of records."""
    return json.dumps([finding.record() for finding in findings], ensure_ascii=False, indent=2) + "\n"


def as_sarif(findings: Iterable[Finding]) -> str:
    """A SARIF log of one run; rules that found nothing are left out of it."""
    found = list(findings)
    rules = _rules({finding.code for finding in found})
    driver = {"name": "conceptgen", "version": version("conceptgen"), "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in found],
    }
    return (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def as_github(findings: Iterable[Finding]) -> str:
    """A workflow command a finding; accepted ones are left out: there is nothing to do about them."""
    return "".join(f"{_command(finding)}\n" for finding in findings if not finding.suppressed)


REPORTS: dict[str, Callable[[Iterable[Finding]], str]] = {
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}


def _rules(codes: set[str]) -> list[dict[str, Any]]:
    from conceptgen.rulebook.catalogue import catalogue

    return [
        {"id": code, "shortDescription": {"text": entry.title}, "fullDescription": {"text": entry.summary}}
        for code, entry in catalogue(words.language()).items()
        if code in codes
    ]


def _result(finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.file.replace("\\", "/"))}}
    if finding.line:
        place["region"] = {"startLine": finding.line % ROWS, "startColumn": finding.column}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message if finding.suppressed else _whole(finding)},
        "locations": [{"physicalLocation": place}],
    }
    if finding.suppressed:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.hint}]
    return result


def _command(finding: Finding) -> str:
    kind = {"note": "notice"}.get(_LEVELS[finding.severity], _LEVELS[finding.severity])
    place = f",line={finding.line % ROWS},col={finding.column}" if finding.line else ""
    return f"::{kind} file={_escaped(finding.file, ':,')}{place},title={finding.code}::{_escaped(_whole(finding))}"


def _whole(finding: Finding) -> str:
    if finding.cell:
        return f"{finding.cell}: {finding.message} → {finding.hint}"
    return f"{finding.message} → {finding.hint}" if finding.hint else finding.message


def _escaped(text: str, more: str = "") -> str:
    for letter in "%\r\n" + more:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text
