"""The field codes of a template, put together from their runs; only those that say something of the document itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from conceptgen.writers.docx.xml import W

_LIST: Final = (
    "PAGE NUMPAGES SECTION SECTIONPAGES DATE TIME CREATEDATE SAVEDATE PRINTDATE TITLE SUBJECT AUTHOR "
    "KEYWORDS COMMENTS LASTSAVEDBY DOCPROPERTY NUMWORDS NUMCHARS REVNUM EDITTIME STYLEREF REF "
    "PAGEREF NOTEREF SEQ TOC TC XE INDEX LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT SYMBOL HYPERLINK "
    "FORMTEXT FORMCHECKBOX FORMDROPDOWN FILENAME FILESIZE TEMPLATE INFO USERNAME USERINITIALS EQ ADVANCE IF TA TOA "
    "CITATION BIBLIOGRAPHY"
)
ALLOWED: Final = frozenset(_LIST.split())
ADDRESS: Final = re.compile(r"(?i)(https?://|mailto:|tel:)")
_NAME: Final = re.compile(r"\s*(=|[^\s\"\\=]*)")
_NAMED: Final = re.compile(r"\s*(=|[^\s\"\\=]+[\s\"\\])")
"""The code of a field whose name is complete."""
_FORMULA: Final = "="
_WHOLE: Final = ("HYPERLINK", "DOCPROPERTY")
"""What these take may not come from another field."""
_ARGUMENT: Final = re.compile(r'\\[lotLOT]\s*(?:"[^"]*"?|[^\s\\"]+)?|\\.?|"([^"]*)"?|([^\s"\\]+)')


@dataclass(slots=True)
class _Field:
    code: str = ""
    is_code: bool = True
    has_inner: bool = False
    is_named_by_another: bool = False


def forbidden(root: Any) -> Iterator[tuple[str, str]]:
    """Each field that is not allowed: its name, and for a hyperlink the address."""
    for each in _fields(root):
        name = _NAME.match(each.code)[1].upper()  # type: ignore[index]
        is_known = name in ALLOWED or name == _FORMULA
        if not is_known or each.is_named_by_another or (each.has_inner and name in _WHOLE):
            yield name or "?", ""
        elif name == "HYPERLINK" and not _is_welcome(each.code):
            yield name, each.code.strip()[len(name) :].strip()


def _is_welcome(code: str) -> bool:
    """True if a hyperlink leads to a site, to mail, to a telephone, or to a place in the document."""
    rest = _NAME.sub("", code, count=1)
    addresses = [found[1] or found[2] for found in _ARGUMENT.finditer(rest) if found[1] or found[2]]
    return all(ADDRESS.match(address) for address in addresses)


def _fields(root: Any) -> Iterator[_Field]:
    open_fields: list[_Field] = []
    stray = _Field()
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText", f"{W}t", f"{W}fldSimple"):
        if element.tag == f"{W}fldSimple":
            yield _Field(element.get(f"{W}instr", ""))
        elif element.tag != f"{W}fldChar":
            _say(element, open_fields, stray)
        elif element.get(f"{W}fldCharType") == "begin":
            if open_fields and open_fields[-1].is_code:
                open_fields[-1].has_inner = True
                open_fields[-1].is_named_by_another |= _NAMED.match(open_fields[-1].code) is None
            open_fields.append(_Field())
        elif open_fields and element.get(f"{W}fldCharType") == "separate":
            open_fields[-1].is_code = False
        elif open_fields:
            yield open_fields.pop()
    yield from open_fields
    if stray.code.strip():
        yield stray


def _say(element: Any, open_fields: list[_Field], stray: _Field) -> None:
    """Text belongs to the code of the innermost field until its result begins."""
    is_code = element.tag != f"{W}t"
    if open_fields and open_fields[-1].is_code:
        open_fields[-1].code += element.text or ""
    elif is_code:
        stray.code += element.text or ""
