"""The title of a document: that of the input, that of the chain it is about, or that of its kind."""

from __future__ import annotations

from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, Text, line
from conceptgen.document.told_once import beginning
from conceptgen.model.base import Model
from conceptgen.model.document_head import LONGEST_TITLE


def title(scope: Scope) -> Inlines:
    """The title, with its address where the input gives it."""
    if scope.title and scope.about_report:
        origin = scope.relations.origin(scope.report, "as_of")
        return scope.tell(scope.title, day=(Text(_day(scope), origin=origin),))
    return line(scope.say(scope.title)) if scope.title else scope.t(*titled_by(scope))


def title_text(scope: Scope) -> str:
    """The same as the bare text that the properties of the file have."""
    part, field = titled_by(scope)
    return scope.say(scope.title, day=_day(scope)) if scope.title else str(getattr(part, field))


def _day(scope: Scope) -> str:
    """The day that the title of a report on progress names."""
    return scope.words.day(scope.today) if scope.about_report and scope.today else ""


def titled_by(scope: Scope) -> tuple[Model, str]:
    """The field of the input that titles the document, or stands under the title of its kind."""
    is_of_chain = scope.about and scope.project.concept and not scope.title
    return (scope.about, "name") if scope.about and is_of_chain else (scope.project.document, "title")


def on_each_page(said: str) -> str:
    """A title as the head of every page has it: no longer than a title may be."""
    return beginning(said, LONGEST_TITLE)
