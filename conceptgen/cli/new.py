"""``new``: start a file from the commented starter or from a sample, with the schema for editors beside it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from conceptgen import resources, starter
from conceptgen.cli import parts, streams, words
from conceptgen.cli.naming import named
from conceptgen.cli.words import text
from conceptgen.languages import LANGUAGES
from conceptgen.safe_read import read_head

_DIRECTIVE = b"# yaml-language-server: $schema="


def command() -> click.Command:
    """Declare ``new`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "new",
        new,
        parts.argument("file", "file", text("help.new.file")),
        parts.option(
            "--lang", "language", help=text("help.new.language"), metavar="|".join(LANGUAGES), default=""
        ),
        parts.multi_option("--with", "wished", help=text("help.new.parts"), metavar=",".join(starter.PARTS)),
        parts.option(
            "--trade",
            help=text("help.new.trade", trades=", ".join(starter.trades())),
            metavar=text("help.metavar.name"),
            default="",
        ),
        parts.option(
            "--example",
            help=text("help.new.example", samples=", ".join(_samples())),
            metavar=text("help.metavar.name"),
            default="",
        ),
    )


def new(file: str, language: str, wished: tuple[str, ...], trade: str, example: str) -> int:
    """Write the new file, then the schema if none lies there; nothing that exists is touched."""
    from conceptgen.files import display_name, make_folder, new_file

    spoken = words.language()
    if example:
        start = _sample(example, is_alone=not (wished or trade))
    else:
        start = _starter(language or words.starter_language(), wished, trade)
    path = named(file, ".yaml", ".yml")
    make_folder(path.parent, spoken)
    new_file(path, _naming_schema(start), spoken)
    streams.write_line(display_name(path))
    _lay_schema(path.parent, spoken)
    return 0


def _starter(language: str, wished: tuple[str, ...], trade: str) -> bytes:
    from conceptgen.deliverables.known import refuse_unknown
    from conceptgen.errors import RequestError
    from conceptgen.languages import LANGUAGES

    refuse_unknown("language", [language], LANGUAGES, words.language())
    for what, names, known in (
        ("trade", [trade] if trade else [], starter.trades()),
        ("part", wished, starter.PARTS),
    ):
        for name in names:
            if name not in known:
                raise RequestError(text(f"no_{what}", name=name, known=", ".join(known)))
    if not starter.has(language, trade, wished):
        raise RequestError(text("starter_not_written", language=language))
    return starter.starter(language, trade, wished).encode()


def _sample(name: str, *, is_alone: bool) -> bytes:
    from conceptgen.errors import RequestError

    if name not in _samples():
        raise RequestError(text("no_example", name=name, known=", ".join(_samples())))
    if not is_alone:
        raise RequestError(text("example_is_whole"))
    return (resources.samples() / f"{name}.yaml").read_bytes()


def _samples() -> list[str]:
    return sorted(file.stem for file in resources.samples().glob("*.yaml"))


def _naming_schema(text: bytes) -> bytes:
    """The text with its first line naming the schema that lies beside."""
    first, _, rest = text.partition(b"\n")
    body = rest if first.startswith(_DIRECTIVE) else text
    return _DIRECTIVE + resources.schema().name.encode() + b"\n" + body


def _lay_schema(folder: Path, spoken: str) -> None:
    from conceptgen.files import display_name, new_file

    path, data = folder / resources.schema().name, resources.schema().read_bytes()
    if not os.path.lexists(path):
        new_file(path, data, spoken)
        streams.write_line(display_name(path))
    elif not _holds(path, data):
        streams.write_error(text("other_schema", name=path.name))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_head(path, len(data) + 1) == data
    except OSError:
        return False
