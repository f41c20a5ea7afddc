"""Dates as people give them: day, month, quarter, half-year, year, fiscal period, span; never widened in silence."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import ValidationInfo

from conceptgen.model.problems import problem
from conceptgen.model.readers import ReadWhole
from conceptgen.model.scalars import kind_of, note, read_text
from conceptgen.model.worded_dates import iso_of

Form = Literal["day", "month", "quarter", "half", "year", "span"]
_PLAIN = re.compile(
    r"(?P<fy>FY)?(?P<year>\d{4})(?:-(?P<part>Q[1-4]|H[12]|(?(fy)(?!)|\d{1,2}(?:-(?P<day>\d{1,2}))?)))?",
    re.ASCII,
)
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_FORMS = "2026-11-21, 2026-11, 2026-Q4, 2026-H2, 2026, FY2026-Q3, {from, to}, {date, as_written}"


@dataclass(frozen=True, slots=True)
class When:
    """A day or a period: its first and last day, its form, and the author's own words for it where he gave them."""

    form: Form
    first: date
    last: date
    fiscal: bool = False
    as_written: str = ""
    number: int = 0
    """Which quarter or half-year it is; 0 for other forms."""
    ends: tuple[When, When] | None = None
    """Both ends of a span as they were given."""

    @property
    def label(self) -> str:
        """The date as it stands in the name of a file: 2027-03-02, 2027-03, 2027-Q2, FY2027."""
        if self.ends:
            return "_".join(end.label for end in self.ends)
        letter = {"quarter": "Q", "half": "H"}.get(self.form, "")
        part = f"-{letter}{self.number}" if letter else ""
        length = {"day": 10, "month": 7}.get(self.form, 4)
        return ("FY" if self.fiscal else "") + self.first.isoformat()[:length] + part


def read_when(value: Any, info: ValidationInfo) -> When:
    """Read a date in any of its forms; one written as in a letter is accepted and noted."""
    if isinstance(value, When):
        return value
    if isinstance(value, date):
        return When("day", value, value)
    if isinstance(value, dict):
        return _structured(value, info)
    if not isinstance(value, str):
        raise problem("E-TYP-02", wanted="date", got=kind_of(value))
    if iso := iso_of(value):
        note(info, "N-DAT-01", value, text=value, read_as=iso)
    return _plain(value, iso)


def _structured(value: dict[str, Any], info: ValidationInfo) -> When:
    keys = set(value)
    if keys == {"from", "to"}:
        start, end = read_when(value["from"], info), read_when(value["to"], info)
        if start.first > end.last:
            raise problem("E-DAT-03", at=value["from"], start=str(value["from"]), end=str(value["to"]))
        if start.fiscal != end.fiscal:
            raise problem("E-DAT-05", at=value["to"], start=str(value["from"]), end=str(value["to"]))
        return When("span", start.first, end.last, start.fiscal, ends=(start, end))
    if keys == {"date", "as_written"}:
        return replace(read_when(value["date"], info), as_written=read_text(value["as_written"]))
    if not value:
        raise problem("E-TYP-12")
    raise problem(
        "E-DAT-02", text="", keys=", ".join(map(str, value)), forms=_FORMS, ready="", variant="keys"
    )


def _plain(value: str, iso: str = "") -> When:
    text = iso or value.strip()
    if not text:
        raise problem("E-TYP-12")
    match = _PLAIN.fullmatch(text)
    if not match:
        raise _odd_form(value)
    year, part = int(match["year"]), match["part"] or ""
    if not 1000 <= year <= 2199:
        raise problem("E-DAT-01", at=value, text=text)
    fiscal = match["fy"] is not None
    if not part:
        return When("year", date(year, 1, 1), date(year, 12, 31), fiscal)
    if part[0] in "QH":
        size = 3 if part[0] == "Q" else 6
        first = (int(part[1]) - 1) * size + 1
        form: Form = "quarter" if size == 3 else "half"
        return When(form, date(year, first, 1), _end(year, first + size - 1), fiscal, "", int(part[1]))
    return _calendar(value, year, int(part.split("-")[0]), match["day"])


def _calendar(value: str, year: int, month: int, day: str | None) -> When:
    try:
        if day is None:
            return When("month", date(year, month, 1), _end(year, month))
        exact = date(year, month, int(day))
        return When("day", exact, exact)
    except ValueError:
        raise problem("E-DAT-01", at=value, text=value.strip()) from None


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _odd_form(value: str) -> Exception:
    if _DOTTED.fullmatch(value.strip()):
        return problem("E-DAT-01", at=value, text=value)
    return problem("E-DAT-02", at=value, text=value, forms=_FORMS, ready="")


def first_day(value: object, year_start: int) -> date | None:
    """The first day of a date or period on the calendar of a firm; None for an absent or unknown one."""
    return fiscal(value, year_start).first if isinstance(value, When) else None


def last_day(value: object, year_start: int) -> date | None:
    """The last day of a date or period on the calendar of a firm; None for an absent or unknown one."""
    return fiscal(value, year_start).last if isinstance(value, When) else None


def fiscal(when: When, first_month: int) -> When:
    """Move a fiscal period to the calendar: FY2026 that begins in July is July 2025 – June 2026."""
    if not when.fiscal or first_month == 1:
        return when
    first = _shift(when.first, first_month - 13)
    last = _shift(when.last + timedelta(days=1), first_month - 13) - timedelta(days=1)
    return When(when.form, first, last, True, when.as_written, when.number)


def _shift(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


_MONTH_OR_DAY = r"\d{1,2}(-\d{1,2})?"
_PLAIN_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": rf"^(FY\d{{4}}(-(Q[1-4]|H[12]))?|\d{{4}}(-(Q[1-4]|H[12]|{_MONTH_OR_DAY}))?)$",
    "minimum": 1000,
    "maximum": 2199,
}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    keys = {key.rstrip("_"): schema for key, schema in properties.items()}
    return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}


_SPAN = _object(from_=_PLAIN_SCHEMA, to=_PLAIN_SCHEMA)
_WORDED = _object(date={"oneOf": [_PLAIN_SCHEMA, _SPAN]}, as_written={"type": "string"})
Date = Annotated[When, ReadWhole(read_when, {"oneOf": [_PLAIN_SCHEMA, _SPAN, _WORDED]})]
