"""What PDF/A-3a and PDF/UA-1 together ask of a file, beyond what WeasyPrint writes for the one or the other."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

SOFT_HYPHEN = "\u00ad"
_PRODUCER = re.compile(rb"(\bpdf:Producer=)\"[^\"]*\"")
_TYPES = {".json": "json"}
_XMP = """
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""
"""PDF/A knows no property ``pdfuaid:part``, so the file must describe it."""


def declare(pdf: Any, language: str, producer: str) -> None:
    """Say in the metadata which standards the file keeps to, its language, and whose it is: not which engine's."""
    stream = _at(pdf, pdf.catalog["Metadata"])
    more = _XMP.format(language=escape(language)).encode()
    told = _PRODUCER.sub(
        lambda found: found[1] + quoteattr(producer).encode(), b"".join(stream.stream), count=1
    )
    stream.stream = [told.replace(b"</rdf:RDF>", more)]
    pdf.info["Producer"] = type(pdf.info["Producer"])(producer)


def join_words(pdf: Any, hyphen: str) -> None:
    """What ends a line inside a word looks like a hyphen and is read as a soft one: words are copied whole.

    So does the standard of PDF tell the hyphens of a division from those of a word.
    """
    drawn, read = (f"<{ord(sign):04x}>".encode() for sign in (hyphen, SOFT_HYPHEN))
    for each in pdf.objects:
        if isinstance(each, dict) and "ToUnicode" in each:
            table = _at(pdf, each["ToUnicode"])
            table.stream = [line.replace(b" " + drawn, b" " + read) for line in table.stream]


def fix_for_every_viewer(pdf: Any) -> None:
    """Leave nothing to the viewer or the machine: how pictures are scaled, what kind of file goes along."""
    for each in pdf.objects:
        extra = getattr(each, "extra", {})
        if extra.get("Subtype") == "/Image":
            extra["Interpolate"] = "false"
    for each in pdf.objects:
        if isinstance(each, dict) and each.get("Type") == "/Filespec":
            suffix = "." + each["UF"].string.rpartition(".")[2].lower()
            _at(pdf, each["EF"]["F"]).extra["Subtype"] = f"/application#2f{_TYPES.get(suffix, 'yaml')}"
            each["EF"]["UF"] = each["EF"]["F"]
    if "AF" in pdf.catalog:  # WeasyPrint 70 names each file twice
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
