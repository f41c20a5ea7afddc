"""The map of the file: whose value stands in which bookmark. A custom XML part, which Word and LibreOffice keep.

For each bookmark it gives the address of the value in the input, the reference because of which it is printed, and the
fingerprint of the printed text, never the text itself (see ``marks``); for the file, which document it is and the
fingerprints of all it says and of every paragraph. ``format`` counts the changes of this scheme: 1 knew nothing of
references and of the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from itertools import chain
from typing import Any, Final

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from conceptgen.document.blocks import Document
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.footnotes import footnotes_part
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.marks import OLD_PREFIX, PREFIX, Print
from conceptgen.writers.docx.paragraph_prints import paragraph_prints
from conceptgen.writers.docx.source import is_source
from conceptgen.writers.docx.xml import RELATIONS, W

NAMESPACE: Final = "urn:conceptgen:map:2"
OLD_NAMESPACE: Final = "urn:conceptgen:map:1"
FORMAT: Final = 2
_DIGEST_LENGTH: Final = 32
_HOLDERS: Final = ("parts", "blocks")
_TO_BLOCKS: Final = 4
"""Steps from a document to a block: its parts, one of them, its blocks, one of them."""
_STORE_ID: Final = "{5E0C6B7A-61A3-4C2E-9D51-7A3F0B8E4D10}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_LINK: Final = f"{RELATIONS}/customXml"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def forget_map(file: Any) -> None:
    """Take the map, its bookmarks and the input out of a template that was one of our documents once."""
    links = file.part.rels
    for id, link in list(links.items()):
        if link.reltype == _LINK and (is_map(link.target_part.blob) or is_source(link.target_part.blob)):
            del links[id]
    body = file.element
    old = [
        mark
        for mark in body.iter(f"{W}bookmarkStart")
        if mark.get(f"{W}name").startswith((PREFIX, OLD_PREFIX))
    ]
    ids = {mark.get(f"{W}id") for mark in old}
    old += [mark for mark in body.iter(f"{W}bookmarkEnd") if mark.get(f"{W}id") in ids]
    for mark in old:
        mark.getparent().remove(mark)


def add_map(file: Any, build: Build) -> None:
    """Add the map of every value printed."""
    package = file.part.package
    place = package.next_partname("/customXml/item%d.xml")
    beside = PackURI(place.replace("item", "itemProps"))
    notes = footnotes_part(file)
    noted = [etree.fromstring(notes.blob)] if notes is not None else []
    stories = chain([file.element.body], noted, build.apart.stories())
    part = Part(place, "application/xml", (_DECLARATION + _map(build, stories)).encode(), package)
    properties = Part(beside, _PROPERTIES_TYPE, (_DECLARATION + _properties()).encode(), package)
    part.relate_to(properties, f"{RELATIONS}/customXmlProps")
    file.part.relate_to(part, _LINK)


def _map(build: Build, stories: Iterable[Any]) -> str:
    words = f"<words>{paragraph_prints(stories)}</words>"
    prints = "".join(map(_print, build.marks.prints))
    return f'<map xmlns="{NAMESPACE}" format="{FORMAT}"{_facts(build.document)}>{words}{prints}</map>'


def _print(each: Print) -> str:
    via = "" if each.via is None else f" via={xml.quote(each.via)}"
    return f'<print bookmark="{each.bookmark}" address={xml.quote(each.address)}{via} sha256="{each.fingerprint}"/>'


def _facts(document: Document) -> str:
    """Which document it is, in attributes."""
    facts = asdict(document.edition) | {
        "language": document.language,
        "edition": document.version or document.date,
        "content": content_print(document),
    }
    return "".join(f" {name}={xml.quote(value)}" for name, value in facts.items() if value)


def content_print(document: Document) -> str:
    """The fingerprint of all that a document says: equal where the input has not changed in what is printed."""
    said = hashlib.sha256()
    for piece in _told(document, _TO_BLOCKS):
        said.update(piece.encode("utf-8", "surrogatepass"))
    return said.hexdigest()[:_DIGEST_LENGTH]


def _told(value: Any, depth: int) -> Iterator[str]:
    """What ``repr`` says, in pieces: of a long document the whole would take more room than the document."""
    if not depth:
        yield repr(value)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield ", " if index else "("
            yield from _told(each, depth - 1)
        yield ",)" if len(value) == 1 else ")" if value else "()"
    else:
        for index, each in enumerate(fields(value)):
            yield f", {each.name}=" if index else f"{type(value).__qualname__}({each.name}="
            held = getattr(value, each.name)
            yield from _told(held, depth - 1 if each.name in _HOLDERS else 0)
        yield ")"


def is_map(part: bytes) -> bool:
    """True if a part of a file is a map of ours, of whatever format."""
    return any(name.encode() in part for name in (NAMESPACE, OLD_NAMESPACE))


def _properties() -> str:
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    return f'<ds:datastoreItem ds:itemID="{_STORE_ID}" xmlns:ds="{_OFFICE}">{schema}</ds:datastoreItem>'
