"""What a template may hold, by content type and relation: a document gets this and nothing else of it."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

Parts = Mapping[str, bytes]
TYPES: Final = "[Content_Types].xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OPEN: Final = "application/vnd.openxmlformats-officedocument."
_PICTURES: Final = tuple(
    f"image/{kind}" for kind in ("png", "jpeg", "jpg", "gif", "bmp", "tiff", "x-emf", "x-wmf")
)
KINDS: Final = {
    f"{_OFFICE}officeDocument": (f"{_WORD}document.main+xml",),
    **{
        f"{_OFFICE}{kind}": (f"{_WORD}{kind}+xml",)
        for kind in ("styles", "numbering", "settings", "webSettings", "fontTable")
    },
    **{f"{_OFFICE}{kind}": (f"{_WORD}{kind}+xml",) for kind in ("footnotes", "endnotes", "header", "footer")},
    f"{_OFFICE}comments": (f"{_WORD}comments+xml",),
    f"{_OFFICE}theme": (f"{_OPEN}theme+xml",),
    f"{_OFFICE}image": _PICTURES,
    f"{_OFFICE}font": (f"{_OPEN}obfuscatedFont", "application/x-font-ttf"),
    f"{_OFFICE}extended-properties": (f"{_OPEN}extended-properties+xml",),
    f"{_OFFICE}custom-properties": (f"{_OPEN}custom-properties+xml",),
    f"{_PACKAGE}core-properties": ("application/vnd.openxmlformats-package.core-properties+xml",),
}
"""The relations that are followed, each with the content types it may lead to."""
HYPERLINK: Final = "hyperlink"
VECTOR: Final = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


@dataclass(frozen=True, slots=True)
class Link:
    """A relation: the part it starts from ("" for the file), its id and kind, and the part or address it leads to."""

    source: str
    id: str
    kind: str
    target: str
    is_outside: bool

    @property
    def short(self) -> str:
        """The kind as a person may read it."""
        return self.kind.rpartition("/")[2]


def rels_of(part: str) -> str:
    """The name of the part with the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def links(parts: Parts, source: str) -> list[Link]:
    """The relations of a part."""
    data = parts.get(rels_of(source))
    return [_link(source, each) for each in etree.fromstring(data, _parser())] if data else []


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def _link(source: str, each: Any) -> Link:
    target, is_outside = str(each.get("Target", "")), each.get("TargetMode") == "External"
    if not is_outside:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
    return Link(source, str(each.get("Id", "")), str(each.get("Type", "")), target, is_outside)


def types(parts: Parts) -> dict[str, str]:
    """The content type of every part, by the list of the file and never by the name."""
    listed: dict[str, str] = {}
    usual: dict[str, str] = {}
    for each in etree.fromstring(parts[TYPES], _parser()):
        kind = str(each.get("ContentType", ""))
        if each.get("PartName"):
            listed[str(each.get("PartName")).lstrip("/").casefold()] = kind
        else:
            usual[str(each.get("Extension", "")).casefold()] = kind
    return {
        name: listed.get(name.casefold(), usual.get(name.rpartition(".")[2].casefold(), ""))
        for name in parts
        if name != TYPES
    }


def is_allowed(link: Link, kinds: Mapping[str, str]) -> bool:
    """True if a relation is one that documents may have."""
    if link.is_outside:
        return link.short == HYPERLINK
    return kinds.get(link.target, "") in KINDS.get(link.kind, ())


def reached(parts: Parts) -> Iterator[str]:
    """The parts that allowed relations lead to, each once; "" for the file itself first."""
    kinds, waiting, seen = types(parts), [""], {""}
    while waiting:
        source = waiting.pop()
        yield source
        for link in links(parts, source):
            if not link.is_outside and is_allowed(link, kinds) and link.target not in seen:
                seen.add(link.target)
                waiting.append(link.target)


def only_allowed(template: bytes) -> bytes:
    """The template with the parts and relations that are allowed, and no others."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kinds, kept = types(parts), {}
    for name in reached(parts):
        if name:
            kept[name] = without_vectors(parts[name])
        if rels_of(name) in parts:
            kept[rels_of(name)] = _cleared(parts[rels_of(name)], name, kinds)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in {TYPES: parts[TYPES], **kept}.items():
            archive.writestr(name, data)
    return made.getvalue()


def without_vectors(data: bytes) -> bytes:
    """A part without the SVG that Word puts beside a picture: the picture itself stays, the same for every program."""
    if b"svgBlip" not in data:
        return data
    root: Any = etree.fromstring(data, _parser())
    for vector in list(root.iter(VECTOR)):
        extension = vector.getparent()
        extension.getparent().remove(extension)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _cleared(data: bytes, source: str, kinds: Mapping[str, str]) -> bytes:
    root: Any = etree.fromstring(data, _parser())
    for each in list(root):
        if not is_allowed(_link(source, each), kinds):
            root.remove(each)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
