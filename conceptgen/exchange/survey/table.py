"""The answers of a survey as a form service exports them: a row an answer, a column a question."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from conceptgen.errors import RequestError
from conceptgen.input.files import ZIP
from conceptgen.input.findings_report import Report
from conceptgen.input.workbook.grid import sheet_in
from conceptgen.input.workbook.package import is_fit
from conceptgen.input.workbook.table import Table, tables
from conceptgen.languages import USUAL, say

_SEPARATORS = (";", ",", "\t")
_LONGEST = 50_000
_MOST = 200_000


@dataclass(frozen=True)
class Answers:
    """The questions, and each answer with the number of its row; texts as they stand there."""

    questions: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def is_survey(data: bytes, name: str) -> bool:
    """True for a table that is none of our workbooks."""
    if name.lower().endswith((".csv", ".tsv", ".txt")):
        return True
    if not data.startswith(ZIP) or not is_fit(data, Report(name, USUAL)):
        return False
    try:
        found = tables(data)
    except Exception:  # whatever is wrong with a workbook, reading it as one of ours tells
        return False
    return bool(found) and all(sheet_in(each) is None for each in found) and any(each.rows for each in found)


def answers(data: bytes, name: str, language: str) -> Answers:
    """Read a table. Raises RequestError for one that has no answers."""
    rows = _of_sheet(tables(data)) if data.startswith(ZIP) else _of_text(data, name, language)
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if len(filled) < 2:
        raise RequestError(say(language, "survey.empty", name=name))
    (_, questions), *rest = filled
    width = len(questions)
    return Answers(questions, tuple((number, (*cells, *([""] * width))[:width]) for number, cells in rest))


def _of_sheet(found: list[Table]) -> list[tuple[int, tuple[str, ...]]]:
    """The sheet with most rows: a form service puts its answers on one."""
    table = max(found, key=lambda each: len(each.rows))
    width = max((column for row in table.rows.values() for column in row), default=0)
    return [
        (number, tuple(cells[n].text if n in cells else "" for n in range(1, min(width, 500) + 1)))
        for number, cells in table.rows.items()
    ]


def _of_text(data: bytes, name: str, language: str) -> list[tuple[int, tuple[str, ...]]]:
    text = _decoded(data)
    if "\0" in text:
        raise RequestError(say(language, "survey.noise", name=name))
    head = _outside_quotes(text)
    separator = max(_SEPARATORS, key=head.count)
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        begins = 1
        for cells in reader:
            rows.append((begins, tuple(" ".join(cell.split()) for cell in cells[:500])))
            begins = reader.line_num + 1
            if len(rows) > _MOST:
                raise RequestError(say(language, "survey.long", name=name, count=_MOST))
    except csv.Error as fault:
        raise RequestError(say(language, "survey.broken", name=name, row=reader.line_num)) from fault
    return rows


def _decoded(data: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with it, else the code page of Windows in Russia."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")


def _outside_quotes(text: str) -> str:
    """The first line, without what stands in quotes."""
    kept: list[str] = []
    is_quoted = False
    for letter in text[:20_000]:
        if letter == '"':
            is_quoted = not is_quoted
        elif letter in "\r\n" and not is_quoted and kept:
            break
        elif not is_quoted:
            kept.append(letter)
    return "".join(kept)
