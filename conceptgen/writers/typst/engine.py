"""Typst, fenced in: it sees our templates, our fonts and the data it is given, and nothing else of this machine."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from conceptgen import resources
from conceptgen.writers.pdf import fonts
from conceptgen.writers.typst.letters import drawable

if TYPE_CHECKING:
    from typst import Fonts

STANDARDS: list[Any] = ["a-3a", "ua-1"]


def render(about: dict[str, Any], look: dict[str, Any], tree: dict[str, Any]) -> bytes:
    """The templates filled with data; what our fonts lack among the letters of the text is replaced."""
    # Loaded when it is to work: a process that has begun its threads cannot be forked.
    import typst

    made: bytes = typst.compile(
        **_program(about, look, tree), format="pdf", pdf_standards=STANDARDS, timestamp=0
    )
    return made


def pictures(about: dict[str, Any], look: dict[str, Any], tree: dict[str, Any]) -> tuple[str, ...]:
    """The same as SVG, a picture a page; letters are outlines."""
    import typst

    made: bytes | list[bytes] = typst.compile(**_program(about, look, tree), format="svg", timestamp=0)
    return tuple(page.decode() for page in (made if isinstance(made, list) else [made]))


def heading_pages(about: dict[str, Any], look: dict[str, Any], tree: dict[str, Any]) -> dict[str, int]:
    """The anchors of the headings and the page each stands on, counted from one: the layout without its PDF."""
    import typst

    found = typst.query(**_program(about, look, tree), selector="<heading-pages>", field="value", one=True)
    return dict(json.loads(found))


def _program(about: dict[str, Any], look: dict[str, Any], tree: dict[str, Any]) -> dict[str, Any]:
    """What Typst is given for either: our templates, our fonts, the data; nothing of this machine."""
    folder = resources.template_path("typst")
    return {
        "input": folder / "document.typ",
        "root": folder,
        "font_paths": _fonts(),
        "ignore_system_fonts": True,
        "sys_inputs": {
            "about": _json(about),
            "look": drawable(_json(look)),
            "tree": drawable(_json(tree)),
        },
    }


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@cache
def _fonts() -> Fonts:
    from typst import Fonts

    folders = sorted({str(path.parent) for path in fonts.files().values()})
    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
