"""The part with the footnotes, made where the template has none."""

from __future__ import annotations

from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from conceptgen.writers.docx import xml
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.xml import RELATIONS

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LINES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def notes(file: Any) -> list[Any]:
    """The footnotes the template has of its own, with the lines Word draws above footnotes."""
    part = footnotes_part(file)
    return [] if part is None else list(etree.fromstring(part.blob))


def add_footnotes(file: Any, build: Build) -> None:
    """Write the footnotes into their part, after those of the template."""
    part = footnotes_part(file)
    if part is None:
        if not build.footnotes:
            return
        empty = f"<w:footnotes {xml.NAMESPACES}>{_LINES}</w:footnotes>".encode()
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, empty, file.part.package)
        file.part.relate_to(part, f"{RELATIONS}/footnotes")
    root = etree.fromstring(part.blob)
    added = "".join(
        f'<w:footnote w:id="{id}">{text}</w:footnote>'
        for id, text in enumerate(build.footnotes, build.first_footnote)
    )
    root.extend(list(etree.fromstring(f"<w:footnotes {xml.NAMESPACES}>{added}</w:footnotes>")))
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def footnotes_part(file: Any) -> Any:
    """The part, None where there is none."""
    links = file.part.rels.values()
    return next((each.target_part for each in links if each.reltype == f"{RELATIONS}/footnotes"), None)
