"""The check form as a workbook: a sheet for the visits, and one a visit with a row a standard."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from conceptgen.composition.scope import Scope
from conceptgen.exchange.check_form.questions import (
    ANSWERS,
    HEAD,
    VERSION,
    VISIT,
    VISITS,
    questions,
    scope_of,
)
from conceptgen.languages import say
from conceptgen.model.chain import Chain
from conceptgen.model.content import chain_names
from conceptgen.model.project import Project

_HEAD_WIDTHS = (5, 26, 13, 16, 18, 22, 22, 24, 34, 34, 34)
_WIDTHS = (8, 30, 48, 13, 11, 48, 30)
_BODY = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
_TITLE = {**_BODY, "bold": True, "bg_color": "#EDEDED"}
_GIVEN = {**_BODY, "font_color": "#595959"}
_WAYS = ("mystery_shopper", "self", "observation")
KEPT = ("kept", "broken", "not_seen")
_A4, _LETTER = 9, 1


def book(project: Project, chain: Chain, visits: int) -> bytes:
    """The form of a chain for so many visits, nothing filled in. The same project gives the same bytes."""
    data = BytesIO()
    made = Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    scope = scope_of(project, chain)
    made.set_properties(
        {
            "title": scope.say("check_form.title"),
            "created": datetime.combine(scope.today or date(2000, 1, 1), time()),
        }
    )
    writer = _Writer(made, scope)
    writer.head(visits)
    for number in range(1, visits + 1):
        writer.visit(number)
    hidden = made.add_worksheet("conceptgen")
    name = chain_names(project)[project.chains.index(chain)]
    for row, text in enumerate((VERSION, name)):
        hidden.write_string(row, 0, text)
    hidden.very_hidden()
    made.close()
    return data.getvalue()


class _Writer:
    """Texts stay texts: none is a formula, a link or a number."""

    def __init__(self, made: Any, scope: Scope) -> None:
        self._made, self._scope = made, scope
        self._language = scope.project.document.language
        self._body, self._title, self._given = map(made.add_format, (_BODY, _TITLE, _GIVEN))

    def head(self, visits: int) -> None:
        """A row a visit."""
        sheet = self._sheet(self._say("sheets.visits"), VISITS, "heads", HEAD, _HEAD_WIDTHS)
        for number in range(1, visits + 1):
            sheet.write_string(number, 0, str(number), self._given)
            for column in range(1, len(HEAD)):
                sheet.write_blank(number, column, None, self._body)
            sheet.set_row(number, 60)
        self._choose(
            sheet, HEAD.index("way"), visits, [self._scope.label("check_way", each) for each in _WAYS]
        )

    def visit(self, number: int) -> None:
        """A row a standard, with its key behind it."""
        sheet = self._sheet(
            self._say("sheets.visit", number=number), f"{VISIT}{number}", "answers", ANSWERS, _WIDTHS
        )
        row = 0
        for row, each in enumerate(questions(self._scope), 1):
            told = (each.number, each.placed.touchpoint.name, each.text)
            for column, text in enumerate(told):
                sheet.write_string(row, column, text, self._given)
            for column in range(len(told), len(ANSWERS)):
                sheet.write_blank(row, column, None, self._body)
            sheet.write_string(row, len(ANSWERS), each.key)
        self._choose(sheet, ANSWERS.index("kept"), row, [self._scope.label("kept", each) for each in KEPT])

    def _sheet(
        self, title: str, mark: str, heads: str, keys: tuple[str, ...], widths: tuple[int, ...]
    ) -> Any:
        sheet = self._made.add_worksheet(title)
        for column, (key, width) in enumerate(zip(keys, widths, strict=True)):
            sheet.write_string(0, column, self._say(f"{heads}.{key}"), self._title)
            sheet.set_column(column, column, width)
        sheet.write_string(0, len(keys), mark)
        sheet.set_column(len(keys), len(keys), None, None, {"hidden": True})
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(_LETTER if self._scope.paper == "letter" else _A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def _choose(self, sheet: Any, column: int, last: int, known: list[str]) -> None:
        if last:
            sheet.data_validation(1, column, last, column, {"validate": "list", "source": known})

    def _say(self, key: str, **facts: object) -> str:
        return say(self._language, f"check_book.{key}", **facts)
