"""The map of the file: whose value stands in which bookmark. A custom XML part, which Word and LibreOffice keep.

For each bookmark it gives the address of the value in the input and the fingerprint of the printed text, never the text
itself (see ``marks``). ``format`` counts the changes of this scheme.
"""

from __future__ import annotations

from typing import Any, Final

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from conceptgen.writers.docx import xml
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.marks import PREFIX
from conceptgen.writers.docx.xml import RELATIONS, W

NAMESPACE: Final = "urn:conceptgen:map:1"
FORMAT: Final = 1
_STORE_ID: Final = "{5E0C6B7A-61A3-4C2E-9D51-7A3F0B8E4D10}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_LINK: Final = f"{RELATIONS}/customXml"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def forget_map(file: Any) -> None:
    """Take the map and its bookmarks out of a template that was one of our documents once."""
    links = file.part.rels
    for id, link in list(links.items()):
        if link.reltype == _LINK and NAMESPACE.encode() in link.target_part.blob:
            del links[id]
    body = file.element
    old = [mark for mark in body.iter(f"{W}bookmarkStart") if mark.get(f"{W}name").startswith(PREFIX)]
    ids = {mark.get(f"{W}id") for mark in old}
    old += [mark for mark in body.iter(f"{W}bookmarkEnd") if mark.get(f"{W}id") in ids]
    for mark in old:
        mark.getparent().remove(mark)


def add_map(file: Any, build: Build) -> None:
    """Add the map of every value printed."""
    package = file.part.package
    place = package.next_partname("/customXml/item%d.xml")
    beside = PackURI(place.replace("item", "itemProps"))
    part = Part(place, "application/xml", (_DECLARATION + _map(build)).encode(), package)
    properties = Part(beside, _PROPERTIES_TYPE, (_DECLARATION + _properties()).encode(), package)
    part.relate_to(properties, f"{RELATIONS}/customXmlProps")
    file.part.relate_to(part, _LINK)


def _map(build: Build) -> str:
    prints = [
        f'<print bookmark="{each.bookmark}" address={xml.quote(each.address)} sha256="{each.fingerprint}"/>'
        for each in build.marks.prints
    ]
    return f'<map xmlns="{NAMESPACE}" format="{FORMAT}">{"".join(prints)}</map>'


def _properties() -> str:
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    return f'<ds:datastoreItem ds:itemID="{_STORE_ID}" xmlns:ds="{_OFFICE}">{schema}</ds:datastoreItem>'
