"""No section is written for nothing: each stands in a document, by itself or within another section."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from conceptgen.composition import sections
from conceptgen.composition.documents import VARIANTS
from conceptgen.document.sections import SECTIONS

PLACES = [place for variant in VARIANTS.values() for run in variant.runs for place in run]
RUNS = {place.section for place in PLACES}
OWN = [each.name for each in walk_packages(sections.__path__, f"{sections.__name__}.")]
WRITTEN = [name for name in OWN if hasattr(import_module(name), "blocks")]


def _parts() -> str:
    """The source of all sections, where one section takes up another."""
    return "\n".join(each.read_text("utf-8") for each in Path(sections.__path__[0]).rglob("*.py"))


@pytest.mark.parametrize("name", WRITTEN, ids=lambda name: name.partition("sections.")[2])
def test_a_section_stands_in_a_variant_or_in_another_section(name: str) -> None:
    """Whoever wrote a section and named it nowhere is told."""
    blocks = import_module(name).blocks
    call = f"{name.rpartition('.')[2]}.blocks"
    in_another = call in _parts()
    is_run = blocks in RUNS or any(variant.rest is blocks for variant in VARIANTS.values())
    assert is_run or in_another, f"{name} is in no variant: add it to one in conceptgen/composition/documents"


def test_every_lasting_name_is_that_of_a_section_in_a_variant() -> None:
    """A name that templates may call has something to show, and every section has one."""
    assert {place.name for place in PLACES} | {"remainder"} == set(SECTIONS)
