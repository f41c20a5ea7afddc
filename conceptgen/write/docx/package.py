"""The file around the text: properties, language, headers, lists, footnotes, charts; the same every time."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from lxml import etree

from conceptgen.document.blocks import Document
from conceptgen.write.docx import xml
from conceptgen.write.docx.build import FIRST_LIST, Build
from conceptgen.write.docx.xml import RELATIONS, W

LOCALES = {"ru": "ru-RU", "en": "en-US"}
SEPARATORS = {"ru": ",;"}
"""The signs between whole and fraction, and between items; a point and a comma elsewhere."""
LONGEST_PROPERTY = 255
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def locale(document: Document) -> str:
    """The language tag Word proofs and hyphenates by."""
    return LOCALES.get(document.language, document.language)


def written_on(document: Document) -> datetime:
    """Midnight of the document's date."""
    return datetime.fromisoformat(document.date)


def set_properties(file: Any, document: Document) -> None:
    """Title, author, dates: what Word shows under «Сведения»."""
    properties = file.core_properties
    properties.author = properties.last_modified_by = document.author[:LONGEST_PROPERTY]
    properties.language = locale(document)
    properties.created = properties.modified = written_on(document)
    properties.revision = 1
    told = {
        "title": document.title,
        "subject": document.subject,
        "category": document.category,
        "keywords": ", ".join(document.keywords),
        "content_status": document.draft,
        "version": document.version,
    }
    for name, text in told.items():
        setattr(properties, name, text[:LONGEST_PROPERTY])


def set_language(file: Any, document: Document) -> None:
    """The language of all text, for hyphenation and proofing."""
    tag = locale(document)
    default = file.styles.element.find(f"{W}docDefaults//{W}lang")
    for name in ("val", "eastAsia"):
        default.set(f"{W}{name}", tag)
    settings = file.settings.element
    settings.find(f"{W}themeFontLang").set(f"{W}val", tag)
    for name, mark in zip(
        ("decimalSymbol", "listSeparator"), SEPARATORS.get(document.language, ".,"), strict=True
    ):
        settings.find(f"{W}{name}").set(f"{W}val", mark)


def fill_headers(file: Any, document: Document) -> None:
    """Put the running title and the draft mark into their slots; the slots themselves go."""
    draft = f"   ·   {document.draft}" if document.draft else ""
    texts = {"slot:running": document.running, "slot:draft": draft}
    for part in file.part.package.iter_parts():
        if part.partname.startswith("/word/header") or part.partname.startswith("/word/footer"):
            for control in list(part.element.iter(f"{W}sdt")):
                _fill(control, texts.get(control.find(f".//{W}tag").get(f"{W}val"), ""))


def _fill(control: Any, text: str) -> None:
    for run in list(control.find(f"{W}sdtContent")):
        run.find(f"{W}t").text = text
        run.find(f"{W}t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if text:
            control.addprevious(run)
    control.getparent().remove(control)


def start_lists(file: Any, build: Build) -> None:
    """Give every numbered list of the text a numbering of its own that starts from one."""
    numbering = file.part.numbering_part.element
    like = file.styles.element.find(f"{W}style[@{W}styleId='ListNumber']//{W}numId").get(f"{W}val")
    abstract = numbering.find(f"{W}num[@{W}numId='{like}']/{W}abstractNumId").get(f"{W}val")
    for id in range(FIRST_LIST, FIRST_LIST + build.ordered_lists):
        anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        known = f'<w:abstractNumId w:val="{abstract}"/>'
        numbering.append(parse_xml(f'<w:num {xml.NAMESPACES} w:numId="{id}">{known}{anew}</w:num>'))


def add_footnotes(file: Any, build: Build) -> None:
    """Write the footnotes into their part, after the separators of the template."""
    part = next(rel.target_part for rel in file.part.rels.values() if rel.reltype == f"{RELATIONS}/footnotes")
    root = etree.fromstring(part.blob)
    notes = "".join(
        f'<w:footnote w:id="{id}">{text}</w:footnote>' for id, text in enumerate(build.footnotes, 1)
    )
    root.extend(list(etree.fromstring(f"<w:footnotes {xml.NAMESPACES}>{notes}</w:footnotes>")))
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def add_charts(file: Any, build: Build) -> None:
    """Add every chart with its workbook as parts of the file."""
    if not build.charts:
        return
    from conceptgen.write.docx.charts import chart_part, workbook

    package, created = file.part.package, written_on(build.document)
    for number, chart in enumerate(build.charts, 1):
        part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, None, package)
        sheet = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
        book = same_bytes(workbook(chart, created))
        link = part.relate_to(Part(sheet, _SHEET, book, package), f"{RELATIONS}/package")
        part._blob = chart_part(chart, link, locale(build.document), build.colours)
        file.part.rels.add_relationship(f"{RELATIONS}/chart", part, f"rIdChart{number}")


def same_bytes(archive: bytes) -> bytes:
    """The archive packed again without anything of the moment or the machine."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(result, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(entry, old.read(name), compresslevel=6)
    return result.getvalue()
