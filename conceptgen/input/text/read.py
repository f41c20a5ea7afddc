"""Bytes of one file → a tree of nodes with places, or findings in plain words. Never raises for bad input."""

from __future__ import annotations

import re

from conceptgen.findings import Finding
from conceptgen.input import limits
from conceptgen.input.files import read_file
from conceptgen.input.findings_report import Report
from conceptgen.input.text.character_checks import refuse_bad_characters
from conceptgen.input.text.encoding import decode
from conceptgen.input.text.json_text import read_json
from conceptgen.input.text.nodes import Mapping, Node, Scalar
from conceptgen.input.text.source import Source
from conceptgen.input.text.yaml_text import read_yaml
from conceptgen.languages import LANGUAGES, USUAL

__all__ = ["language_of", "read", "read_file"]

_LANGUAGE = re.compile(
    rf"(?:^|[{{,])[ \t]{{0,40}}[\"']?language[\"']? ?:[ \t]{{0,40}}[\"']?({'|'.join(LANGUAGES)})\b",
    re.MULTILINE,
)
_NEAR_THE_TOP = 50_000
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


def language_of(text: str) -> str:
    """The language the input declares near its top; the usual one where it declares none."""
    found = _LANGUAGE.search(text[:_NEAR_THE_TOP])
    return found[1] if found else USUAL


def read(data: bytes, name: str, language: str = "") -> tuple[Mapping | None, list[Finding]]:
    """Read a file's bytes; ``name`` stands in messages, and its suffix tells JSON from YAML.
    Messages are in the ``language`` given, or else in the one the file declares.

    The tree is None when the input cannot be understood. It may come together with errors whose
    meaning is clear (a text cut by a comma, a tag before a text), so that one run can go on to show the rest.
    """
    top = data[:_NEAR_THE_TOP].replace(b"\0", b"").decode("latin-1")
    report = Report(name, language or language_of(top))
    root = _root(data, name, report)
    return root, report.in_order()


def _root(data: bytes, name: str, report: Report) -> Mapping | None:
    if len(data) > limits.BYTES:
        report.add("E-LIM-01", (1, 1), limit=limits.BYTES // 1024 // 1024)
        return None
    text = decode(data, report)
    source = None if text is None else refuse_bad_characters(Source.of(text), report)
    if source is None or _has_conflicts(source, report):
        return None
    before = len(report.findings)
    root = read_json(source, report) if _is_json(source.text, name) else read_yaml(source, report)
    return _mapping(root, source, report, is_explained=len(report.findings) > before)


def _is_json(text: str, name: str) -> bool:
    if name.lower().endswith((".yaml", ".yml")):
        return False
    return name.lower().endswith(".json") or text.lstrip()[:1] == "{"


def _has_conflicts(source: Source, report: Report) -> bool:
    if "<<<<<<<" not in source.text:
        return False
    found = [match for match in _CONFLICT.finditer(source.text) if match[0].startswith("<")]
    for match in found:
        report.add("E-YML-11", source.place(match.start()))
    return bool(found)


def _mapping(root: Node | None, source: Source, report: Report, is_explained: bool) -> Mapping | None:
    if isinstance(root, Mapping):
        return root
    if root is not None and not (isinstance(root, Scalar) and root.is_null):
        variant = "text" if isinstance(root, Scalar) else "list"
        report.add("E-YML-07", (root.line, root.column), variant)
    elif not is_explained:
        report.add("E-YML-07", (1, 1), "empty" if not source.text.strip() else "comments")
    return None
