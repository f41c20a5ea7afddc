"""The parts of a Word file that somebody sent: only those that are read, of sizes that do no harm, without entities."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any, Final

from lxml import etree

from conceptgen.errors import RequestError
from conceptgen.languages import say
from conceptgen.writers.docx.template.check.archive import ENTRIES, MEGABYTE, PART, RATIO, RATIO_FROM

FILE: Final = 50 * MEGABYTE
"""Pictures that readers paste in make files large; of them nothing is unpacked."""
WHOLE: Final = 100 * MEGABYTE
_READ: Final = re.compile(
    r"word/(document|footnotes|endnotes|comments|commentsExtended)\.xml|customXml/item\d+\.xml|docProps/core\.xml"
)

Roots = dict[str, Any]
"""The trees of the parts that are read, by name."""


def unpacked(data: bytes, name: str, language: str) -> Roots:
    """The parts that are read. Raises RequestError with one sentence for what is no Word file or does harm."""

    def refuse(key: str, **values: object) -> RequestError:
        return RequestError(say(language, f"edits.refused.{key}", name=name, **values))

    if len(data) > FILE:
        raise refuse("large", limit=FILE // MEGABYTE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [each for each in archive.infolist() if _READ.fullmatch(each.filename)]
            if any(each.flag_bits & 1 for each in archive.infolist()):
                raise refuse("locked")
            if _does_harm(archive.infolist(), entries):
                raise refuse("harmful")
            parts = {each.filename: archive.read(each) for each in entries}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as fault:
        raise refuse("other") from fault
    if "word/document.xml" not in parts:
        raise refuse("other")
    return {part: tree for part, xml in parts.items() if (tree := _tree(xml, part, refuse)) is not None}


def _does_harm(all_entries: list[zipfile.ZipInfo], entries: list[zipfile.ZipInfo]) -> bool:
    """True if the list of entries alone says not to unpack them."""
    names = [each.filename for each in entries]
    swollen = any(
        each.file_size > PART
        or (each.file_size > RATIO_FROM and each.file_size > RATIO * max(1, each.compress_size))
        for each in entries
    )
    too_much = sum(each.file_size for each in entries) > WHOLE
    return swollen or too_much or len(all_entries) > ENTRIES or len(set(names)) < len(names)


def _tree(xml: bytes, part: str, refuse: Any) -> Any:
    """The tree of a part; None for one beside the text that is damaged or strange, which is left out."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as fault:
        if part == "word/document.xml":
            raise refuse("damaged") from fault
        return None
    if b"<!DOCTYPE" in xml or root.getroottree().docinfo.internalDTD is not None:
        raise refuse("harmful")
    return root
