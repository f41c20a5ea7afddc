"""What a template holds beside text and looks: programs, objects, other files, fields that read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from conceptgen.writers.docx.template.check import fields
from conceptgen.writers.docx.template.check.allowed import (
    HYPERLINK,
    VECTOR,
    Link,
    is_allowed,
    links,
    reached,
    types,
)
from conceptgen.writers.docx.template.check.archive import Parts
from conceptgen.writers.docx.template.check.markup import Roots
from conceptgen.writers.docx.template.check.report import Report
from conceptgen.writers.docx.value_map import is_map
from conceptgen.writers.docx.xml import RELATIONS, W

_PROGRAMS: Final = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe")
_PROGRAM_TYPES: Final = ("macroEnabled", "vbaProject", "vbaData", "activeX", "oleObject", "x-msdownload")
_LIST: Final = (
    "altChunk subDoc control OLEObject mailMerge movie frameset framesetSplitbar linkToQuery "
    "saveThroughXslt attachedSchema entryMacro exitMacro script foreignObject contentPart relIds "
    "videoFile audioFile"
)
_OBJECTS: Final = frozenset(_LIST.split())
"""Elements that bring another file or a program along, however they are linked."""
_OUTWARD: Final = ("src", "action", "dynAddress", "pluginspage", "macro")


def check(parts: Parts, roots: Roots, report: Report) -> None:
    """Find all that must not be there; what is only left out of documents is a warning."""
    kinds = types(parts)
    if any(data.startswith(_PROGRAMS) or _is_program(kinds.get(name, "")) for name, data in parts.items()):
        report.add("E-TPL-04")
    left: dict[str, None] = {}
    for source in reached(parts):
        own = links(parts, source)
        used = set(_used(roots[source])) if source in roots else set()
        for link in own:
            _check_link(link, link.id in used, parts, kinds, left, report)
        if missing := sorted(used - {link.id for link in own}):
            report.add("E-TPL-01", "dangling", part=source, target=missing[0])
    for name, root in roots.items():
        if not name.endswith(".rels"):
            _check_content(name, root, report)
    if left:
        report.add("W-TPL-04", kinds=", ".join(left))


def _is_program(kind: str) -> bool:
    return any(word in kind for word in _PROGRAM_TYPES)


def _check_link(
    link: Link, is_used: bool, parts: Parts, kinds: dict[str, str], left: dict[str, None], report: Report
) -> None:
    if link.is_outside:
        if link.short != HYPERLINK:
            report.add(
                "E-TPL-05", "attached" if link.short == "attachedTemplate" else "link", target=link.target
            )
        elif not fields.ADDRESS.match(link.target):
            report.add("E-TPL-05", "hyperlink", target=link.target)
    elif link.target not in parts and link.short != HYPERLINK:
        report.add("E-TPL-01", "dangling", part=link.source or "_rels/.rels", target=link.target)
    elif not is_allowed(link, kinds):
        if is_used:
            report.add("E-TPL-05", "foreign", kind=link.short, part=link.target)
        elif not is_map(parts.get(link.target, b"")):
            left[link.short] = None


def _used(root: Any) -> Iterator[str]:
    """The ids of the relations that a part calls upon."""
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            if key.startswith(f"{{{RELATIONS}}}") and value and element.tag != VECTOR:
                yield value


def _check_content(name: str, root: Any, report: Report) -> None:
    for field, address in fields.forbidden(root):
        if address:
            report.add("E-TPL-05", "hyperlink", target=address)
        else:
            report.add("E-TPL-05", "field", field=field)
    said: set[str] = set()
    for element in root.iter(etree.Element):
        kind = etree.QName(element).localname
        if kind in _OBJECTS and kind not in said:
            said.add(kind)
            report.add("E-TPL-05", "foreign", kind=kind, part=name)
        for key, value in element.attrib.items():
            if leads := etree.QName(key).localname if not key.startswith(W) and value.strip() else "":
                _check_address(leads, value, report)


def _check_address(attribute: str, value: str, report: Report) -> None:
    """A drawing may lead to a site, but takes nothing from outside and starts nothing."""
    if attribute == "href" and not value.startswith("#") and not fields.ADDRESS.match(value):
        report.add("E-TPL-05", "hyperlink", target=value)
    elif attribute in _OUTWARD:
        report.add("E-TPL-05", "link", target=value)
