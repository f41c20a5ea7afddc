"""The input inside a Word file: a part of its own, packed."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Iterable
from typing import Any, Final

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from conceptgen.document.look import Attachment
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.xml import RELATIONS

NAMESPACE: Final = "urn:conceptgen:source:1"
_STORE_ID: Final = "{0B7C2D1E-94F3-4E0A-8C55-2D6A1F7E3B21}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def add_source(file: Any, source: Attachment | None) -> None:
    """Put the input inside."""
    if source is None:
        return
    package = file.part.package
    place = package.next_partname("/customXml/item%d.xml")
    beside = PackURI(place.replace("item", "itemProps"))
    packed = base64.b64encode(zlib.compress(source.data, 9)).decode()
    told = f'<source xmlns="{NAMESPACE}" name={xml.quote(source.name)}>{packed}</source>'
    part = Part(place, "application/xml", (_DECLARATION + told).encode(), package)
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    about = f'<ds:datastoreItem ds:itemID="{_STORE_ID}" xmlns:ds="{_OFFICE}">{schema}</ds:datastoreItem>'
    properties = Part(beside, _PROPERTIES_TYPE, (_DECLARATION + about).encode(), package)
    part.relate_to(properties, f"{RELATIONS}/customXmlProps")
    file.part.relate_to(part, f"{RELATIONS}/customXml")


def is_source(part: bytes) -> bool:
    """Whether a part of a file is an input of ours."""
    return NAMESPACE.encode() in part


def source_of(roots: Iterable[Any], limit: int) -> Attachment | None:
    """The input among the parts of a file; None where there is none, or what it says is none of ours.

    No more than ``limit`` bytes are unpacked.
    """
    for root in roots:
        if root.tag == f"{{{NAMESPACE}}}source":
            try:
                packed = base64.b64decode(root.text or "", validate=True)
                data = zlib.decompressobj().decompress(packed, limit + 1)
            except (binascii.Error, zlib.error, ValueError):
                return None
            return Attachment(root.get("name") or "", data) if len(data) <= limit else None
    return None
