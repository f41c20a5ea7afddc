"""The heads of a sheet in the words of a language, and the marks by which a sheet and its columns are known again."""

from __future__ import annotations

from functools import cache

from conceptgen.input.workbook.columns import (
    ADDRESS,
    ID,
    PARENT,
    PART,
    REST,
    columns,
    has_parent,
    holder_of,
    levels_of,
    model_of,
)
from conceptgen.input.workbook.names import normal
from conceptgen.input.workbook.sheets import SHEETS, Sheet
from conceptgen.languages import LANGUAGES, say, vocabulary
from conceptgen.model.schema import words_of_model

MARK = "conceptgen:"
"""What the first cell of a sheet of ours begins with; the key of the sheet follows."""
INPUT = f"{MARK}input"
"""The sheet with the input that the workbook was made from."""
CHECK_FORM = "conceptgen-check-form/"
"""What the hidden sheet of a check form begins with: a workbook of another kind."""
HEAD_ROW = 2
"""Row 1 is hidden: the marks."""
_WAYS = {
    "chains": "chains[]",
    "stages": "chains[].stages[]",
    "zones": "chains[].stages[].zones[]",
    "elements": "chains[].stages[].zones[].elements[]",
}


def level_spec(level: str) -> str:
    """The column that names a level of a chain."""
    return f"@{level}"


def specs(sheet: Sheet) -> tuple[str, ...]:
    """The columns of a sheet in their order."""
    found = [ADDRESS, ID]
    found += [level_spec(each) for each in levels_of(sheet)]
    found += [PARENT] if has_parent(sheet) else []
    found += [PART] if has_part(sheet) else []
    return (*found, *(each.spec for each in columns(sheet)), REST)


def has_part(sheet: Sheet) -> bool:
    """Whether a column says which of several lists a row is in."""
    names = {way.split(".")[-1] for way in sheet.lists}
    return len(sheet.lists) > 1 and (len(names) > 1 or not holder_of(sheet.lists[0])) and not levels_of(sheet)


@cache
def titles(sheet: Sheet, language: str) -> dict[str, str]:
    """The words over each column."""
    special = {key: say(language, f"workbook.heads.{word}") for key, word in _SPECIAL.items()}
    special |= {level_spec(each): _level_word(each, language) for each in levels_of(sheet)}
    if has_parent(sheet):
        special[PARENT] = _model_word(holder_of(sheet.lists[0]), language)
    own = {each.spec: each.title(language) for each in columns(sheet)}
    return {spec: own.get(spec) or special[spec] for spec in specs(sheet)}


_SPECIAL = {ADDRESS: "address", ID: "id", PART: "part", REST: "rest"}


def _level_word(level: str, language: str) -> str:
    """The word over a column of a level, as documents have it."""
    if level == "stages":
        return say(language, "workbook.heads.stage")
    return _model_word(_WAYS[level].removesuffix("[]"), language)


def _model_word(way: str, language: str) -> str:
    model = model_of(way)
    return words_of_model(model.__module__.rpartition(".")[2], model.__name__, language)[0]


@cache
def specs_by_title(sheet: Sheet) -> dict[str, str]:
    """The columns by their words in every language, normalised."""
    former = {
        normal(_model_word(_WAYS[level].removesuffix("[]"), language)): level_spec(level)
        for language in LANGUAGES
        for level in levels_of(sheet)
    }
    now = {normal(title): spec for language in LANGUAGES for spec, title in titles(sheet, language).items()}
    return former | now


def sheet_title(sheet: Sheet, language: str) -> str:
    """The title of a sheet."""
    return str(vocabulary(language)["workbook"]["sheets"][sheet.key]).partition(" | ")[0]


def sheet_purpose(sheet: Sheet, language: str) -> str:
    """What a sheet is for."""
    return str(vocabulary(language)["workbook"]["sheets"][sheet.key]).partition(" | ")[2]


@cache
def sheets_by_title() -> dict[str, Sheet]:
    """The sheets by their titles in every language, normalised."""
    return {normal(sheet_title(sheet, language)): sheet for language in LANGUAGES for sheet in SHEETS}
