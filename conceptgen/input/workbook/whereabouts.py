"""Where in a workbook a value of the input is typed: the sheet and the column, whether or not a row is there yet."""

from __future__ import annotations

from conceptgen.input.workbook.columns import Column, Keys, columns, sheet_of
from conceptgen.input.workbook.heads import sheet_title
from conceptgen.input.workbook.sheets import Sheet
from conceptgen.languages import say, vocabulary
from conceptgen.origin import Path


def where(path: Path, language: str) -> str:
    """«column “Owner” of the sheet “Goals”»; words for «this field» where no column holds it."""
    found = column_of(path)
    if found is None:
        return say(language, "workbook.told.this_field")
    sheet, column = found
    key = "in_form" if sheet.is_form else "in_column"
    title, head = sheet_title(sheet, language), column.title(language)
    return say(language, f"workbook.told.{key}", sheet=title, head=head)


def advice(code: str, variant: str, path: Path, language: str) -> str:
    """What to do about a finding of a rule, in the words of sheets; "" where its own words do."""
    said = vocabulary(language)["workbook"]["advice"].get(code, {}).get(variant, "")
    return str(said).replace("{where}", where(path, language)) if said else ""


def column_of(path: Path) -> tuple[Sheet, Column] | None:
    """The sheet and column that hold the value at a path; the nearest sheet counts."""
    for at in range(len(path), 0, -1):
        sheet = sheet_of(_way(path[:at]))
        if sheet is not None and (sheet.is_form or isinstance(path[at - 1], int)):
            column = _holding(sheet, path[at:])
            return (sheet, column) if column is not None else None
    return None


def _way(path: Path) -> str:
    """A path as sheets name lists: ``concept.goals[].tasks`` for the second task of the first goal."""
    steps = [f"{step}" if isinstance(step, str) else "[]" for step in path]
    return ".".join(steps).replace(".[]", "[]").removesuffix("[]")


def _holding(sheet: Sheet, keys: Keys) -> Column | None:
    """The column whose way is that of a value, or holds it, or begins with it."""
    found = [each for each in columns(sheet) if each.keys == keys[: len(each.keys)] and (each.keys or keys)]
    inside = [each for each in columns(sheet) if keys and each.keys[: len(keys)] == keys]
    return max(found, key=lambda each: len(each.keys), default=None) or next(iter(inside), None)
