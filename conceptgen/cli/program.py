"""The program: its commands, each loaded when called, and the one place where a run ends with its exit code."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from conceptgen.cli import click_words, streams
from conceptgen.cli.parts import debug, option
from conceptgen.cli.words import text

COMMANDS = (
    "new",
    "check",
    "review",
    "compare",
    "edits",
    "workbook",
    "import",
    "merge",
    "render",
    "charts",
    "build",
    "overview",
    "preview",
    "open",
    "kit",
    "template",
    "rules",
    "explain",
    "schema",
    "doctor",
)
"""In the order of work; each is the name of a file of this room with its ``command()``, but for a word of Python."""
_FILES = {"import": "importing"}


class Program(click.Group):
    """The group of commands, in the language of the locale."""

    def __init__(self) -> None:
        click_words.teach()
        super().__init__(
            "conceptgen",
            params=[_version(), debug()],
            help=text("help.conceptgen.about"),
            options_metavar=text("help.metavar.options"),
            subcommand_metavar=text("help.metavar.command"),
            invoke_without_command=True,
            callback=_show_help,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, loaded now; click by itself would suggest only commands already loaded."""
        if cmd_name not in COMMANDS:
            if ctx.resilient_parsing:
                return None
            raise click.exceptions.NoSuchCommand(cmd_name, possibilities=COMMANDS, ctx=ctx)
        made: click.Command = import_module(f"conceptgen.cli.{_FILES.get(cmd_name, cmd_name)}").command()
        return made

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands by name; to list them none need be loaded."""
        with formatter.section(text("click.commands")):
            formatter.write_dl([(name, text(f"help.{name}.about")) for name in COMMANDS])

    def main(self, args: Any = None, prog_name: str | None = None, **kwargs: Any) -> Any:  # type: ignore[override]
        """Run, and leave with the exit code: a failure is one plain line, its traceback only for --debug."""
        streams.prepare()
        kwargs["standalone_mode"] = False
        try:
            code = super().main(args, prog_name, **kwargs) or 0
        except BaseException as fault:
            from conceptgen.cli.failures import explain

            code = explain(fault, "--debug" in (sys.argv if args is None else args))
        sys.exit(code)


def _show_help() -> int:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        from conceptgen.cli.here import suggestions

        streams.write_line(context.get_help())
        for line in ("", *suggestions(Path())):
            streams.write_line(line)
    return 0


def _version() -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted:
            from importlib.metadata import version

            streams.write_line(f"conceptgen {version('conceptgen')}")
            ctx.exit()

    help = text("help.conceptgen.version")
    return option("--version", help=help, is_flag=True, is_eager=True, expose_value=False, callback=show)
