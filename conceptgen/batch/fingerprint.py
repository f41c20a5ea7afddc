"""What identifies an output: everything its bytes depend on, each piece framed by its length."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from conceptgen import resources
from conceptgen.document.blocks import Document
from conceptgen.document.look import Look
from conceptgen.write import office

_COMMON = (
    *("babel", "pydantic", "pyyaml", "fonttools", "fontpkg-pt-sans", "fontpkg-pt-serif"),
    *("pillow", "resvg-py", "pymorphy3", "pymorphy3-dicts-ru"),
)
LIBRARIES = {
    "docx": ("python-docx", "python-pptx", "lxml", "XlsxWriter"),
    "html": ("jinja2",),
    "pdf": ("jinja2", "weasyprint", "pydyf", "pyphen", "tinycss2", "cssselect2"),
}
"""The libraries whose version shows in the bytes of each format, beside the common ones."""


def digest(*pieces: bytes) -> str:
    """The hash of pieces; the length before each keeps ("ab", "c") apart from ("a", "bc")."""
    sum = hashlib.sha256()
    for piece in pieces:
        sum.update(len(piece).to_bytes(8, "big"))
        sum.update(piece)
    return sum.hexdigest()


def fingerprint(document: Document, format: str, look: Look) -> str:
    """The hash of all an output's bytes depend on: what it says, how it looks, what makes it."""
    counted = office.version() if look.contents_pages and format == "docx" else ""
    pieces = (repr(document), repr(_concerning(look, format)), format, machinery(format), counted)
    return digest(*(piece.encode("utf-8", "surrogatepass") for piece in pieces))


def _concerning(look: Look, format: str) -> Look:
    """What of a look shows in a format: the Word template in Word alone, the source in PDF alone."""
    if format == "docx":
        return replace(look, source=None)
    return replace(look, template=b"", contents_pages=False, source=look.source if format == "pdf" else None)


@cache
def machinery(format: str) -> str:
    """The program, its templates and the libraries that write a format."""
    names = sorted((*_COMMON, *LIBRARIES[format]))
    versions = [f"{name} {_version(name)}" for name in names]
    pango = [_pango()] if format == "pdf" else []
    return "\n".join((sys.version, _program(), *versions, *pango))


def whole_machinery() -> str:
    """All that any format depends on."""
    return "\n".join(machinery(format) for format in LIBRARIES)


@cache
def _program() -> str:
    """The program's own files: a change of any is a new version, whatever the number says."""
    here = Path(__file__).resolve().parent.parent
    return digest(*(piece for root in (here, resources.template()) for piece in _contents(root)))


def _contents(root: Path) -> Iterable[bytes]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(root).as_posix().encode()
            yield path.read_bytes()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _pango() -> str:
    """The version of the system library that sets the type; asked for without loading what lies above it."""
    import ctypes
    from ctypes.util import find_library

    try:
        pango = ctypes.CDLL(find_library("pango-1.0") or "libpango-1.0.so.0")
        pango.pango_version_string.restype = ctypes.c_char_p
        return f"pango {pango.pango_version_string().decode()}"
    except (OSError, AttributeError):
        return "pango -"
