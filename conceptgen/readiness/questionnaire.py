"""The questionnaire for the client: what is missing and whom to ask, a section a person, with room for the answers."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, cell, row
from conceptgen.composition.lines import quiet_line, strong
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Column, Document, Heading, Paragraph, Row, Table
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.languages.words import NBSP
from conceptgen.readiness.questions import Question, Respondent
from conceptgen.readiness.working_paper import working_paper

_WIDTHS = (("asked", 2.6), ("now", 2.0), ("until", 2.2), ("answer", 4.2))


def questionnaire(scope: Scope, respondents: tuple[Respondent, ...]) -> Document:
    """The document, ready to write."""
    return working_paper(scope, "questions", _pieces(scope, respondents))


def name_of(scope: Scope, respondent: Respondent) -> Inlines:
    """Whom to ask; a reminder to decide where nobody answers for it."""
    return respondent.name or line(scope.say("questions.nobody"))


def _pieces(scope: Scope, respondents: tuple[Respondent, ...]) -> Iterator[Piece]:
    yield Paragraph(line(scope.say("questions.lead" if respondents else "questions.none")), "lead")
    for respondent in respondents:
        name = name_of(scope, respondent)
        yield Heading(1, name)
        heads = tuple(Column(line(scope.say(f"questions.columns.{key}")), share) for key, share in _WIDTHS)
        rows = [_row(each) for each in respondent.questions]
        yield Table(heads, tuple(rows), alt=plain(name))


def _row(question: Question) -> Row:
    return row(
        cell(strong(question.asked), quiet_line(question.about)),
        cell(question.now),
        cell(question.until),
        cell(line(NBSP), line(NBSP)),
    )
