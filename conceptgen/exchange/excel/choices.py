"""What may be chosen in a cell: the values of a list, or the names on another sheet, which grow with it."""

from __future__ import annotations

from functools import cache
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from conceptgen.input.workbook.columns import columns, model_of
from conceptgen.input.workbook.heads import HEAD_ROW, sheet_title, specs
from conceptgen.input.workbook.kinds import Kind, kind_of, name_of_key
from conceptgen.input.workbook.sheets import SHEETS, Sheet
from conceptgen.languages import say, vocabulary
from conceptgen.model.naming import NAMING
from conceptgen.model.relations import BUILT_IN

LAST = 400
"""The last row that offers a choice."""
_CALLED_BY = {"causes": "criterion"}
"""What has no name of its own is called by what it is about."""
_LONGEST = 2_000
"""The last row whose name is offered."""


class Choices:
    """The lists of one workbook: fixed ones on a hidden sheet, growing ones as names of ranges."""

    def __init__(self, book: Any, language: str) -> None:
        self._book, self._language = book, language
        self._sheet: Any = None
        self._columns = 0
        self._named: set[str] = set()

    def of_kind(self, kind: Kind) -> str:
        """The name of the range that a field chooses from; "" for a free one."""
        words = vocabulary(self._language)
        if kind.shape == "boolean":
            said = words["written"]
            return self._fixed("yes_no", [said["is_true"].split()[0], said["is_false"].split()[0]])
        if kind.shape == "listed":
            return self._fixed(kind.listed, list(words["lists"][kind.listed].values()))
        if kind.shape == "reference":
            return self._of_kinds(kind.kinds)
        inner = (
            kind_of(kind.model, name_of_key(kind.model, kind.short)) if kind.model and kind.short else None
        )
        return self._of_kinds(inner.kinds) if inner is not None and inner.shape == "reference" else ""

    def of_labels(self, key: str, labels: list[str]) -> str:
        """The name of a range with these texts."""
        return self._fixed(key, labels)

    def of_sheet(self, sheet: Sheet) -> str:
        """The name of the range with the names on a sheet."""
        name = f"cg_{sheet.key}"
        at = naming_column(sheet)
        if at is None:
            return ""
        if name not in self._named:
            self._named.add(name)
            title = sheet_title(sheet, self._language).replace("'", "''")
            first = f"'{title}'!${xl_col_to_name(at)}${HEAD_ROW + 1}"
            all_of_it = f"{first}:${xl_col_to_name(at)}${_LONGEST}"
            self._book.define_name(name, f"=OFFSET({first},0,0,MAX(1,COUNTA({all_of_it})),1)")
        return name

    def _of_kinds(self, kinds: tuple[str, ...]) -> str:
        built_in = [id_ for kind in kinds for id_ in BUILT_IN.get(kind, ())]
        if built_in:
            known = vocabulary(self._language)["documents"]["built_in"]
            return self._fixed(f"of_{kinds[0]}", [known[id_] for id_ in built_in])
        sheet = next((found for kind in kinds if (found := _sheets_by_kind().get(kind))), None)
        return self.of_sheet(sheet) if sheet is not None else ""

    def _fixed(self, key: str, labels: list[str]) -> str:
        name = f"cg_list_{key}"
        if name not in self._named:
            self._named.add(name)
            if self._sheet is None:
                self._sheet = self._book.add_worksheet(say(self._language, "workbook.readme.lists"))
                self._sheet.very_hidden()
            for row, label in enumerate(labels):
                self._sheet.write_string(row, self._columns, label)
            column, title = xl_col_to_name(self._columns), say(self._language, "workbook.readme.lists")
            self._book.define_name(name, f"='{title}'!${column}$1:${column}${len(labels)}")
            self._columns += 1
        return name


@cache
def naming_column(sheet: Sheet) -> int | None:
    """The column that names the items of a sheet."""
    own = next((each.spec for each in columns(sheet) if each.keys[:1] and each.keys[0] in NAMING), None)
    spec = own or _CALLED_BY.get(sheet.key)
    return specs(sheet).index(spec) if spec is not None else None


@cache
def _sheets_by_kind() -> dict[str, Sheet]:
    found: dict[str, Sheet] = {}
    for sheet in SHEETS:
        if not sheet.is_form and not sheet.first:
            found.setdefault(model_of(sheet.lists[0]).__name__, sheet)
    return found
