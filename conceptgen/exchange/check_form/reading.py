"""A filled check form → the visits it tells of; whatever cannot be read is refused by sheet, row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from openpyxl.utils.cell import get_column_letter
from pydantic import TypeAdapter, ValidationError

from conceptgen.changes.pairing import normal
from conceptgen.errors import RequestError
from conceptgen.exchange.check_form.book import KEPT
from conceptgen.exchange.check_form.questions import ANSWERS, HEAD, VISIT, VISITS, Question
from conceptgen.input.findings_report import show
from conceptgen.input.workbook.heads import CHECK_FORM
from conceptgen.input.workbook.table import Table, TableCell, tables, text_at
from conceptgen.languages import LANGUAGES, say, vocabulary
from conceptgen.model.base import DateOrUnknown
from conceptgen.model.references import UNKNOWN

_DAY: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_LIKE: Final = 3
"""Heads of ours that make a sheet one of ours, though its mark is gone."""
_TOLD: Final = 12
"""How many remarks are told at once."""


@dataclass
class Visit:
    """One visit: the row and the sheet it stands on, what is said of it, its answers by question."""

    number: int
    row: int
    said: dict[str, str]
    answers: list[tuple[Question, dict[str, str]]] = field(default_factory=list)


@dataclass(frozen=True)
class Filled:
    """The visits of a form, and what else was written into it and is no part of it, each in a sentence."""

    visits: list[Visit]
    left_out: tuple[str, ...]


def visits(data: bytes, name: str, language: str, asked: list[Question]) -> Filled:
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
    return Filled(found, tuple(reader.left_out))


def _is_date(text: str) -> bool:
    try:
        TypeAdapter(DateOrUnknown).validate_python(text)
    except ValidationError:
        return False
    return True


class _Reader:
    def __init__(self, language: str, asked: dict[str, Question]) -> None:
        self._language, self._asked = language, asked
        self.wrong: list[str] = []
        self.left_out: list[str] = []

    def read(self, found: list[Table]) -> list[Visit]:
        """The visits that have answers, in their order."""
        marked = [(self._marked(each), each) for each in found]
        for (mark, _), each in marked:
            if not mark and each.rows and not text_at(each, 1, 1).startswith(CHECK_FORM):
                self._unmarked(each)
        heads = [each for (mark, _), each in marked if mark == VISITS]
        sheets: dict[int, Table] = {}
        for (mark, _), each in marked:
            if mark.startswith(VISIT) and mark.removeprefix(VISIT).isdigit():
                number = int(mark.removeprefix(VISIT))
                if number in sheets:
                    self._refuse("twin", sheet=each.title, other=sheets[number].title)
                sheets.setdefault(number, each)
        if sheets and not any(self._keys(each) & self._asked.keys() for each in sheets.values()):
            self._refuse("strange")
            return []
        if len(heads) != 1:
            self._refuse("no_head")
            return []
        told = self._told(heads[0], sheets)
        made = [self._visit(number, each, told) for number, each in sorted(sheets.items())]
        return self._once([each for each in made if each])

    def _told(self, table: Table, sheets: Mapping[int, Table]) -> dict[int, Visit]:
        """What is said of each visit; one that is told twice, or has no answers, is not passed over."""
        told: dict[int, Visit] = {}
        for each in self._rows(table):
            if each.number in told:
                self._odd(table.title, each.row, self._say("heads.number"), "twice", str(each.number))
            elif each.number not in sheets:
                self._refuse("no_sheet", row=each.row, sheet=self._say("sheets.visit", number=each.number))
            told[each.number] = each
        return told

    def _rows(self, table: Table) -> Iterator[Visit]:
        columns = self._columns(table, "heads", HEAD)
        for row in sorted(table.rows):
            if row == 1:
                continue
            number = text_at(table, row, columns.get("number", 1))
            said = {key: self._cell(table, row, at) for key, at in columns.items() if key != "number"}
            said = {key: text for key, text in said.items() if text}
            if said and not number.isdecimal():
                self._odd(table.title, row, self._say("heads.number"), "no_number", number)
            elif said:
                yield Visit(int(number), row, said)

    def _visit(self, number: int, table: Table, told: dict[int, Visit]) -> Visit | None:
        before = len(self.wrong)
        answers = self._answers(table)
        visit = told.get(number) or Visit(number, number + 1, {})
        if not answers and not visit.said:
            return None
        if not answers and len(self.wrong) == before:
            self._refuse("no_answers", sheet=table.title)
        for key in ("check", "date"):
            if not visit.said.get(key):
                self._refuse("absent", row=visit.row, column=self._say(f"heads.{key}"), sheet=table.title)
        if way := visit.said.get("way"):
            visit.said["way"] = self._known("check_way", way, ("mystery_shopper", "self", "observation"))
            if not visit.said["way"]:
                self._odd(self._say("sheets.visits"), visit.row, self._say("heads.way"), "value", way)
        if written := visit.said.get("date"):
            day = _DAY.fullmatch(written)
            visit.said["date"] = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else written
            if not _is_date(visit.said["date"]):
                self._odd(self._say("sheets.visits"), visit.row, self._say("heads.date"), "date", written)
        visit.answers = answers
        return visit

    def _keys(self, table: Table) -> set[str]:
        """What the rows of a sheet ask, by their hidden column."""
        _, at = self._marked(table)
        return {text_at(table, row, at) for row in table.rows}

    def _answers(self, table: Table) -> list[tuple[Question, dict[str, str]]]:
        """The answers that say whether a standard was kept; every row is looked at."""
        columns = self._columns(table, "answers", ANSWERS)
        _, at = self._marked(table)
        found: dict[str, dict[str, str]] = {}
        for row in sorted(set(table.rows) - {1}):
            key = text_at(table, row, at)
            if not any(text_at(table, row, each) for each in (*columns.values(), at)):
                continue
            if key not in self._asked:
                own = (cell.text for cell in table.rows[row].values())
                said = text_at(table, row, columns.get("standard", 3)) or next(filter(None, own), "")
                self._odd(table.title, row, self._say("answers.standard"), "unknown", said)
            elif key in found:
                self._odd(table.title, row, self._say("answers.standard"), "twice", self._asked[key].text)
            elif self._is_of_another(table, row, columns, self._asked[key]):
                self._odd(table.title, row, self._say("answers.standard"), "moved", self._asked[key].text)
            else:
                found[key] = self._answer(table, row, columns)
        for key in self._asked.keys() - found.keys() if found else ():
            each = self._asked[key]
            self._refuse("missing", sheet=table.title, number=each.number, text=show(each.text))
        return [(self._asked[key], said) for key, said in found.items() if said]

    def _is_of_another(self, table: Table, row: int, columns: dict[str, int], asked: Question) -> bool:
        """True if what a row shows is not what its key asks: it was sorted without the hidden column, or reworded."""
        shown = {"touchpoint": asked.placed.touchpoint.name, "standard": asked.text}
        there = {key: text_at(table, row, columns[key]) for key in shown if key in columns}
        return any(text and normal(text) != normal(shown[key]) for key, text in there.items())

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
        _, mark = self._marked(table)
        filled = {at for row in table.rows for at in table.rows[row] if row > 1}
        for at in sorted(filled - {*found.values(), mark}):
            column = text_at(table, 1, at) or get_column_letter(at)
            self.left_out.append(self._say("left_column", sheet=table.title, column=show(column)))
        return found

    def _unmarked(self, table: Table) -> None:
        """A sheet of somebody's own stays where it is; one of ours that lost its mark is not passed over."""
        ours = {normal(self._say(f"answers.{key}")) for key in ANSWERS} | {
            normal(self._say(f"heads.{key}")) for key in HEAD
        }
        met = sum(normal(cell.text) in ours for cell in table.rows.get(1, {}).values())
        if met >= _LIKE:
            self._refuse("unmarked", sheet=table.title)
        else:
            self.left_out.append(self._say("left_sheet", sheet=table.title))

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
            self._odd(table.title, row, text_at(table, 1, column), "formula", cell.text)
        elif cell.text.strip() == UNKNOWN:
            self._odd(table.title, row, text_at(table, 1, column), "no_words", cell.text)
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
