"""The questionnaire as a workbook: one sheet, a row a question, a column for the answers. Texts stay texts."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from xlsxwriter import Workbook

from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Document
from conceptgen.document.inline import plain
from conceptgen.pipeline import Output
from conceptgen.readiness.questionnaire import name_of
from conceptgen.readiness.questions import Respondent

_WIDTHS = {"number": 5, "whom": 26, "about": 32, "asked": 38, "now": 30, "until": 16, "answer": 50}
_LONGEST = 32_767
"""Letters that a cell can hold."""
_PAPER = {"letter": 1, "a4": 9}
_BODY = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
_HEAD = {**_BODY, "bold": True, "bg_color": "#EDEDED"}
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class WorkbookOutput(Output):
    """The workbook beside the document it goes with."""

    rows: Rows = ()

    def data(self) -> bytes:
        """The complete file."""
        return _workbook(self.rows, self.document)

    @property
    def letters(self) -> str:
        """Borrowed by the machine that shows it, were there any."""
        return "borrowed"

    def missing_letters(self) -> dict[str, str]:
        """None: a workbook is shown in the fonts of the machine."""
        return {}


def rows(scope: Scope, respondents: tuple[Respondent, ...]) -> Rows:
    """The heads, then each question with the room for its answer."""
    asked = [(name_of(scope, each), question) for each in respondents for question in each.questions]
    heads = tuple(scope.say(f"questions.columns.{key}") for key in _WIDTHS)
    told = (
        (str(number), *map(plain, (whom, each.about, each.asked, each.now, each.until)), "")
        for number, (whom, each) in enumerate(asked, 1)
    )
    return heads, *told


def _workbook(rows: Rows, document: Document) -> bytes:
    """One sheet of texts: none is a formula, a link or a number. The date of the file is that of the document."""
    data = BytesIO()
    book = Workbook(data, {"in_memory": True})
    book.set_properties(
        {
            "title": document.title,
            "author": document.author,
            "company": document.organization,
            "created": document.stamp,
        }
    )
    sheet = book.add_worksheet()
    head, body = book.add_format(_HEAD), book.add_format(_BODY)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(number, column, _fitting(text), body if number else head)
    for column, width in enumerate(_WIDTHS.values()):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows) - 1, len(_WIDTHS) - 1)
    sheet.set_landscape()
    sheet.set_paper(_PAPER[document.page])
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return data.getvalue()


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
