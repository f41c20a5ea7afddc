"""The file around the text: properties, language, headers, lists, footnotes, charts; the same every time."""

from __future__ import annotations

from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from conceptgen.document.blocks import Document
from conceptgen.languages import vocabulary
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.archive import same_bytes
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.xml import RELATIONS, W

LONGEST_PROPERTY = 255
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def locale(document: Document) -> str:
    """The language tag Word proofs and hyphenates by."""
    return str(vocabulary(document.language)["language"]["locale"])


def set_properties(file: Any, document: Document) -> None:
    """Title, author, dates: what Word shows under «Сведения»."""
    properties = file.core_properties
    properties.author = properties.last_modified_by = document.author[:LONGEST_PROPERTY]
    properties.language = locale(document)
    properties.created = properties.modified = document.stamp
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
    for default in file.styles.element.iterfind(f"{W}docDefaults//{W}lang"):
        for name in ("val", "eastAsia"):
            default.set(f"{W}{name}", tag)
    marks = vocabulary(document.language)["language"]["separators"]
    values = {"themeFontLang": tag, "decimalSymbol": marks[0], "listSeparator": marks[1]}
    for name, value in values.items():
        for element in file.settings.element.iterfind(f"{W}{name}"):
            element.set(f"{W}val", value)


def start_lists(file: Any, build: Build) -> None:
    """Give every numbered list of the text a numbering of its own that starts from one."""
    numbering = file.part.numbering_part.element
    like = file.styles.element.find(f"{W}style[@{W}styleId='ListNumber']//{W}numId").get(f"{W}val")
    abstract = numbering.find(f"{W}num[@{W}numId='{like}']/{W}abstractNumId").get(f"{W}val")
    last = numbering.findall(f"{W}num")[-1]
    for id in reversed(range(build.first_list, build.first_list + build.ordered_lists)):
        anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        known = f'<w:abstractNumId w:val="{abstract}"/>'
        last.addnext(parse_xml(f'<w:num {xml.NAMESPACES} w:numId="{id}">{known}{anew}</w:num>'))


def add_charts(file: Any, build: Build) -> None:
    """Add every chart with its workbook as parts of the file."""
    if not build.charts:
        return
    from conceptgen.writers.docx.charts import chart_part, workbook

    package, created = file.part.package, build.document.stamp
    for number, chart in enumerate(build.charts, 1):
        part = Part(package.next_partname("/word/charts/chart%d.xml"), _CHART, None, package)
        sheet = package.next_partname("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx")
        book = same_bytes(workbook(chart, created))
        link = part.relate_to(Part(sheet, _SHEET, book, package), f"{RELATIONS}/package")
        part._blob = chart_part(chart, link, locale(build.document), build.colours)
        file.part.rels.add_relationship(f"{RELATIONS}/chart", part, f"rIdChart{number}")


def add_photos(file: Any, build: Build) -> None:
    """Add every photograph as a part of the file."""
    package = file.part.package
    for number, photo in enumerate(build.photos.values(), 1):
        name = PackURI(f"/word/media/photo{number}.{photo.format}")
        part = Part(name, f"image/{photo.format}", photo.data, package)
        file.part.rels.add_relationship(f"{RELATIONS}/image", part, f"rIdPhoto{number}")
