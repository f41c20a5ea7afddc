"""Styles under other ids: Word in Russian saves «heading 1» as «1»; the writer knows every style by one id."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

from conceptgen.writers.docx.xml import W
from conceptgen.writers.styles import STYLES, Style

_REFERENCES: Final = tuple(
    f"{W}{name}"
    for name in (
        *("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink"),
        *("clickAndTypeStyle", "defaultTableStyle"),
    )
)
_PARTS: Final = re.compile(r"word/[\w-]+\.xml")


def found(styles: Any) -> dict[Style, Any]:
    """The template's style for each style of the contract it has: by name, by id, by the name Russian Word shows."""
    there = list(styles.iter(f"{W}style"))
    return {style: match for style in STYLES if (match := _match(style, there)) is not None}


def _match(style: Style, there: list[Any]) -> Any:
    fitting = [each for each in there if each.get(f"{W}type") == style.kind]
    tests = (
        lambda each: _name(each, "name") == style.word.casefold(),
        lambda each: each.get(f"{W}styleId") == style.id,
        lambda each: style.local and _name(each, "name") == style.local.casefold(),
        lambda each: style.word.casefold() in _name(each, "aliases").split(","),
    )
    return next((each for test in tests for each in fitting if test(each)), None)


def _name(style: Any, kind: str) -> str:
    element = style.find(f"{W}{kind}")
    return "" if element is None else str(element.get(f"{W}val", "")).casefold()


def with_our_ids(template: bytes) -> bytes:
    """The template with every style of the contract under the id the writer knows; others make room."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    ours = new_ids(etree.fromstring(parts[part_of_kind(parts, "styles")]))
    if not ours:
        return template
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as made:
        for name, data in parts.items():
            made.writestr(name, _renamed(data, ours) if _PARTS.fullmatch(name) else data)
    return result.getvalue()


def part_of_kind(parts: Mapping[str, bytes], kind: str) -> str:
    """The name of the part with the styles, the numbering and the like; "" for none."""
    for override in etree.fromstring(parts["[Content_Types].xml"]):
        if override.get("ContentType", "").endswith(f"wordprocessingml.{kind}+xml"):
            return str(override.get("PartName", "")).removeprefix("/")
    return ""


def new_ids(styles: Any) -> dict[str, str]:
    """Old id → new id, for the styles that must change theirs."""
    matched = {each.get(f"{W}styleId"): style.id for style, each in found(styles).items()}
    changed = {old: new for old, new in matched.items() if old != new}
    taken = set(matched.values())
    for each in styles.iter(f"{W}style"):
        old = each.get(f"{W}styleId")
        if old in taken and old not in matched:
            changed[old] = f"{old}Own"
    return changed


def _renamed(data: bytes, ids: dict[str, str]) -> bytes:
    root: Any = etree.fromstring(data)
    for style in root.iter(f"{W}style"):
        _rename(style, f"{W}styleId", ids)
    for reference in root.iter(*_REFERENCES):
        _rename(reference, f"{W}val", ids)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rename(element: Any, attribute: str, ids: dict[str, str]) -> None:
    if new := ids.get(element.get(attribute)):
        element.set(attribute, new)
