"""The fixed words of the documents of a chain, and the small builders that speak them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from string import Formatter

from conceptgen.composition.builders import Align
from conceptgen.composition.lines import capital, quiet
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Column, Heading, Paragraph, Row, Table
from conceptgen.document.inline import Inlines, Ref, Text, line, plain
from conceptgen.languages import say as speak
from conceptgen.languages import vocabulary
from conceptgen.languages.words import NBSP


def say(scope: Scope, key: str, **values: object) -> str:
    """A fixed sentence by its dotted key."""
    return speak(scope.words.language, f"chain.{key}", **values)


def tell(scope: Scope, key: str, **parts: Inlines | str) -> Inlines:
    """A fixed sentence whose ``{places}`` are filled with lines that keep their addresses."""
    told: list[str | Inlines] = []
    for text, place, _, _ in Formatter().parse(say(scope, key)):
        told += [text, parts[place] if place else ""]
    return line(*told)


def plural(scope: Scope, key: str, count: int) -> str:
    """«5 точек касания»."""
    return f"{scope.words.number(Decimal(count))}{NBSP}{form(scope, key, count)}"


def form(scope: Scope, key: str, count: int) -> str:
    """The form of a word that goes with a number."""
    forms = vocabulary(scope.words.language)["chain"]["plurals"][key]
    return str(forms.get(scope.words.locale.plural_form(count)) or forms["other"])


def level(scope: Scope, name: str) -> Inlines:
    """The client's own name of a level, or ours: «Зона взаимодействия»."""
    own = scope.t(scope.chain.level_labels, name)
    return capital(own or line(say(scope, f"levels.{name}")))


def labelled(scope: Scope, key: str, content: Inlines) -> Inlines:
    """A quiet label and what it names; nothing where there is nothing to name."""
    return line(quiet(f"{say(scope, f'labels.{key}')} "), content) if content else ()


def title(scope: Scope, key: str, depth: int = 1) -> Heading:
    """A numbered heading."""
    return Heading(depth, line(say(scope, f"{key}.title")))


def lead(scope: Scope, key: str, **parts: Inlines | str) -> Paragraph:
    """The sentence of conclusion that opens a section."""
    return Paragraph(tell(scope, f"{key}.lead", **parts), "lead")


def column(scope: Scope, key: str, weight: float = 1.0, align: Align = "left") -> Column:
    """A column by the key of its head."""
    return Column(line(say(scope, f"columns.{key}")), weight, align)


def grid(
    scope: Scope, key: str, heads: tuple[Column, ...], rows: Sequence[Row], **parts: Inlines | str
) -> tuple[Block, ...]:
    """A captioned table after the sentence that refers to it; nothing where there are no rows.

    ``parts`` fill the places of the caption; tables of one key are told apart by the ``number`` among them.
    """
    if not rows:
        return ()
    anchor = f"chain_{key}{parts.get('number', '')}"
    caption = tell(scope, f"{key}.caption", **parts)
    alt = "".join(each.text for each in caption if isinstance(each, Text))
    return refer(scope, key, anchor, **parts), Table(
        heads, tuple(rows), caption=caption, anchor=anchor, alt=alt
    )


def refer(scope: Scope, key: str, anchor: str, **parts: Inlines | str) -> Paragraph:
    """A sentence that refers to a captioned block; ``@`` stands for its number."""
    said = tell(scope, f"{key}.refer", **parts)
    at = next(
        n for n, each in enumerate(said) if isinstance(each, Text) and not each.origin and "@" in each.text
    )
    before, _, after = plain(said[at : at + 1]).partition("@")
    return Paragraph(line(said[:at], before, Ref(anchor), after, said[at + 1 :]), "intro")
