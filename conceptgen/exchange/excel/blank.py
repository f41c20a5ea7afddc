"""A workbook to begin with: nothing in it but the usual criteria and the ten problem zones, not checked yet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from conceptgen.exchange.excel.book import made
from conceptgen.input.workbook.rows import Row, rows
from conceptgen.languages import say, vocabulary
from conceptgen.model.relations import BUILT_IN


def blank(language: str) -> bytes:
    """The blank workbook in a language."""
    of_sheets = {
        key: [_fresh(row) for row in found] for key, found in rows(blank_data(language), language)[0].items()
    }
    return made(of_sheets, language, say(language, "workbook.readme.title"))


def blank_data(language: str) -> dict[str, Any]:
    """What stands in it before anybody fills it in."""
    catalogue = vocabulary(language)["criteria_catalogue"]
    criteria = [
        {"component": component, "name": str(name)}
        for component, names in catalogue.items()
        for name in names
    ]
    zones = [{"problem_zone": id_, "verdict": "not_checked"} for id_ in BUILT_IN["ProblemZone"]]
    return {
        "document": {"language": language, "status": "draft"},
        "concept": {"current_state": {"criteria": criteria, "zone_audit": zones}},
    }


def _fresh(row: Row) -> Row:
    """A row that comes from nowhere."""
    return replace(row, address="")
