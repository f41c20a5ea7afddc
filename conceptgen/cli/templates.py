"""A Word template as the command line names it: read once, and checked before anything is made with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from conceptgen.cli import streams
from conceptgen.cli.listing import format_list
from conceptgen.document.look import Look
from conceptgen.errors import InputError
from conceptgen.files import display_name
from conceptgen.findings import Finding, has_errors
from conceptgen.input import Loaded
from conceptgen.input.files import read_file
from conceptgen.writers.docx.template.check import check, too_large


def read(name: str, language: str) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of a template with what is wrong with it."""
    data, findings = read_file(Path(name), language)
    if data is not None:
        return data, check(data, display_name(name), language)
    if any(finding.code == "E-LIM-01" for finding in findings):
        return b"", too_large(display_name(name), language)
    return b"", tuple(findings)


def look_of(loaded: Loaded, template: str) -> Look:
    """How the documents of an input look: in its brand, on the template of the command line."""
    return replace(loaded.look, template=requested_template(template, loaded.language) if template else b"")


def requested_template(name: str, language: str) -> bytes:
    """The template of the command line; a bad one stops the work before any file is written, notes are not told."""
    data, findings = read(name, language)
    if has_errors(findings):
        raise InputError(findings)
    told = tuple(each for each in findings if each.severity != "note")
    for line in format_list(told, language):
        streams.write_error(line)
    return data
