"""The brand of the command line: one file for everything the command makes."""

from __future__ import annotations

from pathlib import Path

from conceptgen.cli import streams
from conceptgen.cli.listing import listed
from conceptgen.document.look import Brand
from conceptgen.errors import InputError
from conceptgen.files import shown
from conceptgen.findings import has_errors
from conceptgen.load.brand import brand_file


def wished_brand(file: str, language: str) -> Brand:
    """The brand of a file, its warnings told. Raises InputError for one that cannot be used."""
    brand, findings = brand_file(Path(file), shown(file), language)
    if has_errors(tuple(findings)):
        raise InputError(tuple(findings))
    for line in listed(tuple(findings), language):
        streams.complain(line)
    return brand
