"""The document as one HTML page: the frozen tree and pure functions go into the templates, nothing else."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache, partial
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from conceptgen import resources
from conceptgen.document.blocks import Chart, Contents, Document, Part, StripChart
from conceptgen.document.inline import Footnote, plain
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.document.photos import cover_room
from conceptgen.document.walk import blocks
from conceptgen.languages import say
from conceptgen.writers.columns import crowded
from conceptgen.writers.html import views
from conceptgen.writers.html.brand import brand_view
from conceptgen.writers.html.charts import DrawingArea, Panel, panels, strip
from conceptgen.writers.html.folds import Folds
from conceptgen.writers.html.inline import inline
from conceptgen.writers.html.leads import Leads
from conceptgen.writers.html.palette import Palette, palette
from conceptgen.writers.html.photos import address
from conceptgen.writers.profiles import profile_of
from conceptgen.writers.styles import css_class


class Notes:
    """The remarks of a document in the order they are met; each gets its number when it is called."""

    def __init__(self) -> None:
        self.items: list[Footnote] = []

    def mark(self, footnote: Footnote) -> int:
        """The number of one more remark."""
        self.items.append(footnote)
        return len(self.items)


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
    views.crowded_list,
    views.runs,
    views.share_class,
    views.more_heads,
    views.bodies,
    views.head_of,
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
    document: Document, look: Look = DEFAULT_LOOK, paged: bool = False, addressed: bool = False
) -> str:
    """The whole page. ``paged`` leaves remarks where they are called, for a renderer that has page feet.

    ``addressed``: each value says where it stands in the input, for a page around it that lets it be changed.
    """
    cover, notes = views.opening_cover(document), Notes()
    colours = palette(look)
    profile = profile_of(document)
    titled = cover is not None and any(item.role == "title" for item in cover.lines)
    return (
        environment()
        .get_template("document.html.j2")
        .render(
            document=document,
            paged=paged,
            addressed=addressed,
            cover=cover,
            top=2 if titled else 1,
            highest=views.highest_level(document),
            has_contents=any(isinstance(block, Contents) for block in blocks(document)),
            notes=notes,
            line=partial(
                inline,
                notes=notes,
                paged=paged,
                addressed=addressed,
                foreign=not paged and document.language != "ru",
            ),
            folds=Folds(document, not (paged or addressed)),
            leads=Leads(document),
            fold=say(document.language, "documents.chain.map.fold"),
            stands=views.TableLayouts(document, profile),
            panels=partial(_panels, document, paged, colours),
            strip=partial(_strip, document, paged, colours),
            palette=colours,
            brand=brand_view(look),
            sheet=views.SHEETS[document.page],
            profile=profile,
        )
    )


def _panels(document: Document, paged: bool, colours: Palette, chart: Chart, part: Part) -> tuple[Panel, ...]:
    return panels(chart, _easel(document, paged, colours, part))


def _strip(
    document: Document, paged: bool, colours: Palette, chart: StripChart, shares: Sequence[float], part: Part
) -> Panel:
    return strip(chart, sum(shares), _easel(document, paged, colours, part))


def _easel(document: Document, paged: bool, colours: Palette, part: Part) -> DrawingArea:
    words = document.language, document.labels.no_data
    return DrawingArea(part.landscape, paged, *words, colours, part.sheet)
