"""What of a PowerPoint file goes into slides of ours: masters, layouts, themes and their pictures, nothing else."""

from __future__ import annotations

import io
import zipfile
from typing import Any, Final

from lxml import etree

from conceptgen.writers.docx.template.check.allowed import TYPES, Link, Parts, links, rels_of, types

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SLIDES: Final = "application/vnd.openxmlformats-officedocument.presentationml."
_PICTURES: Final = tuple(f"image/{kind}" for kind in ("png", "jpeg", "jpg", "gif"))
KINDS: Final = {
    f"{_OFFICE}officeDocument": (f"{_SLIDES}presentation.main+xml", f"{_SLIDES}template.main+xml"),
    f"{_OFFICE}slideMaster": (f"{_SLIDES}slideMaster+xml",),
    f"{_OFFICE}slideLayout": (f"{_SLIDES}slideLayout+xml",),
    f"{_OFFICE}theme": ("application/vnd.openxmlformats-officedocument.theme+xml",),
    f"{_OFFICE}tableStyles": (f"{_SLIDES}tableStyles+xml",),
    f"{_OFFICE}presProps": (f"{_SLIDES}presProps+xml",),
    f"{_OFFICE}viewProps": (f"{_SLIDES}viewProps+xml",),
    f"{_OFFICE}image": _PICTURES,
}
"""The relations that are followed, each with the content types it may lead to; who made the file stays with it."""
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_KEPT: Final = ("sldMasterIdLst", "sldSz", "notesSz", "defaultTextStyle")
"""What of the presentation itself says how slides look."""


def is_allowed(link: Link, kinds: dict[str, str]) -> bool:
    """True if a relation leads to what a master consists of."""
    return not link.is_outside and kinds.get(link.target, "") in KINDS.get(link.kind, ())


def main_part(parts: Parts) -> str:
    """The name of the presentation among the parts; "" where there is none."""
    kinds = types(parts)
    wanted = KINDS[f"{_OFFICE}officeDocument"]
    return next((each.target for each in links(parts, "") if kinds.get(each.target) in wanted), "")


def only_allowed(master: bytes) -> bytes:
    """The file with its masters, layouts and themes, without slides, notes and whatever else it holds."""
    with zipfile.ZipFile(io.BytesIO(master)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kinds, kept = types(parts), {}
    waiting, seen = [""], {""}
    while waiting:
        source = waiting.pop()
        if source:
            kept[source] = _without_actions(parts[source]) if source.endswith(".xml") else parts[source]
        if rels_of(source) in parts:
            kept[rels_of(source)] = _cleared(parts[rels_of(source)], source, parts, kinds)
        for link in links(parts, source):
            if is_allowed(link, kinds) and link.target not in seen:
                seen.add(link.target)
                waiting.append(link.target)
    name = main_part(parts)
    kept[name] = _bare(kept[name])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part, data in {TYPES: _listed(parts[TYPES], kept), **kept}.items():
            archive.writestr(part, data)
    return made.getvalue()


def _parse(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _packed(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _cleared(data: bytes, source: str, parts: Parts, kinds: dict[str, str]) -> bytes:
    """The relations of a part without those that lead elsewhere."""
    allowed = {link.id for link in links(parts, source) if is_allowed(link, kinds)}
    root = _parse(data)
    for each in list(root):
        if each.get("Id") not in allowed:
            root.remove(each)
    return _packed(root)


def _without_actions(data: bytes) -> bytes:
    """A part without links and actions of its shapes: what they lead to is not there any more."""
    if b"hlink" not in data and b"<p:timing" not in data and b"extLst" not in data:
        return data
    root = _parse(data)
    for each in list(
        root.iter("{*}hlinkClick", "{*}hlinkHover", f"{_P}timing", f"{_P}extLst", f"{_P}custDataLst")
    ):
        each.getparent().remove(each)
    return _packed(root)


def _bare(data: bytes) -> bytes:
    """The presentation without its slides, notes, shows and sections."""
    root = _parse(data)
    for each in list(root):
        if etree.QName(each).localname not in _KEPT:
            root.remove(each)
    return _packed(root)


def _listed(data: bytes, kept: dict[str, bytes]) -> bytes:
    """The list of types without the parts that are gone; a template becomes a presentation."""
    root = _parse(data)
    for each in list(root):
        named = each.get("PartName")
        if named and named.lstrip("/") not in kept:
            root.remove(each)
        elif each.get("ContentType", "").endswith("template.main+xml"):
            each.set("ContentType", f"{_SLIDES}presentation.main+xml")
    return _packed(root)
