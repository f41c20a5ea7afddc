"""``schema``: print the description of the input's fields for editors."""

from __future__ import annotations

import click

from conceptgen.cli import parts, streams


def command() -> click.Command:
    """Declare ``schema`` for click: its options, and its help in the language of the locale."""
    return parts.command("schema", schema)


def schema() -> int:
    """Print it, byte for byte as ``new`` writes it."""
    from conceptgen import resources

    streams.write_bytes(resources.schema().read_bytes())
    return 0
