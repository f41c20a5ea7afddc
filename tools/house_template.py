"""Builds the Word templates in ``templates/docx``: ``house.docx``, which the writer opens, and ``cover.docx``, which
has a title page of its own. Run it after changing a style."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from house_fonts import FAMILIES, embedded
from house_numbering import numbering
from house_shapes import ACCENT, GLYPHS, QUIET, SANS, SERIF
from house_slots import in_line, of_pages, own_cover
from house_styles import styles

TARGETS = Path(__file__).resolve().parent.parent / "templates" / "docx"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"

PARTS = (
    ("rId1", "styles"),
    ("rId2", "numbering"),
    ("rId3", "settings"),
    ("rId4", "footnotes"),
    ("rId5", "header"),
    ("rId6", "footer"),
    ("rId8", "fontTable"),
)


def document(cover: str) -> str:
    """Nothing but the places for the title page and the text, and the page setup."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1077" w:right="851" w:bottom="1021" w:left="1417"'
        ' w:header="567" w:footer="510" w:gutter="0"/>' + ("<w:titlePg/>" if cover else "") + "</w:sectPr>"
    )
    body = (cover or of_pages("section.cover")) + of_pages("body")
    return f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"


def header() -> str:
    """The running title and, on drafts, the draft mark."""
    mark = '<w:rPr><w:rStyle w:val="DraftMark"/></w:rPr>'
    return (
        f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        f"{in_line('running')}{in_line('draft', mark)}</w:p></w:hdr>"
    )


def footer() -> str:
    """The section and the number of the page."""
    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{in_line("page")}</w:p></w:ftr>'
    )


def footnotes() -> str:
    """The two lines Word draws above footnotes; the notes themselves come with the text."""
    kinds = ((-1, "separator"), (0, "continuationSeparator"))
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for id, kind in kinds
    )
    return f"<w:footnotes {NAMESPACES}>{notes}</w:footnotes>"


def settings() -> str:
    """Hyphenation, current Word behaviour, Russian separators."""
    office = 'w:uri="http://schemas.microsoft.com/office/word"'
    compat = "".join(
        f'<w:compatSetting w:name="{name}" {office} w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", "15"),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
            ("doNotFlipMirrorIndents", "1"),
            ("differentiateMultirowTableHeaders", "1"),
        )
    )
    colors = ("bg1", "light1"), ("t1", "dark1"), ("bg2", "light2"), ("t2", "dark2")
    accents = tuple((f"accent{i}", f"accent{i}") for i in range(1, 7))
    links = (("hyperlink", "hyperlink"), ("followedHyperlink", "followedHyperlink"))
    scheme = " ".join(f'w:{name}="{value}"' for name, value in (*colors, *accents, *links))
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="357"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="ru-RU"/><w:clrSchemeMapping {scheme}/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def theme() -> str:
    """Colours and fonts that Word offers in its menus; charts a reader adds by hand take them too."""
    palette = (
        *(("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", ACCENT), ("lt2", "EAF1F3"), ("accent1", ACCENT)),
        *(("accent2", "4B8794"), ("accent3", "5B8A5A"), ("accent4", "B8862B"), ("accent5", "B5483F")),
        *(("accent6", QUIET), ("hlink", ACCENT), ("folHlink", QUIET)),
    )
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in palette)
    major, minor = (
        f'<a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/>' for name in (SANS, SERIF)
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House">'
        f'<a:themeElements><a:clrScheme name="House">{colors}</a:clrScheme><a:fontScheme name="House">'
        f"<a:majorFont>{major}</a:majorFont><a:minorFont>{minor}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="House"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def fonts() -> str:
    """The fonts in use; those of the house lie in the file."""
    listed = "".join(
        f'<w:font w:name="{name}"><w:family w:val="{kind}"/>{_cuts(name)}</w:font>'
        for name, kind in (*FAMILIES.items(), (GLYPHS, "auto"))
    )
    return f"<w:fonts {NAMESPACES}>{listed}</w:fonts>"


def _cuts(family: str) -> str:
    return "".join(
        f'<w:embed{font.cut} r:id="rId{number}" w:fontKey="{font.key}"/>'
        for number, font in enumerate(embedded(), 1)
        if font.family == family
    )


def core() -> str:
    """Empty properties, filled for each document."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title/></cp:coreProperties>"
    )


def relationships(*targets: tuple[str, str, str]) -> str:
    """A relationships part from (id, type, path)."""
    links = "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{path}"/>' for id, kind, path in targets)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def content_types() -> str:
    """What every part is."""
    own = [("document", "document.main"), *((name, name) for _, name in PARTS)]
    overrides = [(f"/word/{name}.xml", f"{MIME}.{kind}+xml") for name, kind in own]
    overrides.append(("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"))
    overrides.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
        + "".join(f'<Override PartName="{path}" ContentType="{kind}"/>' for path, kind in overrides)
        + "</Types>"
    )


def parts(cover: str) -> dict[str, str]:
    """Path inside the package → its text; ``cover`` is a title page of the template's own."""
    links = [(id, f"{OFFICE}/{name}", f"{name}.xml") for id, name in PARTS]
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": core(),
        "word/_rels/document.xml.rels": relationships(
            *links, ("rId7", f"{OFFICE}/theme", "theme/theme1.xml")
        ),
        "word/document.xml": document(cover),
        "word/styles.xml": styles(NAMESPACES),
        "word/numbering.xml": numbering(NAMESPACES),
        "word/fontTable.xml": fonts(),
        "word/_rels/fontTable.xml.rels": relationships(
            *((f"rId{number}", f"{OFFICE}/font", font.part) for number, font in enumerate(embedded(), 1))
        ),
        "word/settings.xml": settings(),
        "word/footnotes.xml": footnotes(),
        "word/header.xml": header(),
        "word/footer.xml": footer(),
        "word/theme/theme1.xml": theme(),
    }


def build(cover: str = "") -> bytes:
    """The template, the same bytes every time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        written = {name: (DECLARATION + text).encode() for name, text in parts(cover).items()}
        for name, data in (written | {f"word/{font.part}": font.data for font in embedded()}).items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, data)
    return file.getvalue()


if __name__ == "__main__":
    (TARGETS / "house.docx").write_bytes(build())
    (TARGETS / "cover.docx").write_bytes(build(own_cover()))
