"""Commands, options and arguments as this program has them: words of the locale, --debug anywhere in the line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from conceptgen.cli.words import language, text
from conceptgen.deliverables.formats import PDF_ENGINES, WRITERS
from conceptgen.deliverables.kinds import AUDIENCES, KINDS, MAP_SIZES, VARIANT_NAMES
from conceptgen.files import display_name
from conceptgen.languages import vocabulary

_DAY = 86_400
"""Seconds: nobody waits longer for one document."""


class Command(click.Command):
    """A command some of whose options may stand bare; click would take the next word for their value."""

    bare: Mapping[str, str] = {}

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give bare options the value they stand for, up to «--»."""
        end = args.index("--") if "--" in args else len(args)
        given = [f"{each}={self.bare[each]}" if each in self.bare else each for each in args[:end]]
        return super().parse_args(ctx, given + args[end:])


def command(
    name: str,
    work: Callable[..., int],
    *params: click.Parameter,
    epilog: str = "",
    bare: Mapping[str, str] | None = None,
) -> click.Command:
    """A command; its work returns the exit code. ``template.new`` is the command ``new`` of a group.

    ``bare`` gives the value of each option that may stand without one.
    """
    about = text(f"help.{name}.about")
    made = Command(
        name.rpartition(".")[2],
        callback=work,
        params=[*params, debug(hidden=True)],
        help=about,
        short_help=about,
        epilog=epilog or None,
        options_metavar=text("help.metavar.options"),
    )
    made.bare = bare or {}
    return made


def group(name: str, *commands: click.Command) -> click.Group:
    """Commands under a common name; alone it shows what there is."""
    about = text(f"help.{name}.about")
    return Group(
        name,
        commands={each.name or "": each for each in commands},
        params=[debug(hidden=True)],
        help=about,
        short_help=about,
        options_metavar=text("help.metavar.options"),
        subcommand_metavar=text("help.metavar.command"),
    )


class Group(click.Group):
    """A group whose list of commands has its heading in the user's language, in the order of work."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order they were given."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands, what each is for."""
        with formatter.section(text("click.commands")):
            formatter.write_dl([(name, each.short_help or "") for name, each in self.commands.items()])


def option(*names: str, help: str, metavar: str = "", **more: Any) -> click.Option:
    """An option with a help of its own; one that is given has a value."""
    more.setdefault("callback", _not_empty)
    return click.Option(list(names), help=help, metavar=metavar or None, **more)


def flag(*names: str, help: str) -> click.Option:
    """An option that is given or not."""
    return option(*names, help=help, is_flag=True)


def documents() -> click.Option:
    """The wished kinds of documents."""
    return _named("--document", "documents", tuple(KINDS))


def variants() -> click.Option:
    """The wished variants of them."""
    return _named("--variant", "variants", VARIANT_NAMES)


def _named(name: str, key: str, known: tuple[str, ...]) -> click.Option:
    """Some of the names there are, each explained in the help."""
    explained = vocabulary(language())["documents"]["properties"]
    listed = ", ".join(f"{each} ({explained[each][:1].lower()}{explained[each][1:]})" for each in known)
    return multi_option(name, key, help=text(f"help.render.{key}", known=listed), metavar="|".join(known))


def brand() -> click.Option:
    """The brand of the command line, in place of the one the input has."""
    return option("--brand", help=text("help.render.brand"), metavar=text("help.metavar.file"), default="")


def template() -> click.Option:
    """A Word template of one's own."""
    return option(
        "--template", help=text("help.render.template"), metavar=text("help.metavar.file"), default=""
    )


def output_folder(about: str, *names: str) -> click.Option:
    """-o, --output, or other names: the folder for what is made; ``about`` is the key of the words that say so."""
    return option(
        *(names or ("-o", "--output")),
        "folder",
        help=text(about),
        metavar=text("help.metavar.folder"),
        default="out",
        show_default=True,
        callback=_a_folder,
    )


def map_size() -> click.Option:
    """The paper of the maps of chains."""
    return option(
        "--map-size",
        "map_size",
        help=text("help.render.map_size"),
        metavar="|".join(MAP_SIZES),
        default=MAP_SIZES[0],
        show_default=True,
        callback=_known_map_size,
    )


def audience() -> click.Option:
    """The readers whose edition is wanted."""
    return option(
        "--audience",
        "audience",
        help=text("help.render.audience"),
        metavar="|".join(AUDIENCES),
        default="",
        callback=_known_audience,
    )


def pdf_engine(help: str = "help.render.pdf_engine") -> click.Option:
    """What sets the pages of a PDF, in place of what the input says."""
    return option(
        "--pdf-engine",
        "pdf_engine",
        help=text(help),
        metavar="|".join(PDF_ENGINES),
        default="",
        callback=_known_pdf_engine,
    )


def timeout(usual: float) -> click.Option:
    """The longest a document may take."""
    return option(
        "--timeout",
        "seconds",
        help=text("help.render.timeout"),
        metavar=text("help.metavar.seconds"),
        type=click.FloatRange(min=0, max=_DAY, min_open=True),
        default=usual,
        show_default=True,
    )


def multi_option(*names: str, help: str, metavar: str, default: tuple[str, ...] = ()) -> click.Option:
    """An option that may be repeated or take a comma list."""
    usual = f"  [{text('click.default', default=','.join(default))}]" if default else ""
    return option(
        *names,
        help=help + usual,
        metavar=metavar,
        multiple=True,
        default=default,
        callback=_split,
    )


def argument(name: str, metavar: str, help: str, nargs: int = 1, *, is_needed: bool = True) -> click.Argument:
    """What a command works on; "" where it is not needed and not given."""
    shown = text(f"help.metavar.{metavar}")
    made = click.Argument(
        [name],
        metavar=shown if is_needed else f"[{shown}]",
        help=help,
        nargs=nargs,
        required=is_needed,
        callback=_not_empty,
    )
    if not is_needed:
        # Given to all, even None would count as a value, and what is needed would never be missed.
        made.default = ""
    return made


def debug(hidden: bool = False) -> click.Option:
    """The option --debug is accepted anywhere; the program looks for it before anything can fail."""
    return option(
        "--debug", help=text("help.conceptgen.debug"), is_flag=True, hidden=hidden, expose_value=False
    )


def _not_empty(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """An empty word is a slip, as of a variable without a value; without this it would mean «here» or «none»."""
    is_given = ctx.get_parameter_source(param.name or "") is click.core.ParameterSource.COMMANDLINE
    if is_given and "" in (value if isinstance(value, tuple) else (value,)):
        raise click.BadParameter(text("nothing_wished"), ctx, param)
    return value


def _a_folder(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """The name of a document where a folder is asked for is a slip: what is made has a name of its own."""
    path = Path(_not_empty(ctx, param, value))
    if path.suffix.lower().removeprefix(".") in WRITERS and not path.is_dir():
        raise click.BadParameter(text("file_for_folder", name=display_name(path)), ctx, param)
    return value


def _known_map_size(ctx: click.Context, param: click.Parameter, value: str) -> str:
    _refuse_unknown("map_size", _not_empty(ctx, param, value), MAP_SIZES)
    return value


def _known_audience(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if _not_empty(ctx, param, value):
        _refuse_unknown("audience", value, AUDIENCES)
    return value


def _known_pdf_engine(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if _not_empty(ctx, param, value):
        _refuse_unknown("pdf_engine", value, PDF_ENGINES)
    return value


def _refuse_unknown(what: str, name: str, known: Iterable[str]) -> None:
    from conceptgen.deliverables.known import refuse_unknown

    refuse_unknown(what, (name,), known, language())


def _split(ctx: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Each wished name once, in the order of wishing."""
    names = (name.strip() for value in values for name in value.split(","))
    wished = tuple(dict.fromkeys(name for name in names if name))
    if values and not wished:
        raise click.BadParameter(text("nothing_wished"), ctx, option)
    return wished
