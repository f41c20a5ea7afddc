"""Who made a template, when and for whom stays with the template: no document made with it tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from conceptgen.writers.docx.xml import W

_PROPERTIES = ("extended-properties", "custom-properties")
"""Parts beside the text: company, manager, properties of the owner's own."""
_COMMENTED = tuple(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
PROTECTED = f"{W}documentProtection"
_SETTINGS = (*(f"{W}{name}" for name in ("rsids", "docVars", "writeProtection")), PROTECTED)
_SAVED = f"{W}rsid"
"""What the attributes begin with that tell which paragraphs were written at one sitting."""


def forget_makers(file: Any) -> None:
    """Take all of it out of a template that was opened."""
    _drop(file.part.package.rels, _PROPERTIES)
    _drop(file.part.rels, ("comments",))
    core, settings = file.core_properties._element, file.settings.element
    for told in list(core):
        core.remove(told)
    for told in [each for name in _SETTINGS for each in settings.findall(name)]:
        settings.remove(told)
    for root in _texts(file):
        _clean(root)


def _drop(relations: Any, kinds: tuple[str, ...]) -> None:
    for name in [name for name, each in relations.items() if each.reltype.rpartition("/")[2] in kinds]:
        del relations[name]


def _texts(file: Any) -> Iterator[Any]:
    """The body, and every header, footer and list of notes it has."""
    yield file.element
    for relation in file.part.rels.values():
        if not relation.is_external and hasattr(relation.target_part, "element"):
            yield relation.target_part.element


def hidden_runs(root: Any) -> Iterator[Any]:
    """Runs of text that nobody sees; what fields are made of, and slots, stay."""
    for mark in root.iter(f"{W}vanish"):
        run = mark.getparent().getparent()
        is_off = mark.get(f"{W}val") in ("0", "false", "off")
        if is_off or run is None or run.tag != f"{W}r" or run.find(f"{W}t") is None:
            continue
        if next(run.iterancestors(f"{W}sdt"), None) is None:
            yield run


def _clean(root: Any) -> None:
    for run in list(hidden_runs(root)):
        run.getparent().remove(run)
    for mark in list(root.iter(*_COMMENTED)):
        run = mark.getparent()
        run.remove(mark)
        if run.tag == f"{W}r" and all(each.tag == f"{W}rPr" for each in run):
            run.getparent().remove(run)
    for element in root.iter(f"{W}p", f"{W}r", f"{W}tr", f"{W}sectPr"):
        for name in [name for name in element.attrib if name.startswith(_SAVED)]:
            del element.attrib[name]
