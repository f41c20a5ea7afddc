"""What stands in the parts that has no place in a template: macros, entities, tracked changes."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from conceptgen.writers.docx.template.check.archive import Parts
from conceptgen.writers.docx.template.check.report import Report
from conceptgen.writers.docx.xml import W

Roots = dict[str, Any]
_TRACKED: Final = tuple(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
    )
)
_BLANK: Final = b" \t\r\n\xef\xbb\xbf"
_XML: Final = (b"<", b"\xff\xfe<", b"\xfe\xff\x00<")


def parse(parts: Parts, report: Report) -> Roots | None:
    """The XML of every part; None where one cannot be read or calls for entities."""
    roots: Roots = {}
    before = len(report.findings)
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")) or data.lstrip(_BLANK).startswith(_XML):
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            try:
                roots[name] = etree.fromstring(data, parser)
            except etree.XMLSyntaxError:
                report.add("E-TPL-06" if b"<!DOCTYPE" in data else "E-TPL-01", *_variant(data), part=name)
                continue
            if roots[name].getroottree().docinfo.doctype:
                report.add("E-TPL-06", part=name)
    return roots if len(report.findings) == before else None


def _variant(data: bytes) -> tuple[str, ...]:
    return () if b"<!DOCTYPE" in data else ("part",)


def check(parts: Parts, roots: Roots | None, report: Report) -> None:
    """Find all of it; what needs parsed parts is left out where there are none."""
    if any(name.endswith("vbaProject.bin") for name in parts) or b"macroEnabled" in _kinds(parts):
        report.add("E-TPL-04")
    if roots is None:
        return
    words = [root for name, root in roots.items() if not name.endswith(".rels")]
    if count := sum(1 for root in words for _ in root.iter(*_TRACKED)):
        report.add("E-TPL-07", count=count)
    if count := sum(1 for root in words for _ in root.iter(f"{W}comment")):
        report.add("W-TPL-01", count=count)


def _kinds(parts: Parts) -> bytes:
    return parts.get("[Content_Types].xml", b"")
