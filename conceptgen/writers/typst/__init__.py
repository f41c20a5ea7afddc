"""The second PDF writer: the same tree set by Typst, many times faster and without a system library.

The templates in ``templates/typst`` are the whole program; the document comes to them as data, text as strings.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.writers.format import Format

if TYPE_CHECKING:
    from conceptgen.document.blocks import Chart, Document


def _missing_letters(document: Document, look: Look) -> dict[str, str]:
    from conceptgen.writers.pdf.glyphs import missing

    return missing(document, look)


FORMAT = Format(
    media_type="application/pdf",
    libraries=("jinja2", "pikepdf", "typst"),
    reads=("brand", "source", "pdf_engine"),
    missing_letters=_missing_letters,
    letters="replaced",
)


def write(document: Document, look: Look = DEFAULT_LOOK) -> bytes:
    """The document as a tagged PDF, the same bytes for the same document and look."""
    from conceptgen.writers.html.views import titles
    from conceptgen.writers.typst import engine, finish
    from conceptgen.writers.typst.about import about
    from conceptgen.writers.typst.brand_fields import brand_fields
    from conceptgen.writers.typst.tree import tree

    made = engine.render(about(document, look), brand_fields(document, look), tree(document, look))
    return finish.finish(made, document.author, titles(document))


def pictures(document: Document, look: Look = DEFAULT_LOOK) -> tuple[str, ...]:
    """The document as SVG, a picture a page, as this writer lays it out, without heads and feet."""
    from conceptgen.writers.typst import engine
    from conceptgen.writers.typst.about import about
    from conceptgen.writers.typst.brand_fields import brand_fields
    from conceptgen.writers.typst.tree import tree

    told = tree(document, look) | {"alone": True}
    return engine.pictures(about(document, look), brand_fields(document, look), told)


def heading_pages(
    document: Document, look: Look = DEFAULT_LOOK, height: Callable[[Chart, float], float] | None = None
) -> dict[str, int]:
    """The page of each heading by its anchor, counted from one, as this writer lays the document out.

    ``height``: millimetres that a chart takes on so many of text width, where another writer draws the charts.
    """
    from conceptgen.writers.typst import engine
    from conceptgen.writers.typst.about import about
    from conceptgen.writers.typst.brand_fields import brand_fields
    from conceptgen.writers.typst.tree import tree

    told = tree(document, look, height)
    return engine.heading_pages(about(document, look), brand_fields(document, look), told)
