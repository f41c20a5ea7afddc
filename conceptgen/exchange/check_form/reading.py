"""A filled check form → the visits it tells of; whatever cannot be read is refused by sheet, row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from conceptgen.changes.pairing import normal
from conceptgen.errors import RequestError
from conceptgen.exchange.check_form.book import KEPT
from conceptgen.exchange.check_form.questions import (
    ANSWERS,
    HEAD,
    MARK,
    VERSION,
    VISIT,
    VISITS,
    WHOLE,
    Question,
)
from conceptgen.input.files import ZIP
from conceptgen.input.findings_report import Report, show
from conceptgen.input.workbook.package import is_fit
from conceptgen.input.workbook.table import Table, TableCell, tables
from conceptgen.languages import LANGUAGES, USUAL, say, vocabulary

_DAY: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_TOLD: Final = 12
"""How many remarks are told at once."""


@dataclass
class Visit:
    """One visit: the row and the sheet it stands on, what is said of it, its answers by question."""

    number: int
    row: int
    said: dict[str, str]
    answers: list[tuple[Question, dict[str, str]]] = field(default_factory=list)


def is_check_form(data: bytes) -> bool:
    """True for a workbook that was made as a check form, of whatever version."""
    return bool(_mark(data))


def _mark(data: bytes) -> str:
    if not data.startswith(ZIP) or not is_fit(data, Report("", USUAL)):
        return ""
    try:
        found = tables(data)
    except Exception:  # whatever is wrong with a workbook, reading it as one of ours tells
        return ""
    return next((text for each in found if (text := _text(each, 1, 1)).startswith(MARK)), "")


def made_by(data: bytes, name: str, language: str) -> tuple[str, str]:
    """The version of a form, and the name of the chain it is about. Raises RequestError for one of no known version."""
    version = _mark(data)
    if version not in (WHOLE, VERSION):
        raise RequestError(say(language, "check_book.version", name=name))
    return version, next(_text(each, 2, 1) for each in tables(data) if _text(each, 1, 1) == version)


def visits(data: bytes, name: str, language: str, asked: list[Question]) -> list[Visit]:
    """The visits of a form. Raises RequestError that names everything which cannot be read."""
    reader = _Reader(language, {each.key: each for each in asked})
    found = reader.read(tables(data))
    if reader.wrong:
        left = len(reader.wrong) - _TOLD
        more = [say(language, "check_book.more", count=left)] if left > 0 else []
        raise RequestError(
            "\n".join([say(language, "check_book.refused", name=name), *reader.wrong[:_TOLD], *more])
        )
    if not found:
        raise RequestError(say(language, "check_book.empty", name=name))
    return found


def _text(table: Table, row: int, column: int) -> str:
    cell = table.rows.get(row, {}).get(column)
    return cell.text.strip() if cell else ""


class _Reader:
    def __init__(self, language: str, asked: dict[str, Question]) -> None:
        self._language, self._asked = language, asked
        self.wrong: list[str] = []

    def read(self, found: list[Table]) -> list[Visit]:
        """The visits that have answers, in their order."""
        marked = [(self._marked(each), each) for each in found]
        heads = [each for (mark, _), each in marked if mark == VISITS]
        sheets: dict[int, Table] = {}
        for (mark, _), each in marked:
            if mark.startswith(VISIT) and mark.removeprefix(VISIT).isdigit():
                number = int(mark.removeprefix(VISIT))
                if number in sheets:
                    self._refuse("twin", sheet=each.title, other=sheets[number].title)
                sheets.setdefault(number, each)
        if len(heads) != 1:
            self._refuse("no_head")
            return []
        told = {each.number: each for each in self._rows(heads[0])}
        made = [self._visit(number, each, told) for number, each in sorted(sheets.items())]
        return self._once([each for each in made if each])

    def _rows(self, table: Table) -> Iterator[Visit]:
        columns = self._columns(table, "heads", HEAD)
        for row in sorted(table.rows):
            number = _text(table, row, columns.get("number", 1))
            if row == 1 or not number.isdigit():
                continue
            said = {key: self._cell(table, row, at) for key, at in columns.items() if key != "number"}
            yield Visit(int(number), row, {key: text for key, text in said.items() if text})

    def _visit(self, number: int, table: Table, told: dict[int, Visit]) -> Visit | None:
        answers = self._answers(table)
        visit = told.get(number) or Visit(number, number + 1, {})
        if not answers and not visit.said:
            return None
        if not answers:
            self._refuse("no_answers", sheet=table.title)
        for key in ("check", "date"):
            if not visit.said.get(key):
                self._refuse("absent", row=visit.row, column=self._say(f"heads.{key}"), sheet=table.title)
        if way := visit.said.get("way"):
            visit.said["way"] = self._known("check_way", way, ("mystery_shopper", "self", "observation"))
            if not visit.said["way"]:
                self._odd(self._say("sheets.visits"), visit.row, self._say("heads.way"), "value", way)
        if day := _DAY.fullmatch(visit.said.get("date", "")):
            visit.said["date"] = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
        visit.answers = answers
        return visit

    def _answers(self, table: Table) -> list[tuple[Question, dict[str, str]]]:
        """The answers that say whether a standard was kept; every row is looked at."""
        columns = self._columns(table, "answers", ANSWERS)
        _, at = self._marked(table)
        found: dict[str, dict[str, str]] = {}
        for row in sorted(set(table.rows) - {1}):
            key = _text(table, row, at)
            if not any(_text(table, row, each) for each in (*columns.values(), at)):
                continue
            if key not in self._asked:
                said = _text(table, row, columns.get("standard", 3))
                self._odd(table.title, row, self._say("answers.standard"), "unknown", said)
            elif key in found:
                self._odd(table.title, row, self._say("answers.standard"), "twice", self._asked[key].text)
            else:
                found[key] = self._answer(table, row, columns)
        for key in self._asked.keys() - found.keys() if found else ():
            each = self._asked[key]
            self._refuse("missing", sheet=table.title, number=each.number, text=show(each.text))
        return [(self._asked[key], said) for key, said in found.items() if said]

    def _answer(self, table: Table, row: int, columns: dict[str, int]) -> dict[str, str]:
        told = ("kept", "time", "evidence", "comment")
        said = {key: self._cell(table, row, columns[key]) for key in told if key in columns}
        said = {key: text for key, text in said.items() if text}
        if kept := said.get("kept"):
            said["kept"] = self._known("kept", kept, KEPT)
            if not said["kept"]:
                self._odd(table.title, row, self._say("answers.kept"), "value", kept)
        elif said:
            self._odd(table.title, row, self._say("answers.kept"), "unsaid", next(iter(said.values())))
        return said

    def _once(self, found: list[Visit]) -> list[Visit]:
        met: dict[tuple[str, ...], int] = {}
        for each in found:
            identity = tuple(
                normal(each.said.get(key, "")) for key in ("check", "date", "time", "checker", "place")
            )
            if identity in met:
                self._refuse("same_visit", one=met[identity], other=each.number)
            met.setdefault(identity, each.number)
        return found

    def _columns(self, table: Table, heads: str, keys: tuple[str, ...]) -> dict[str, int]:
        """Where each column stands now; it is known by its head."""
        there = {normal(cell.text): at for at, cell in table.rows.get(1, {}).items()}
        found = {key: there[head] for key in keys if (head := normal(self._say(f"{heads}.{key}"))) in there}
        for key in keys:
            if key not in found:
                self._refuse("no_column", sheet=table.title, column=self._say(f"{heads}.{key}"))
        return found

    def _marked(self, table: Table) -> tuple[str, int]:
        """What the hidden cell of a sheet says, and its column."""
        for at, cell in table.rows.get(1, {}).items():
            if cell.text == VISITS or cell.text.startswith(VISIT):
                return cell.text, at
        return "", 0

    def _cell(self, table: Table, row: int, column: int) -> str:
        cell: TableCell | None = table.rows.get(row, {}).get(column)
        if cell is None:
            return ""
        if cell.odd:
            self._odd(table.title, row, _text(table, 1, column), "formula", cell.text)
        return cell.text.strip()

    def _known(self, listed: str, text: str, keys: tuple[str, ...]) -> str:
        """The key of a word of a list, in whichever language; "" for none."""
        for language in (self._language, *LANGUAGES):
            known: Any = vocabulary(language)["lists"][listed]
            for key in keys:
                if normal(text) == normal(str(known[key])):
                    return key
        return ""

    def _odd(self, sheet: str, row: int, column: str, reason: str, text: str) -> None:
        said = say(self._language, f"check_book.odd.{reason}", text=show(text))
        self._refuse("cell", sheet=sheet, row=row, column=column, said=said)

    def _refuse(self, key: str, **facts: object) -> None:
        self.wrong.append("  " + self._say(key, **facts))

    def _say(self, key: str, **facts: object) -> str:
        return say(self._language, f"check_book.{key}", **facts)
