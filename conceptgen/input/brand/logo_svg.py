"""An SVG logo → the same drawing built anew from an allow-list of shapes, and its picture in pixels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from conceptgen.input.brand.bad_logo import BadLogo

BYTES = 1024 * 1024
NODES = 5_000
"""Drawn shapes, each as often as it is used."""
DEPTH = 64
"""Groups within groups: what draws them goes down as deep, and has no bottom of its own."""
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_ELEMENTS = (
    "svg g defs symbol use path rect circle ellipse line polyline polygon"
    " linearGradient radialGradient stop clipPath style"
)
_GEOMETRY = (
    "id class style d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points transform viewBox"
    " preserveAspectRatio gradientUnits gradientTransform spreadMethod offset clipPathUnits"
)
_LOOKS = (
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin"
    " stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color clip-path clip-rule stop-color"
    " stop-opacity display visibility overflow"
)
_ATTRIBUTES = frozenset(f"{_GEOMETRY} {_LOOKS}".split())
_KNOWN = frozenset(_ELEMENTS.split())
_PLAIN: Any = {None: _SVG}
_HREFS = ("href", f"{{{_XLINK}}}href")
_OUTSIDE = re.compile(r"url\s*\(\s*['\"]?(?!#)|@|\\|expression|javascript:|<", re.IGNORECASE)
_UNSEEN = ("title", "desc", "metadata")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?)\s*(px|pt|pc|mm|cm|in)?\s*")
_PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""Units of a drawing in each unit of length: what a drawing without a view box is drawn in."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A clean drawing and its size in its own units."""

    text: str
    width: float
    height: float


def looks_like(data: bytes) -> bool:
    """True if the bytes begin as an XML or SVG text does."""
    head = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith((b"<?xml", b"<svg", b"<!--", b"<!DOCTYPE", b"<!doctype"))


def clean(data: bytes) -> Drawn:
    """The drawing without anything but shapes and paints. Raises BadLogo naming what does not belong."""
    root = _parsed(data)
    built = _rebuilt(root)
    _check_uses(built)
    _check_clips(built)
    width, height = _size(root)
    built.set("width", f"{width:g}")
    built.set("height", f"{height:g}")
    if root.get("viewBox") is None:
        built.set("viewBox", f"0 0 {width:g} {height:g}")
    return Drawn(etree.tostring(built, encoding="unicode"), width, height)


def _parsed(data: bytes) -> Any:
    if len(data) > BYTES:
        raise BadLogo("bytes", limit=BYTES // 1024 // 1024)
    try:
        # One encoding, whatever the file declares: what is searched is what is parsed.
        text = _DECLARATION.sub("", data.decode("utf-8-sig"), count=1)
        if "<!ENTITY" in text:
            raise BadLogo("part", part="<!ENTITY>")
        etree.fromstring(text, _parser(_Depth()))
        root = etree.fromstring(text, _parser())
    except (UnicodeDecodeError, ValueError, etree.XMLSyntaxError) as fault:
        raise BadLogo from fault
    if root.tag != f"{{{_SVG}}}svg":
        raise BadLogo("format")
    return root


class _Depth:
    """Watches how deep elements stand within one another, as parsers differ in what they refuse by themselves."""

    def __init__(self) -> None:
        self._depth = 0

    def start(self, _tag: str, _attributes: object) -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise BadLogo("part", part=f"<g> > {DEPTH}")

    def end(self, _tag: str) -> None:
        self._depth -= 1

    def close(self) -> None:
        """The parser asks for a result; there is none."""


def _parser(target: Any = None) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        target=target,
    )


def _rebuilt(element: Any) -> Any:
    name = etree.QName(element).localname
    if name not in _KNOWN:
        raise BadLogo("part", part=f"<{name[:40]}>")
    built = etree.Element(f"{{{_SVG}}}{name}", nsmap=_PLAIN)
    for key, value in _attributes(element):
        built.set(key, value)
    if name == "style":
        built.text = element.text or ""
        _check_style(built.text)
    for child in element:
        if not isinstance(child.tag, str):
            raise BadLogo("part", part=str(child))
        # What drawing programs keep for themselves stands in names of their own.
        if etree.QName(child).namespace == _SVG and etree.QName(child).localname not in _UNSEEN:
            built.append(_rebuilt(child))
    return built


def _attributes(element: Any) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        if key in _HREFS:
            if not value.strip().startswith("#"):
                raise BadLogo("part", part=f'href="{value[:40]}"')
            yield "href", value.strip()
        elif key.lower().startswith("on"):
            raise BadLogo("part", part=key[:40])
        elif key in _ATTRIBUTES:
            _check_style(value)
            yield key, value


def _check_style(text: str) -> None:
    if found := _OUTSIDE.search(text):
        raise BadLogo("part", part=text[found.start() :][:40])


def _check_uses(root: Any) -> None:
    """A shape used by reference may not refer further: no loops, no avalanche."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    drawn = sum(1 for _ in root.iter())
    for element in root.iter():
        target = named.get((element.get("href") or "").removeprefix("#"))
        if target is None:
            continue
        inside = list(target.iter())
        if any(each.get("href") for each in inside):
            raise BadLogo("part", part="<use> → <use>")
        drawn += len(inside)
    if drawn > NODES:
        raise BadLogo("part", part=f"> {NODES}")


def _check_clips(root: Any) -> None:
    """What clips is not clipped itself, not by a class either."""
    by_class = any("clip-path" in (style.text or "") for style in root.iter(f"{{{_SVG}}}style"))
    for clip in root.iter(f"{{{_SVG}}}clipPath"):
        for each in clip.iter():
            if (
                each.get("clip-path")
                or "clip-path" in each.get("style", "")
                or (by_class and each.get("class"))
            ):
                raise BadLogo("part", part="clip-path → clip-path")


def _size(root: Any) -> tuple[float, float]:
    """Width and height: those of the view box, or else those of the picture."""
    box = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox") or "")]
    if len(box) == 4:
        return box[2], box[3]
    sides = [_LENGTH.fullmatch(root.get(side) or "") for side in ("width", "height")]
    if not all(sides):
        raise BadLogo("size")
    width, height = (float(side[1]) * _PIXELS[side[2] or "px"] for side in sides if side)
    return width, height


def rasterise(drawn: Drawn, longest: int) -> bytes:
    """The drawing as PNG, its longer side of ``longest`` pixels."""
    import resvg_py

    width = max(1, round(longest * min(1.0, drawn.width / drawn.height)))

    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=drawn.text, width=width, skip_system_fonts=True))
    except ValueError as fault:
        raise BadLogo from fault
