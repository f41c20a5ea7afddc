"""Foreign contents of a template: each is refused, or left out of the document and said."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from own_templates import house, packed, parts_of

from conceptgen.composition import compose
from conceptgen.document.look import Look
from conceptgen.findings import has_errors
from conceptgen.input import load
from conceptgen.resources import samples
from conceptgen.writers import write
from conceptgen.writers.docx.template.check import check

MARK = b"FOREIGN-7f3a"
"""Stands in everything foreign; no document may have it."""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + MARK
MAIN, LINKS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"


def with_content(
    body: str = "", parts: dict[str, bytes] | None = None, rels: str = "", types: str = "", settings: str = ""
) -> bytes:
    """The house template with something added before its text, to its parts, relations, types and settings."""
    made = parts_of(house())
    made |= parts or {}

    def put(name: str, more: str, before: str) -> None:
        text = made[name].decode()
        assert before in text
        made[name] = text.replace(before, more + before, 1).encode()

    vendor = "urn:schemas-microsoft-com"
    namespaces = f' xmlns:r="{OFFICE}" xmlns:v="{vendor}:vml" xmlns:o="{vendor}:office:office"'
    if body:
        put(MAIN, body.replace("<w:p>", f"<w:p{namespaces}>", 1) if "<w:p>" in body else body, "<w:sdt>")
    put(LINKS, rels, "</Relationships>")
    put(TYPES, types, "</Types>")
    if settings:
        name = "word/settings.xml"
        made[name] = re.sub(rb"(<w:settings[^>]*>)", lambda m: m[1] + settings.encode(), made[name], count=1)
    return packed(made)


def field(*pieces: str) -> str:
    """A field whose code is split over runs."""
    said = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f"<w:p>{char('begin')}{said}{char('separate')}<w:r><w:t>x</w:t></w:r>{char('end')}</w:p>"


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def nested(outer: str, inner: str) -> str:
    """A field whose code has another field in it."""
    code = f"<w:r><w:instrText>{outer} </w:instrText></w:r>"
    own = f"{char('begin')}<w:r><w:instrText>{inner}</w:instrText></w:r>{char('end')}"
    return f"<w:p>{char('begin')}{code}{own}{char('separate')}{char('end')}</w:p>"


def rel(kind: str, target: str, id: str = "rIdF", mode: str = "") -> str:
    kind = kind if "://" in kind else f"{OFFICE}/{kind}"
    outside = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{id}" Type="{kind}" Target="{target}"{outside}/>'


def outside(kind: str, target: str) -> str:
    return rel(kind, target, mode="External")


def override(name: str, kind: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{kind}"/>'


def part(kind: str, name: str, type: str, data: bytes = MARK, body: str = "") -> bytes:
    """A part with its relation and content type, and what calls upon it."""
    return with_content(body, {name: data}, rel(kind, name.removeprefix("word/")), override(name, type))


def called(element: str) -> str:
    return f"<w:p><w:r><w:object>{element}</w:object></w:r></w:p>"


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
HEADER = (
    b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:instrText>'
)
FOREIGN = {
    "DDEAUTO": lambda: with_content(field("DDEAUTO c:\\x y")),
    "DDEAUTO over two runs": lambda: with_content(field("DD", "EAUTO c:\\x y")),
    "DDEAUTO letter by letter": lambda: with_content(field(*"DDEAUTO", " x")),
    "DDE in small letters": lambda: with_content(field("d", "de x")),
    "INCLUDEPICTURE over two runs": lambda: with_content(field("INCLUDEP", "ICTURE http://x/y.png")),
    "INCLUDETEXT": lambda: with_content(field("INCLUDETEXT", " /etc/passwd")),
    "IMPORT": lambda: with_content(field("IMPORT x")),
    "LINK": lambda: with_content(field("LINK Excel.Sheet x")),
    "DATABASE": lambda: with_content(field("DATABASE \\d x")),
    "RD": lambda: with_content(field("RD x.docx")),
    "QUOTE": lambda: with_content(field("QUOTE 68 68 69")),
    "a field with QUOTE for its name": lambda: with_content(nested("", "QUOTE 68 68 69")),
    "a hyperlink with an address from a field": lambda: with_content(nested("HYPERLINK", "DOCPROPERTY x")),
    "MACROBUTTON": lambda: with_content(field("MACRO", "BUTTON Run x")),
    "AUTOTEXT": lambda: with_content(field("AUTOTEXT x")),
    "AUTOTEXTLIST": lambda: with_content(field("AUTOTEXTLIST x")),
    "GLOSSARY": lambda: with_content(field("GLOSSARY x")),
    "MERGEFIELD": lambda: with_content(field("MERGEFIELD x")),
    "ASK": lambda: with_content(field("ASK x y")),
    "FILLIN": lambda: with_content(field("FILLIN x")),
    "EMBED": lambda: with_content(field("EMBED Package")),
    "HYPERLINK to a file": lambda: with_content(field("HYPERLINK ", '"file:///etc/passwd"')),
    "HYPERLINK that runs": lambda: with_content(field('HYPERLINK "java', 'script:alert(1)"')),
    "HYPERLINK to a share": lambda: with_content(field('HYPERLINK "\\\\\\\\srv\\\\share\\\\x"')),
    "HYPERLINK behind a switch": lambda: with_content(field('HYPERLINK \\h "file:///x" \\l "a"')),
    "HYPERLINK to a program": lambda: with_content(field('HYPERLINK "cmd.exe"')),
    "a simple field": lambda: with_content('<w:p><w:fldSimple w:instr="LINK x"><w:r/></w:fldSimple></w:p>'),
    "a field in a header outside word": lambda: with_content(
        parts={"other/h.xml": HEADER + b"DDE x</w:instrText></w:r></w:p></w:hdr>"},
        rels=rel("header", "/other/h.xml"),
        types=override("other/h.xml", f"{WORD}.header+xml"),
    ),
    "a field in a header of another suffix": lambda: with_content(
        parts={"word/h.dat": HEADER + b"DDE x</w:instrText></w:r></w:p></w:hdr>"},
        rels=rel("header", "h.dat"),
        types=override("word/h.dat", f"{WORD}.header+xml"),
    ),
    "entities in a part of another suffix": lambda: part(
        "header",
        "word/h.dat",
        f"{WORD}.header+xml",
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + HEADER[:-28] + b"</w:hdr>",
    ),
    "altChunk": lambda: part(
        "aFChunk", "word/c.html", "text/html", MARK, f'<w:altChunk xmlns:r="{OFFICE}" r:id="rIdF"/>'
    ),
    "altChunk outside": lambda: with_content(rels=outside("aFChunk", "file:///c:/x.html")),
    "a document inside": lambda: with_content(
        f'<w:p><w:subDoc xmlns:r="{OFFICE}" r:id="rIdF"/></w:p>', rels=outside("subDocument", "x.docx")
    ),
    "OLE": lambda: part(
        "oleObject",
        "word/e.bin",
        "application/vnd.openxmlformats-officedocument.oleObject",
        OLE,
        called('<o:OLEObject Type="Embed" ProgID="Package" r:id="rIdF"/>'),
    ),
    "OLE under another type": lambda: part("image", "word/media/e.png", "image/png", OLE),
    "a package": lambda: part(
        "package",
        "word/e.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        b"PK\x03\x04" + MARK,
        called('<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rIdF"/>'),
    ),
    "a program": lambda: part("package", "word/e.dat", "application/octet-stream", b"MZ" + MARK),
    "ActiveX": lambda: part(
        "control",
        "word/activeX/a.xml",
        "application/vnd.ms-office.activeX+xml",
        b"<a>" + MARK + b"</a>",
        '<w:p><w:r><w:object><w:control r:id="rIdF" w:name="x"/></w:object></w:r></w:p>',
    ),
    "VBA under another name": lambda: part(
        f"{MICROSOFT}/vbaProject", "word/theme/b.xml", "application/vnd.ms-office.vbaProject", OLE
    ),
    "VBA under another type": lambda: part(f"{MICROSOFT}/vbaProject", "word/b.dat", "image/png", OLE),
    "keys for macros": lambda: part(
        f"{MICROSOFT}/keyMapCustomizations",
        "word/c.xml",
        "application/vnd.ms-word.keyMapCustomizations+xml",
        b"<a>" + MARK + b"</a>",
    ),
    "a ribbon of one's own": lambda: part(
        f"{MICROSOFT}/ui/extensibility", "customUI/c.xml", "application/xml", b"<a>" + MARK + b"</a>"
    ),
    "a source of mail merge": lambda: with_content(
        settings='<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:query w:val="SELECT"/></w:mailMerge>'
    ),
    "an attached template": lambda: with_content(rels=outside("attachedTemplate", "file:///c:/x.dotm")),
    "an attached template of a share": lambda: with_content(
        rels=outside("attachedTemplate", "\\\\srv\\x.dotm")
    ),
    "a linked picture": lambda: with_content(rels=outside("image", "http://x.example/a.png")),
    "a linked object": lambda: with_content(rels=outside("oleObject", "file:///c:/x.xls")),
    "a frame": lambda: with_content(rels=outside("frame", "http://x.example/")),
    "a header outside": lambda: with_content(rels=outside("header", "http://x.example/h.xml")),
    "a hyperlink to a share": lambda: with_content(rels=outside("hyperlink", "\\\\srv\\share")),
    "a relation to nothing": lambda: with_content(rels=rel("image", "media/none.png")),
    "a call for no relation": lambda: with_content(
        '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId404"/></v:shape></w:pict></w:r></w:p>'
    ),
    "a shape that leads to a file": lambda: with_content(
        '<w:p><w:r><w:pict><v:rect href="file:///etc/passwd"/></w:pict></w:r></w:p>'
    ),
    "a picture read from outside": lambda: with_content(
        '<w:p><w:r><w:pict><v:rect><v:imagedata src="http://x/y"/></v:rect></w:pict></w:r></w:p>'
    ),
    "macros of a form": lambda: with_content(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="Run"/></w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>" + char("end") + "</w:p>"
    ),
    "custom XML": lambda: part(
        "customXml", "customXml/item1.xml", "application/xml", b"<a>" + MARK + b"</a>"
    ),
    "building blocks": lambda: part(
        "glossaryDocument",
        "word/glossary/document.xml",
        f"{WORD}.document.glossary+xml",
        b"<a>" + MARK + b"</a>",
    ),
    "a movie": lambda: part("video", "word/media/m.mp4", "video/mp4"),
    "a page of the web as a picture": lambda: part("image", "word/media/p.png", "text/html"),
    "a drawing with a program": lambda: part(
        "image", "word/media/p.svg", "image/svg+xml", b"<svg><script>" + MARK + b"</script></svg>"
    ),
    "a part for printers": lambda: part("printerSettings", "word/p.bin", "application/vnd.ms-printer"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_foreign_is_refused_or_left_out_and_said(name: str) -> None:
    data = FOREIGN[name]()
    findings = check(data, "my.docx", "ru")
    assert findings, name
    assert all(finding.code[2:5] == "TPL" and finding.hint for finding in findings)
    if not has_errors(findings):
        assert "W-TPL-04" in {finding.code for finding in findings}
        made = _made(data)
        assert not any(MARK in content for content in made.values())


def test_there_are_many_of_them_and_most_are_refused() -> None:
    assert len(FOREIGN) >= 45
    said = [has_errors(check(build(), "my.docx", "en")) for build in FOREIGN.values()]
    assert sum(said) >= 45


def test_what_templates_usually_hold_is_welcome() -> None:
    fields = (
        "PAGE",
        " NUMPAGES ",
        'HYPERLINK "https://x.example/?a=b" \\o "Сайт"',
        'TOC \\o "1-3" \\h',
        "REF a \\h",
    )
    links = ('HYPERLINK \\l "a"', 'HYPERLINK "mailto:a@x.example"', "DATE \\@ dd.MM.yyyy", "STYLEREF 1")
    for code in (*fields, *links):
        assert check(with_content(field(code.replace("&", "&amp;"))), "my.docx", "ru") == (), code


def test_only_what_is_allowed_is_copied() -> None:
    """A part that nothing leads to and one of another kind stay behind; our own come along."""
    data = with_content(
        parts={"word/stray.xml": b"<a>" + MARK + b"</a>", "customXml/i.xml": b"<a>" + MARK + b"</a>"},
        rels=rel("customXml", "../customXml/i.xml"),
    )
    made = _made(data)
    assert not any(MARK in content for content in made.values())
    assert {"word/document.xml", "word/styles.xml", "word/header.xml", "word/theme/theme1.xml"} <= set(made)


def _made(template: bytes) -> dict[str, bytes]:
    project = load(samples() / "minimal.yaml").project
    assert project is not None
    data = write(compose(project, "concept", "short"), "docx", Look(template=template))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
