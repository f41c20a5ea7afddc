"""``template``: a Word template of one's own: take a copy, check what has become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams, words
from conceptgen.cli.naming import named
from conceptgen.cli.words import text

if TYPE_CHECKING:
    from conceptgen.findings import Finding


def command() -> click.Command:
    """The two commands under one name."""
    return parts.group(
        "template",
        parts.command(
            "template.new",
            new,
            parts.argument("file", "file", text("help.template.new.file")),
            parts.option("--cover", help=text("help.template.new.cover"), is_flag=True),
            parts.option("--force", help=text("help.template.new.force"), is_flag=True),
        ),
        parts.command(
            "template.check",
            check,
            parts.argument("files", "files", text("help.template.check.files"), nargs=-1),
        ),
    )


def new(file: str, cover: bool, force: bool) -> int:
    """Lay down a copy of the house template; a file that exists is replaced only by force."""
    from conceptgen.files import display_name, make_folder, new_file, replace_file
    from conceptgen.resources import template_path

    spoken = words.language()
    path = named(file, ".docx")
    make_folder(path.parent, spoken)
    data = template_path("docx", "cover.docx" if cover else "house.docx").read_bytes()
    (replace_file if force else new_file)(path, data, spoken)
    streams.write_line(display_name(path))
    return 0


def check(files: tuple[str, ...]) -> int:
    """Name all that is wrong with each template; the exit code is that of the worst."""
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.templates import read
    from conceptgen.files import display_name
    from conceptgen.findings import has_errors

    bad = False
    for name in files:
        _, findings = read(name, words.language())
        for finding in findings:
            streams.write_line(str(finding))
        streams.write_line(_verdict(display_name(name), findings))
        bad = bad or has_errors(findings)
    return BAD_INPUT if bad else 0


def _verdict(name: str, findings: tuple[Finding, ...]) -> str:
    """One line that says whether the template can be used."""
    errors = sum(finding.severity == "error" for finding in findings)
    notes = sum(finding.severity == "note" for finding in findings)
    key = "bad" if errors else "remarks" if findings else "good"
    warnings = len(findings) - errors - notes
    return text(f"verdict.{key}", name=name, errors=errors, warnings=warnings, notes=notes)
