"""The document as one HTML page: the frozen tree and pure functions go into the templates, nothing else."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import fields, replace
from functools import cache, partial
from hashlib import sha256
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from conceptgen import resources
from conceptgen.document.blocks import Block, Chart, Contents, Document, Part, StripChart
from conceptgen.document.charts import Bars, Lines
from conceptgen.document.inline import plain
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.document.photos import cover_room
from conceptgen.document.walk import blocks
from conceptgen.languages import say
from conceptgen.writers.columns import crowded
from conceptgen.writers.html import views
from conceptgen.writers.html.brand import brand_view
from conceptgen.writers.html.charts import DrawingArea, Panel, panels, strip
from conceptgen.writers.html.drawn import Blocks, Drawn, Surroundings
from conceptgen.writers.html.folds import Folds
from conceptgen.writers.html.inline import inline
from conceptgen.writers.html.palette import palette
from conceptgen.writers.html.photos import address
from conceptgen.writers.profiles import profile_of
from conceptgen.writers.styles import css_class


def digest(text: str) -> str:
    """What a policy knows a style sheet by: the page lets in no other."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@cache
def environment() -> Environment:
    """The templates, read from one folder only; everything they print is escaped, nothing may be missing."""
    made = Environment(
        loader=FileSystemLoader(resources.template_path("html")),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    for helper in _HELPERS:
        made.globals[helper.__name__] = helper
    return made


_HELPERS = (
    plain,
    views.kind,
    views.prefix,
    views.caption,
    views.entries,
    views.list_setting,
    views.runs,
    views.share_class,
    views.more_heads,
    views.bodies,
    views.head_of,
    views.names_row,
    views.is_brief,
    views.stays_a_table,
    views.aligned,
    views.breakable,
    crowded,
    address,
    cover_room,
    digest,
    css_class,
)


def markup(
    document: Document,
    look: Look = DEFAULT_LOOK,
    paged: bool = False,
    addressed: bool = False,
    drawn: Drawn | None = None,
) -> str:
    """The whole page. ``paged`` leaves remarks where they are called, for a renderer that has page feet.

    ``addressed``: each value says where it stands in the input, for a page around it that lets it be changed.
    ``drawn``: what was drawn of the page before, for who draws it again and again; only what is new is drawn then.
    """
    cover = views.opening_cover(document)
    titled = cover is not None and any(item.role == "title" for item in cover.lines)
    by = Surroundings(
        document.language,
        document.labels,
        document.names_sections,
        top=2 if titled else 1,
        highest=views.highest_level(document),
        paged=paged,
        addressed=addressed,
        palette=palette(look),
        profile=profile_of(document),
    )
    drawing = Blocks(document, by, drawn)
    stands = views.TableLayouts(document, by.profile, drawing.layout)
    around = _around(by, drawing, stands)
    page = (
        environment()
        .get_template("document.html.j2")
        .render(
            around,
            document=document,
            cover=cover,
            has_contents=any(isinstance(block, Contents) for block in blocks(document)),
            notes=drawing.notes,
            drawn=partial(drawing.markup, draw=partial(_block, around)),
            folds=Folds(document, not (paged or addressed)),
            brand=brand_view(look),
            sheet=views.SHEETS[document.page],
        )
    )
    drawing.keep(drawn)
    return page


def _around(by: Surroundings, drawing: Blocks, stands: views.TableLayouts) -> dict[str, Any]:
    """All that the template of a block is given beside the block and its part."""
    return {
        **{each.name: getattr(by, each.name) for each in fields(by)},
        "line": partial(
            inline,
            notes=drawing.notes,
            paged=by.paged,
            addressed=by.addressed,
            foreign=not by.paged and by.language != "ru",
        ),
        "leads": drawing.leads,
        "fold": say(by.language, "documents.chain.map.fold"),
        "stands": stands,
        "panels": partial(_panels, by),
        "strip": partial(_strip, by),
    }


def _block(around: dict[str, Any], block: Block, part: Part) -> str:
    name = f"blocks/{views.kind(block)}.html.j2"
    return environment().get_template(name).render(around, block=block, part=part)


def _panels(by: Surroundings, chart: Chart, part: Part) -> tuple[Panel, ...]:
    """The drawings of a chart; on a screen bars and lines are drawn once more, as wide as a telephone."""
    easel = _easel(by, part)
    drawn = panels(chart, easel)
    if by.paged or chart.small or not isinstance(chart.data, Bars | Lines):
        return drawn
    narrow = panels(chart, replace(easel, narrow=True))
    return (*drawn, *(replace(each, narrow=True) for each in narrow))


def _strip(by: Surroundings, chart: StripChart, shares: Sequence[float], part: Part) -> Panel:
    return strip(chart, sum(shares), _easel(by, part))


def _easel(by: Surroundings, part: Part) -> DrawingArea:
    words = by.language, by.labels.no_data
    return DrawingArea(part.landscape, by.paged, *words, by.palette, part.sheet)
