"""The programme in time as an editable table: a column a tick, a bar exact to the day where work goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from conceptgen.document.blocks import Chart
from conceptgen.document.charts import Gantt, Mark, Task
from conceptgen.document.inline import plain
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.heights import names_share
from conceptgen.writers.docx.body.tables import cell, frame, row
from conceptgen.writers.docx.body.widths import shares
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.colours import Colours
from conceptgen.writers.text_width import short_alike

DIAMOND = "◆"
_THIN = 45
"""The least length of a bar, in twips: a few days of a plan of years are still seen."""
_TICK = 8 * 20
"""The bold type of the names of months, in twips, as wide as it is."""
_MARK = 170
"""What a diamond takes of a line, in twips."""
_EDGE_TO_EDGE = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
_INSET = '<w:tcMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tcMar>'
_BLANK = "\u00a0" * 8
_CENTRED = '<w:jc w:val="center"/>'
_MIDDLE = '<w:vAlign w:val="center"/>'

Span = tuple[date, date]


def gantt(chart: Chart, data: Gantt, build: Build) -> str:
    """The table; a screen reader hears what it is called and all that is drawn in it."""
    spans = _spans(data)
    names = names_share(data)
    days = sum(_days(span, span) for span in spans)
    widths = shares([names, *[(1 - names) * _days(span, span) / days for span in spans]], build.width)
    colours = build.colours
    rows = [_periods(data, spans, widths, colours)] if data.periods else []
    rows += [_years(data, spans, widths)] if data.years else []
    rows.append(_ticks(data, widths))
    heads = len(rows)
    for group, tasks in groupby(data.tasks, key=lambda task: task.group):
        # Tasks of no group that follow a group get a band without a name, lest they seem to belong to it.
        rows += [_group(group, widths, colours)] if group or len(rows) > heads else []
        rows += [_task(task, spans, widths, build) for task in tasks]
    rows += [_legend(data, widths, colours)] if data.legend else []
    named = plain(chart.caption) or chart.alt.partition(":")[0]
    return frame("HouseChart", widths, "".join(rows), named, chart.alt)


def _spans(data: Gantt) -> list[Span]:
    """First and last day of every tick's column."""
    starts = [first for first, _ in data.ticks] or [data.start]
    ends = [later - timedelta(days=1) for later in starts[1:]] + [max(data.end, starts[-1])]
    return list(zip(starts, ends, strict=True))


def _line(style: str, text: str, centred: bool = False, keep: bool = True) -> str:
    look = (xml.KEEP_NEXT if keep else "") + ('<w:jc w:val="center"/>' if centred else "")
    return xml.paragraph(style, xml.run(text) if text else "", look)


def _periods(data: Gantt, spans: list[Span], widths: list[int], colours: Colours) -> str:
    return _above([_period(data, span) for span in spans], widths, colours.shade)


def _years(data: Gantt, spans: list[Span], widths: list[int]) -> str:
    """Each year once, above its months or quarters."""
    return _above([max(y for y in data.years if y[0] <= first)[1] for first, _ in spans], widths)


def _above(names: list[str], widths: list[int], shade: str = "") -> str:
    """A row above the ticks: neighbouring columns of one name share a cell."""
    cells, start = [cell(_line("ChartHead", ""), widths[0])], 1
    for name, run in groupby(names):
        span = len(list(run))
        width, fill = sum(widths[start : start + span]), shade if name else ""
        cells.append(cell(_line("ChartHead", name), width, span, fill, _MIDDLE))
        start += span
    return row("".join(cells), head=True)


def _period(data: Gantt, span: Span) -> str:
    """The period that takes most of a column, if any does."""
    shared = [(_days(span, (start, end)), name) for name, start, end in data.periods]
    days, name = max(shared, key=lambda item: item[0])
    return name if days > 0 else ""


def _days(one: Span, other: Span) -> int:
    return (min(one[1], other[1]) - max(one[0], other[0])).days + 1


def _ticks(data: Gantt, widths: list[int]) -> str:
    labels = short_alike([label for _, label in data.ticks] or [""], widths[1:], _TICK)
    cells = [
        cell(_line("ChartHead", label), width, extra=_EDGE_TO_EDGE)
        for label, width in zip(labels, widths[1:], strict=True)
    ]
    return row(cell(_line("ChartHead", ""), widths[0]) + "".join(cells), head=True)


def _group(name: str, widths: list[int], colours: Colours) -> str:
    return row(cell(_line("ChartGroup", name), sum(widths), len(widths), colours.shade, _INSET))


def _name(task: Task, build: Build) -> str:
    said = xml.run(task.name)
    if task.origin:
        said = build.printed(task.origin, task.name, said)
    if task.number:
        said = xml.run(f"{task.number}\N{NO-BREAK SPACE}") + said
    return xml.paragraph("ChartText", said, xml.KEEP_NEXT)


def _task(task: Task, spans: list[Span], widths: list[int], build: Build) -> str:
    cells = [cell(_name(task, build), widths[0], extra=_INSET + _MIDDLE)]
    points = task.milestones or ((task.start,) if task.start == task.end else ())
    for span, width in zip(spans, widths[1:], strict=True):
        slot = _Slot(span, width, _bar(task, span, width), tuple(sorted(points)))
        cells.append(cell(_drawn(slot, task, build.colours), width, extra=_EDGE_TO_EDGE + _MIDDLE))
    return row("".join(cells))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A column in the row of a task: its days, its width, where the bar lies in it, the days that are marked."""

    span: Span
    width: int
    bar: tuple[int, int] | None
    points: tuple[date, ...]

    @property
    def marks(self) -> tuple[int, ...]:
        """Where the marked days of this column have their noon."""
        first, last = self.span
        days = _days(self.span, self.span)
        return tuple(
            round(self.width * ((point - first).days + 0.5) / days)
            for point in self.points
            if first <= point <= last
        )


def _bar(task: Task, span: Span, width: int) -> tuple[int, int] | None:
    """From where to where a bar covers a column, in twips; a single day has none."""
    days = _days(span, span)
    start, end = max(task.start, span[0]), min(task.end, span[1])
    if task.start == task.end or start > end:
        return None
    begin = round(width * (start - span[0]).days / days)
    to = round(width * ((end - span[0]).days + 1) / days)
    # The sliver of a bar of some days; one that goes on in the next column needs none.
    short = to - begin < _THIN and span[0] <= task.start and task.end <= span[1]
    return (min(begin, width - _THIN), min(begin, width - _THIN) + _THIN) if short else (begin, to)


def _drawn(slot: _Slot, task: Task, colours: Colours) -> str:
    """A shaded line as long as the bar; marks on it, or below it where they stand outside."""
    look = xml.KEEP_NEXT
    if slot.bar is None:
        return _marked(slot, look, colours.mark_on(""))
    begin, to = slot.bar
    fill = colours.status(task.status)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    indent = f'<w:ind w:left="{begin}" w:right="{slot.width - to}"/>'
    if all(begin <= mark <= to for mark in slot.marks):
        return _marked(slot, look + shade, colours.mark_on(fill), indent)
    bar = xml.paragraph("ChartText", "", look + shade + indent)
    return bar + _marked(slot, look, colours.mark_on(""))


def _marked(slot: _Slot, look: str, color: str, indent: str = "") -> str:
    """A line with a diamond at the noon of each marked day; side by side in the middle where they are too close."""
    marks = slot.marks
    apart = all(later - mark >= _MARK for mark, later in pairwise(marks))
    if not marks or not apart or slot.width < 2 * _MARK:
        drawn = _mark(DIAMOND * len(marks), color) if marks else ""
        return xml.paragraph("ChartText", drawn, look + indent + (_CENTRED if marks else ""))
    tabs = "".join(f'<w:tab w:val="center" w:pos="{mark}"/>' for mark in marks)
    drawn = f"<w:r><w:tab/></w:r>{_mark(DIAMOND, color)}" * len(marks)
    return xml.paragraph("ChartText", drawn, f"{look}<w:tabs>{tabs}</w:tabs>{indent}")


def _legend(data: Gantt, widths: list[int], colours: Colours) -> str:
    """What the marks mean, in a row of its own."""
    samples = [_sample(mark, colours) + xml.run(f"\u00a0{name}") for mark, name in data.legend]
    line = xml.paragraph("ChartText", xml.run(" " * 6).join(samples), xml.KEEP_NEXT + _CENTRED)
    return row(cell(line, sum(widths), len(widths), extra=_INSET + _MIDDLE))


def _sample(mark: Mark, colours: Colours) -> str:
    if mark == "milestone":
        return _mark(DIAMOND, colours.accent)
    shade = f'<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="{colours.status(mark)}"/></w:rPr>'
    return f'<w:r>{shade}<w:t xml:space="preserve">{_BLANK}</w:t></w:r>'


def _mark(marks: str, color: str) -> str:
    look = f'<w:rPr><w:rStyle w:val="Milestone"/><w:color w:val="{color}"/></w:rPr>'
    return f"<w:r>{look}<w:t>{marks}</w:t></w:r>"
