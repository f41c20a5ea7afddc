"""Templates with what Word itself puts into files: nothing of it is taken for foreign, and a document is made."""

from __future__ import annotations

import re

import pytest
from own_templates import packed, parts_of
from test_foreign_contents import MAIN, WORD, field, override, rel, with_content

from conceptgen.composition import compose
from conceptgen.document.look import Look
from conceptgen.input import load
from conceptgen.resources import samples
from conceptgen.writers import write
from conceptgen.writers.docx.template.check import check
from conceptgen.writers.docx.template.check.fields import ALLOWED

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MICROSOFT = "http://schemas.microsoft.com/office"
MS_WORD = "application/vnd.ms-word"
BESIDE = {
    "people": (f"{MICROSOFT}/2011/relationships/people", f"{WORD}.people+xml"),
    "commentsExtended": (f"{MICROSOFT}/2011/relationships/commentsExtended", f"{WORD}.commentsExtended+xml"),
    "commentsIds": (f"{MICROSOFT}/2016/09/relationships/commentsIds", f"{WORD}.commentsIds+xml"),
    "commentsExtensible": (
        f"{MICROSOFT}/2018/08/relationships/commentsExtensible",
        f"{WORD}.commentsExtensible+xml",
    ),
    "stylesWithEffects": (
        f"{MICROSOFT}/2007/relationships/stylesWithEffects",
        f"{MS_WORD}.stylesWithEffects+xml",
    ),
    "customizations": (
        f"{MICROSOFT}/2006/relationships/keyMapCustomizations",
        f"{MS_WORD}.keyMapCustomizations+xml",
    ),
}
"""Parts beside the document that Word keeps for itself."""
FIELDS = (
    *("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGE \\* ROMAN", "NUMPAGES  \\* Arabic  \\* MERGEFORMAT"),
    *(
        'STYLEREF "Heading 1"',
        'STYLEREF  "Заголовок 1"  \\n',
        'TOC \\o "1-3" \\h \\z \\u',
        "PAGEREF _Toc1 \\h",
    ),
    *("SEQ Таблица \\* ARABIC", "SEQ Figure \\* ARABIC \\s 1", "REF _Ref1 \\r \\h", "NOTEREF _Ref2 \\h"),
    *('DATE \\@ "dd.MM.yyyy"', 'TIME \\@ "HH:mm"', "SAVEDATE", "CREATEDATE  \\* MERGEFORMAT", "PRINTDATE"),
    *("TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "DOCPROPERTY  Company  \\* MERGEFORMAT"),
    *(
        "FILENAME",
        "FILENAME \\p \\* MERGEFORMAT",
        "FILESIZE",
        "TEMPLATE",
        "USERNAME",
        "USERINITIALS",
        "INFO Title",
    ),
    *(
        "= 2 + 3",
        "=SUM(ABOVE)",
        "EQ \\f(1;2)",
        "ADVANCE \\u 6",
        'XE "срок"',
        'INDEX \\c "2"',
        "TOA \\h",
        "TA \\l x",
    ),
    *("CITATION Ива26 \\l 1049", "BIBLIOGRAPHY", "SYMBOL 183 \\f Symbol", "LISTNUM"),
    *('HYPERLINK "https://firm.example"', 'HYPERLINK "mailto:a@firm.example"', 'HYPERLINK \\l "_Toc1"'),
    *("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
)


def codes(data: bytes) -> list[str]:
    return [
        f"{each.code}: {each.message}" for each in check(data, "my.docx", "ru") if each.severity == "error"
    ]


def made_with(data: bytes) -> bytes:
    project = load(samples() / "minimal.yaml").project
    assert project is not None
    return write(compose(project, "concept", "short"), "docx", Look(template=data))


def as_word_saves() -> bytes:
    """The house template with all that a file of Word has beside its text."""
    parts, rels, types = {}, "", ""
    for name, (kind, type) in BESIDE.items():
        parts[f"word/{name}.xml"] = f"<w:{name} {W}/>".encode()
        rels += rel(kind, f"{name}.xml", f"rId{name}")
        types += override(f"word/{name}.xml", type)
    parts |= {
        "customXml/item1.xml": b'<b:Sources xmlns:b="http://x/bibliography" SelectedStyle="\\APA.XSL"/>',
        "customXml/itemProps1.xml": b'<ds:datastoreItem xmlns:ds="http://x/customXml" ds:itemID="{1}"/>',
        "customXml/_rels/item1.xml.rels": _rels(rel("customXmlProps", "itemProps1.xml", "rId1")),
        "word/glossary/document.xml": (
            f'<w:glossaryDocument {W}><w:docParts><w:docPart><w:docPartPr><w:name w:val="x"/></w:docPartPr>'
            f"<w:docPartBody>{field('PAGE')}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
        ).encode(),
        "word/glossary/styles.xml": f"<w:styles {W}/>".encode(),
        "word/glossary/_rels/document.xml.rels": _rels(rel("styles", "styles.xml", "rId1")),
        "docProps/thumbnail.emf": b"\x01\x00\x00\x00" + b"\0" * 40,
        "docMetadata/LabelInfo.xml": b'<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"/>',
        "word/fonts/font1.odttf": bytes(range(256)),
        "word/_rels/fontTable.xml.rels": _rels(
            "".join(rel("font", "fonts/font1.odttf", f"rId{n}") for n in range(1, 9))
        ),
    }
    rels += rel("customXml", "../customXml/item1.xml", "rIdX") + rel(
        "glossaryDocument", "glossary/document.xml", "rIdG"
    )
    types += override(
        "customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    )
    types += override("word/glossary/document.xml", f"{WORD}.document.glossary+xml")
    types += override("word/glossary/styles.xml", f"{WORD}.styles+xml")
    types += '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
    types += '<Default Extension="emf" ContentType="image/x-emf"/>'
    body = "".join(field(code.replace('"', "&quot;")) for code in FIELDS)
    data = parts_of(with_content(body, parts, rels, types))
    thumbnail = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    label = f"{MICROSOFT}/2020/02/relationships/classificationlabels"
    top = rel(thumbnail, "docProps/thumbnail.emf", "rIdT") + rel(label, "docMetadata/LabelInfo.xml", "rIdL")
    data["_rels/.rels"] = data["_rels/.rels"].replace(b"</Relationships>", top.encode() + b"</Relationships>")
    return packed(data)


def _rels(each: str) -> bytes:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'.encode()


def test_a_template_with_all_that_word_saves_is_accepted_and_its_own_affairs_stay_behind() -> None:
    data = as_word_saves()
    assert codes(data) == []
    told = " ".join(each.message for each in check(data, "my.docx", "ru") if each.code == "W-TPL-04")
    assert "thumbnail" in told
    made = parts_of(made_with(data))
    assert not [name for name in made if name.startswith(("docMetadata", "word/glossary", "word/people"))]
    assert not [name for name, part in made.items() if b"bibliography" in part]
    assert "word/fonts/font1.odttf" in made
    assert b"STYLEREF" in made[MAIN]


@pytest.mark.parametrize("code", FIELDS)
def test_a_field_that_tells_of_the_document_itself_is_allowed(code: str) -> None:
    assert codes(with_content(field(code.replace('"', "&quot;")))) == []


def test_a_count_of_pages_less_the_title_page_is_allowed() -> None:
    """``{ = { NUMPAGES } - 1 }`` and ``{ IF { PAGE } = 1 "" "стр." }`` stand in many a footer."""
    for code in ("= {} - 1", "IF {} = 1 &quot;&quot; &quot;стр.&quot;"):
        before, after = code.split("{}")
        assert codes(with_content(around(before, "PAGE", after))) == []


@pytest.mark.parametrize(("before", "after"), [("", " PAGE"), (" ", " PAGE"), ("PA", "GE"), ("D", "DE x y")])
def test_a_field_whose_name_another_field_says_is_refused(before: str, after: str) -> None:
    """Word puts what the inner field says in its place, and then looks what kind of field it is."""
    assert [each[:8] for each in codes(with_content(around(before, "REF bookmark", after)))] == ["E-TPL-05"]


def test_a_formula_may_begin_with_another_field() -> None:
    assert codes(with_content(around("=", "PAGE", "-1"))) == []


def around(before: str, inner: str, after: str) -> str:
    """A field with another inside its code."""
    code = "<w:r><w:instrText>{}</w:instrText></w:r>".format
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    own = char("begin") + code(inner) + char("end")
    return f"<w:p>{char('begin')}{code(before)}{own}{code(after)}{char('separate')}{char('end')}</w:p>"


def test_a_logo_with_its_svg_beside_it_is_a_plain_picture() -> None:
    """Word keeps a drawing twice: as a picture for all, and as SVG for itself."""
    svg = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    blip = (
        f'<a:blip xmlns:a="{main}" r:embed="rIdP"><a:extLst><a:ext uri="{{28A0092B-C50C-407E-A947-70E740481C1C}}"/>'
        f'<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{svg}" r:embed="rIdS"/>'
        "</a:ext></a:extLst></a:blip>"
    )
    pictures = {
        "word/media/logo.png": b"\x89PNG",
        "word/media/logo.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    types = '<Default Extension="svg" ContentType="image/svg+xml"/>'
    types += '<Override PartName="/word/media/logo.png" ContentType="image/png"/>'
    rels = rel("image", "media/logo.png", "rIdP") + rel("image", "media/logo.svg", "rIdS")
    data = with_content(f"<w:p><w:r><w:drawing>{blip}</w:drawing></w:r></w:p>", pictures, rels, types)
    assert codes(data) == []
    made = parts_of(made_with(data))
    assert b"rIdP" in made[MAIN]
    assert b"svgBlip" not in made[MAIN]
    assert "word/media/logo.png" in made or any(name.endswith(".png") for name in made)
    assert not [name for name in made if name.endswith(".svg")]


def test_what_is_allowed_is_documented(pytestconfig: pytest.Config) -> None:
    page = (pytestconfig.rootpath / "docs" / "templates.md").read_text(encoding="utf-8")
    listed = page[page.index("## Что шаблон может держать в себе") :]
    assert {name for name in ALLOWED if re.search(rf"\b{name}\b", listed) is None} == set()
    assert not {"DDE", "DDEAUTO", "QUOTE", "INCLUDETEXT", "LINK", "MERGEFIELD"} & set(
        re.findall(r"\b[A-Z]+\b", listed)
    )
