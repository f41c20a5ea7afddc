"""A template for Word or for slides as the command line names it: read once, checked before anything is made of it."""

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

_SLIDES = (".pptx", ".potx")


def read(name: str, language: str) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of a template with what is wrong with it."""
    from conceptgen.writers.docx.template.check import check, too_large

    data, findings = read_file(Path(name), language)
    if data is not None and is_for_slides(name, data):
        return data, _check_master(data, name, language)
    if data is not None:
        return data, check(data, display_name(name), language)
    if any(finding.code == "E-LIM-01" for finding in findings):
        return b"", too_large(display_name(name), language)
    return b"", tuple(findings)


def is_for_slides(name: str, data: bytes) -> bool:
    """True if a template is meant for slides: it is called so, or is such a file."""
    return name.casefold().endswith(_SLIDES) or (data.startswith(b"PK") and b"ppt/presentation.xml" in data)


def _check_master(data: bytes, name: str, language: str) -> tuple[Finding, ...]:
    from conceptgen.writers.pptx.check import check

    return check(data, display_name(name), language)


def look_of(loaded: Loaded, template: str) -> Look:
    """How the documents of an input look: in its brand, on the template of the command line."""
    return with_template(loaded.look, template, loaded.language)


def with_template(look: Look, name: str, language: str) -> Look:
    """The look on the template of the command line, for Word or for slides; the same one without a name.

    A bad one stops the work before any file is written, notes are not told.
    """
    if not name:
        return look
    data, findings = read(name, language)
    if has_errors(findings):
        raise InputError(findings)
    told = tuple(each for each in findings if each.severity != "note")
    for line in format_list(told, language):
        streams.write_error(line)
    return replace(look, master=data) if is_for_slides(name, data) else replace(look, template=data)
