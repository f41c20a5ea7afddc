"""The page around the document: what can be looked at, what was found, and how it is kept fresh."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from conceptgen import resources
from conceptgen.languages import say, vocabulary
from conceptgen.preview.view import Choice, Sight, View

SHOWN = 200
"""Findings on the page; the check lists all."""


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(resources.template("preview"))
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, auto_reload=False)


def page(view: View) -> bytes:
    """The page itself; its script asks for the rest."""
    language = view.sight.language
    words = vocabulary(language)["preview"]
    made = _environment().get_template("page.html.j2")
    return made.render(words=words, language=language, file=view.path.name).encode()


def sheet(name: str) -> bytes:
    """The page's script or style sheet."""
    return resources.template("preview", name).read_bytes()


def state(view: View, sight: Sight) -> dict[str, Any]:
    """What the page must know: the number of the save, the documents, the findings, whether the view is old."""
    return {
        "number": sight.number,
        "broken": sight.is_broken,
        "choices": [{"name": each.name, "label": _label(each, sight)} for each in view.choices()],
        "findings": [each.record() for each in sight.findings[:SHOWN]],
        "summary": say(sight.language, "preview.summary", count=len(sight.findings)),
    }


def _label(choice: Choice, sight: Sight) -> str:
    words = vocabulary(sight.language)
    kind = words["lists"]["document_kind"][choice.document]
    variant = words["lists"]["variant"][choice.variant]
    chain = f" «{_chain_name(choice.chain, sight)}»" if choice.chain else ""
    return f"{kind}{chain}: {variant}"


def _chain_name(name: str, sight: Sight) -> str:
    chains = sight.project.chains if sight.project else ()
    return next(str(each.name) for place, each in enumerate(chains, 1) if name in (each.id, str(place)))
