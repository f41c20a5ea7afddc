"""The brand of the command line: one file for everything the command makes."""

from __future__ import annotations

from pathlib import Path

from conceptgen.cli import streams
from conceptgen.cli.listing import format_list
from conceptgen.document.look import Brand
from conceptgen.errors import InputError
from conceptgen.files import display_name
from conceptgen.findings import has_errors


def requested_brand(file: str, language: str) -> Brand:
    """The brand of a file, its warnings told. Raises InputError for one that cannot be used."""
    from conceptgen.input.brand import brand_file

    brand, findings = brand_file(Path(file), display_name(file), language)
    if has_errors(tuple(findings)):
        raise InputError(tuple(findings))
    for line in format_list(tuple(findings), language):
        streams.write_error(line)
    return brand
