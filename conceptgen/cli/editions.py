"""An edition as the command line names it: an input, or a document whose input is inside it or kept by the build."""

from __future__ import annotations

from pathlib import Path

from conceptgen.cli import words
from conceptgen.cli.inputs import read
from conceptgen.errors import InputError, RequestError
from conceptgen.files import display_name
from conceptgen.input import Loaded, load

ENDINGS = (".docx", ".pdf")


def read_edition(name: str, brand: str = "") -> Loaded:
    """Load an input, or the input of a Word file or PDF: the one inside, or the one kept beside approved editions.

    Raises RequestError for a document whose input is not known.
    """
    if not name.lower().endswith(ENDINGS):
        return read(name, brand)
    from conceptgen.batch.editions import source_of
    from conceptgen.exchange.source import source_inside
    from conceptgen.exchange.word.package import FILE
    from conceptgen.input.files import read_file

    shown, language = display_name(name), words.language()
    data, findings = read_file(name, language, FILE)
    if data is None:
        raise InputError(tuple(findings))
    inside = source_inside(data, shown, language)
    found = inside.data if inside else source_of(Path(name), language)
    if found is None:
        raise RequestError(words.text("compare.no_source", name=shown))
    called = inside.name if inside else f"{shown}.{'json' if found.lstrip()[:1] == b'{' else 'yaml'}"
    return load(found, called, folder=Path(name).parent, brand=brand or None)
