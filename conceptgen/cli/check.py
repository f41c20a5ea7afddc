"""``check``: load and review files, and report what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.words import text
from conceptgen.visible import visible_lines

if TYPE_CHECKING:
    from conceptgen.cli.check_results import CheckedFile

FORMATS = ("text", "json", "sarif", "github")
GATES = ("draft", "for_approval", "approved")


def command() -> click.Command:
    """Declare ``check`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "check",
        check,
        parts.argument("files", "files", text("help.check.files"), nargs=-1),
        parts.option(
            "--format",
            "form",
            help=text("help.check.form"),
            type=click.Choice(FORMATS),
            default="text",
            show_default=True,
        ),
        parts.option("--gate", help=text("help.check.gate"), type=click.Choice(GATES)),
        parts.multi_option("--select", "select", help=text("help.check.select"), metavar="CODE"),
        parts.multi_option("--ignore", "ignore", help=text("help.check.ignore"), metavar="CODE"),
        parts.brand(),
        parts.option("--strict", help=text("help.check.strict"), is_flag=True),
        parts.option("--fix", "mend", help=text("help.check.fix"), is_flag=True),
    )


def check(  # noqa: PLR0913, PLR0917 - as many as the command has options
    files: tuple[str, ...],
    form: str,
    gate: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    brand: str,
    strict: bool,
    mend: bool,
) -> int:
    """Report on each file; the exit code is that of the worst."""
    from conceptgen.cli.check_results import CodeFilter, judge_all
    from conceptgen.cli.failures import BAD_INPUT, WARNINGS
    from conceptgen.cli.inputs import read

    if mend:
        from conceptgen.cli.fixing import fix_files

        fix_files(files, brand, quiet=form != "text")
    judged = judge_all([read(name, brand) for name in files], CodeFilter(select, ignore), gate or "")
    _report(judged, form, unfolded=bool(select))
    found = {finding.severity for each in judged for finding in each.open}
    if "error" in found:
        return BAD_INPUT
    return WARNINGS if strict and "warning" in found else 0


def _report(judged: list[CheckedFile], form: str, *, unfolded: bool) -> None:
    if form == "text":
        from conceptgen.cli.text_report import report

        for each in judged:
            for line in report(each, unfolded=unfolded):
                streams.write_line(line)
    else:
        from conceptgen.cli.machine_reports import REPORTS

        findings = [finding for each in judged for finding in each.findings]
        streams.write_bytes(visible_lines(REPORTS[form](findings)).encode("utf-8", "replace"))
