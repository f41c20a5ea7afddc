"""What identifies an output: everything its bytes depend on, each piece framed by its length."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from conceptgen import resources
from conceptgen.deliverables.formats import PDF_ENGINES, WRITERS
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.languages.files_of_words import PREPARED
from conceptgen.writers import format_of

if TYPE_CHECKING:
    from conceptgen.document.blocks import Document

_COMMON = (
    *("babel", "pydantic", "pyyaml", "fonttools", "fontpkg-pt-sans", "fontpkg-pt-serif"),
    *("pillow", "resvg-py", "pymorphy3", "pymorphy3-dicts-ru"),
)


def digest(*pieces: bytes) -> str:
    """The hash of pieces; the length before each keeps ("ab", "c") apart from ("a", "bc")."""
    sum = hashlib.sha256()
    for piece in pieces:
        sum.update(len(piece).to_bytes(8, "big"))
        sum.update(piece)
    return sum.hexdigest()


def fingerprint(document: Document, format: str, look: Look) -> str:
    """The hash of all an output's bytes depend on: what it says, how it looks, what makes it."""
    record = format_of(format, look)
    shown = repr(record.concerning(look))
    pieces = (repr(document), shown, format, toolchain(format, look.pdf_engine), record.machine(look))
    return digest(*(piece.encode("utf-8", "surrogatepass") for piece in pieces))


@cache
def toolchain(format: str, pdf_engine: str = "") -> str:
    """The program, its templates and the libraries that write a format."""
    record = format_of(format, Look(pdf_engine=pdf_engine))
    versions = [f"{name} {_version(name)}" for name in sorted((*_COMMON, *record.libraries))]
    return "\n".join((sys.version, _program(), *versions, record.machine(DEFAULT_LOOK)))


@cache
def whole_toolchain() -> str:
    """All that any format depends on."""
    return "\n".join(toolchain(format, engine) for format in WRITERS for engine in PDF_ENGINES)


@cache
def _program() -> str:
    """The program's own files: a change of any is a new version, whatever the number says."""
    here = Path(__file__).resolve().parent.parent
    return digest(*(piece for root in (here, resources.template_path()) for piece in _contents(root)))


def _contents(root: Path) -> Iterable[bytes]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix not in (".pyc", PREPARED):
            yield path.relative_to(root).as_posix().encode()
            yield path.read_bytes()


@cache
def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
