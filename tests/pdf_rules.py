"""What PDF/UA-1 and PDF/A-3a ask of a file, as far as a program can see it: each broken rule in a sentence."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

INSIDE = {
    "/Table": {"/Caption", "/THead", "/TBody", "/TFoot", "/TR"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI", "/Caption", "/L"},
    "/LI": {"/Lbl", "/LBody"},
    "/TOC": {"/TOCI", "/TOC", "/Caption"},
    "/TOCI": {"/Lbl", "/Reference", "/NonStruct", "/P", "/TOC"},
}
OTHERS = (
    "Document Part Sect Div NonStruct BlockQuote Caption P Span Link Reference Note Figure TH TD Lbl LBody"
)
KNOWN = {*INSIDE, *(f"/{name}" for name in OTHERS.split()), *(f"/H{level}" for level in range(1, 7))}


def broken_rules(data: bytes) -> list[str]:
    """Every broken rule of a PDF; an empty list for a good one."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        elements = list(walk(pdf.Root.StructTreeRoot))
        checks = (_catalogue(pdf), _metadata(pdf), _output(pdf), _fonts(pdf), _files(pdf))
        trees = (_nesting(elements), _tables(elements), _headings(elements), _singles(elements))
        return [fault for check in (*checks, *trees, _links(pdf), _marks(pdf, elements)) for fault in check]


def walk(node: Any) -> Iterator[Any]:
    """Every element of a structure tree in reading order."""
    for kid in kids(node):
        yield kid
        yield from walk(kid)


def kids(node: Any) -> list[Any]:
    """The elements directly inside one."""
    return [kid for kid in _held(node) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _held(node: Any) -> list[Any]:
    held = node.get("/K", [])
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def _catalogue(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.MarkInfo.get("/Marked") or root.MarkInfo.get("/Suspects"):
        yield "the file is not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "the file has no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not shown in the window"
    if pdf.is_encrypted or "/ID" not in pdf.trailer:
        yield "the file is encrypted or has no identifier"
    for name in ("/AcroForm", "/OpenAction", "/AA", "/OCProperties"):
        if name in root:
            yield f"the catalogue has {name}"
    if any(page.get("/Tabs") != "/S" for page in pdf.pages):
        yield "the tab order of a page is not that of its text"


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as found:
        said = {name: str(found.get(name, "")) for name in ("pdfaid:part", "pdfaid:conformance")}
        said["pdfuaid:part"] = str(found.get("{http://www.aiim.org/pdfua/ns/id/}part", ""))
        title, language = str(found.get("dc:title", "")), found.get("dc:language")
    if list(said.values()) != ["3", "A", "1"]:
        yield f"the standards are not declared: {said}"
    if title != str(pdf.docinfo.get("/Title")) or not language:
        yield "the metadata lack the title or the language"
    packet = pdf.Root.Metadata.read_bytes()
    if not re.search(rb"pdfaSchema:prefix>pdfuaid<.*pdfaProperty:name>part<", packet, re.DOTALL):
        yield "the property pdfuaid:part is not described"


def _output(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = [intent for intent in pdf.Root.get("/OutputIntents", []) if intent.S == "/GTS_PDFA1"]
    if len(intents) != 1 or intents[0].DestOutputProfile.N != 3:
        yield "the colours are not those of one profile"
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream):
            if each.get("/Subtype") == "/Image" and each.get("/Interpolate"):
                yield "a picture is smoothed by the viewer"
            if each.get("/Filter") == "/LZWDecode":
                yield "a stream is packed by LZW"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary) or each.get("/Type") != "/Font":
            continue
        if each.get("/Subtype") == "/Type0":
            font = each.DescendantFonts[0]
            if "/ToUnicode" not in each or font.get("/CIDToGIDMap") is None:
                yield f"letters of {each.BaseFont} have no meaning"
            if "/FontFile2" not in font.FontDescriptor and "/FontFile3" not in font.FontDescriptor:
                yield f"{each.BaseFont} is not embedded"
        elif each.get("/Subtype") not in ("/CIDFontType2", "/CIDFontType0"):
            yield f"{each.get('/BaseFont')} is a font of an unknown kind"


def _files(pdf: pikepdf.Pdf) -> Iterator[str]:
    associated = [spec.objgen for spec in pdf.Root.get("/AF", [])]
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Filespec":
            if not {"/F", "/UF", "/EF", "/AFRelationship", "/Desc"} <= set(each.keys()):
                yield "a file that goes along is not described"
            if associated.count(each.objgen) != 1:
                yield "a file that goes along is not associated once"


def _nesting(elements: list[Any]) -> Iterator[str]:
    for element in elements:
        kind, inner = str(element.S), [str(kid.S) for kid in kids(element)]
        if kind not in KNOWN:
            yield f"{kind} is not a standard tag"
        if not set(inner) <= INSIDE.get(kind, KNOWN):
            yield f"{kind} holds {sorted(set(inner) - INSIDE[kind])}"
        if kind == "/Table" and "/Caption" in inner[1:]:
            yield "a caption is not the first of its table"
        if kind == "/Link" and "/Link" in inner:
            yield "a link in a link"


def _tables(elements: list[Any]) -> Iterator[str]:
    for table in (each for each in elements if each.S == "/Table"):
        rows = [each for each in walk(table) if each.S == "/TR"]
        widths = {sum(int(_attribute(cell, "/ColSpan", 1)) for cell in kids(row)) for row in rows}
        if len(widths) != 1:
            yield f"rows of different widths in a table: {sorted(widths)}"
        if any(_attribute(cell, "/Scope") is None for row in rows for cell in kids(row) if cell.S == "/TH"):
            yield "a head cell does not say what it is the head of"


def _attribute(element: Any, name: str, default: Any = None) -> Any:
    """An attribute of an element; it has one dictionary of them, or several."""
    held = element.get("/A", [])
    dictionaries = list(held) if isinstance(held, pikepdf.Array) else [held]
    return next((each[name] for each in dictionaries if name in each), default)


def _headings(elements: list[Any]) -> Iterator[str]:
    heads = [each for each in elements if re.fullmatch("/H[1-6]", str(each.S))]
    levels = [int(str(head.S)[2]) for head in heads]
    if levels[:1] not in ([], [1]) or any(after > before + 1 for before, after in pairwise(levels)):
        yield f"levels of headings are skipped: {levels}"
    if any(not list(_leaves(head)) for head in heads):
        yield "a heading is empty"


def _leaves(element: Any) -> Iterator[int]:
    """The marks of the page's content that belong to an element and to those inside it."""
    yield from (mark for _, mark in _marks_of(element))
    for kid in kids(element):
        yield from _leaves(kid)


def _marks_of(element: Any) -> Iterator[tuple[tuple[int, int], int]]:
    """The marks directly inside an element, each with its page: that of the element or one of its own."""
    page = element.Pg.objgen if "/Pg" in element else (0, 0)
    for kid in _held(element):
        if isinstance(kid, int):
            yield page, kid
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            yield (kid.Pg.objgen if "/Pg" in kid else page), int(kid.MCID)


def _singles(elements: list[Any]) -> Iterator[str]:
    for figure in (each for each in elements if each.S == "/Figure"):
        if not str(figure.get("/Alt", "")).strip() or _attribute(figure, "/BBox") is None:
            yield "a figure is not described"
    notes = [str(each.get("/ID", "")) for each in elements if each.S == "/Note"]
    if "" in notes or len(set(notes)) < len(notes):
        yield "a remark has no name of its own"


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    owners = dict(pairwise_flat(pdf.Root.StructTreeRoot.ParentTree.Nums))
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            owner = owners.get(int(link.get("/StructParent", -1)))
            if link.Subtype != "/Link" or owner is None or owner.S != "/Link":
                yield "an annotation is not a tagged link"
            if not str(link.get("/Contents", "")).strip() or int(link.get("/F", 0)) != 4:
                yield "a link is not described or not printed"


def pairwise_flat(items: Any) -> list[tuple[int, Any]]:
    """A number tree of one level as pairs."""
    return [(int(items[at]), items[at + 1]) for at in range(0, len(items), 2)]


def _marks(pdf: pikepdf.Pdf, elements: list[Any]) -> Iterator[str]:
    """Every mark of a page belongs to one element; no mark stands in another. What is read otherwise than drawn may."""
    owned: dict[tuple[int, int], set[int]] = {}
    for element in elements:
        for page, mark in _marks_of(element):
            owned.setdefault(page, set()).add(mark)
    for number, page in enumerate(pdf.pages, 1):
        open_marks: list[bool] = []
        seen: set[int] = set()
        for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC"):
            if str(operator) == "EMC":
                open_marks.pop()
                continue
            told = operands[1].keys() if str(operator) == "BDC" else set()
            is_reading = str(operands[0]) == "/Span" and "/ActualText" in told and "/MCID" not in told
            if any(open_marks) and not is_reading:
                yield f"marked content inside marked content on page {number}"
            open_marks.append(not is_reading)
            if "/MCID" in told:
                seen.add(int(operands[1].MCID))
        if seen != owned.get(page.obj.objgen, set()):
            yield f"tags and marks differ on page {number}"
