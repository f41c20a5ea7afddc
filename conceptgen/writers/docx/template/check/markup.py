"""What stands in the parts that has no place in a template: macros, links outside, entities, tracked changes."""

from __future__ import annotations

import re
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
_READING_FIELDS: Final = re.compile(
    r"^\s*(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD)\b", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"(?i)(https?|mailto|tel):")


def parse(parts: Parts, report: Report) -> Roots | None:
    """The XML of every part; None where one cannot be read or calls for entities."""
    roots: Roots = {}
    before = len(report.findings)
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
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
    for name, root in roots.items():
        if name.endswith(".rels"):
            _check_links(root, report)
    words = [root for name, root in roots.items() if name.startswith("word/") and name.endswith(".xml")]
    _check_fields(words, report)
    if count := sum(1 for root in words for _ in root.iter(*_TRACKED)):
        report.add("E-TPL-07", count=count)
    if count := sum(1 for root in words for _ in root.iter(f"{W}comment")):
        report.add("W-TPL-01", count=count)


def _kinds(parts: Parts) -> bytes:
    return parts.get("[Content_Types].xml", b"")


def _check_links(root: Any, report: Report) -> None:
    for link in root:
        if link.get("TargetMode") != "External":
            continue
        kind, target = str(link.get("Type", "")).rpartition("/")[2], str(link.get("Target", ""))
        if kind == "hyperlink" and not _ADDRESS.match(target):
            report.add("E-TPL-05", "hyperlink", target=target)
        elif kind != "hyperlink":
            report.add("E-TPL-05", "attached" if kind == "attachedTemplate" else "link", target=target)


def _check_fields(roots: list[Any], report: Report) -> None:
    for root in roots:
        said = [element.text or "" for element in root.iter(f"{W}instrText")]
        said += [element.get(f"{W}instr", "") for element in root.iter(f"{W}fldSimple")]
        for text in said:
            if found := _READING_FIELDS.match(text):
                report.add("E-TPL-05", "field", field=found[1].upper())
