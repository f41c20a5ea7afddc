"""Is a workbook a check form, of which version, and about which chain?"""

from __future__ import annotations

import re
from typing import Final

from conceptgen.errors import RequestError
from conceptgen.exchange.check_form.questions import VERSION, VISIT, WHOLE
from conceptgen.input.files import ZIP
from conceptgen.input.findings_report import Report
from conceptgen.input.workbook.heads import CHECK_FORM
from conceptgen.input.workbook.package import is_fit
from conceptgen.input.workbook.table import tables, text_at
from conceptgen.languages import USUAL, say

_SHEET: Final = re.compile(rf"{VISIT}\d+")


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
    marks = (text for each in found if (text := text_at(each, 1, 1)).startswith(CHECK_FORM))
    is_ours = any(_SHEET.fullmatch(cell.text) for each in found for cell in each.rows.get(1, {}).values())
    return next(marks, CHECK_FORM if is_ours else "")


def made_by(data: bytes, name: str, language: str) -> tuple[str, str]:
    """The version of a form, and the name of the chain it is about. Raises RequestError for one of no known version."""
    if (mark := _mark(data)) not in (WHOLE, VERSION):
        raise RequestError(
            say(language, f"check_book.{'no_key' if mark == CHECK_FORM else 'version'}", name=name)
        )
    return mark, next(text_at(each, 2, 1) for each in tables(data) if text_at(each, 1, 1) == mark)
