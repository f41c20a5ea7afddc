"""How a failed run ends: one plain line and the exit code; the traceback only with --debug."""

from __future__ import annotations

import traceback
from io import StringIO

import click

from conceptgen.cli import streams
from conceptgen.cli.listing import format_list
from conceptgen.cli.words import text
from conceptgen.errors import ConceptgenError, InputError

BUG, BAD_INPUT, WARNINGS, ENVIRONMENT, INTERRUPTED = 1, 2, 3, 5, 130
"""Exit codes; 4 is that of a batch that failed in part, 6 of a document whose time is over."""


def explain(fault: BaseException, debug: bool) -> int:
    """Say what went wrong and give the exit code."""
    if isinstance(fault, SystemExit):
        return fault.code if isinstance(fault.code, int) else BUG
    if debug:
        streams.write_error("".join(traceback.format_exception(fault)).rstrip())
    if isinstance(fault, click.ClickException):
        said = StringIO()
        fault.show(said)
        streams.write_error(said.getvalue().rstrip("\n"))
        return fault.exit_code
    if isinstance(fault, InputError):
        for line in format_list(fault.findings):
            streams.write_error(line)
        return fault.exit_code
    line, code = _ending(fault)
    streams.write_error(line)
    return code


def _ending(fault: BaseException) -> tuple[str, int]:
    if isinstance(fault, click.Abort | KeyboardInterrupt):
        return text("aborted"), INTERRUPTED
    if isinstance(fault, ConceptgenError):
        return str(fault), fault.exit_code
    if isinstance(fault, OSError):
        return text("refused", reason=_in_one_line(fault)), ENVIRONMENT
    return text("bug", message=_in_one_line(fault)), BUG


def _in_one_line(fault: BaseException) -> str:
    return " ".join(f"{type(fault).__name__}: {fault}".split())
