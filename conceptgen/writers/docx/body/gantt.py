"""The programme in time as an editable table: a column a tick, a shaded cell where work goes on."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby

from conceptgen.document.blocks import Chart
from conceptgen.document.charts import Gantt, Mark, Task
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.tables import cell, frame, row
from conceptgen.writers.docx.body.widths import shares
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.styles.colours import Colours

NAMES = 0.32
"""The share of the width that names of tasks take; more where many rows must fit one page."""
NAMES_OF_MANY = 0.42
MANY = 12
DIAMOND = "◆"
_GAP = "".join(
    f'<w:{side} w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/>' for side in ("top", "bottom")
)
_BAR = f"<w:tcBorders>{_GAP}</w:tcBorders>"
_INSET = '<w:tcMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tcMar>'
_BLANK = "\u00a0" * 8
_CENTRED = '<w:jc w:val="center"/>'
_MIDDLE = '<w:vAlign w:val="center"/>'

Span = tuple[date, date]


def gantt(chart: Chart, data: Gantt, build: Build) -> str:
    """The table; it calls itself «chart», so that readers of the text can leave it out."""
    spans = _spans(data)
    names = NAMES_OF_MANY if len(data.tasks) > MANY else NAMES
    widths = shares([names, *[(1 - names) / len(spans)] * len(spans)], build.width)
    colours = build.colours
    rows = [_periods(data, spans, widths, colours)] if data.periods else []
    rows.append(_ticks(data, widths))
    heads = len(rows)
    for group, tasks in groupby(data.tasks, key=lambda task: task.group):
        # Tasks of no group that follow a group get a band without a name, lest they seem to belong to it.
        rows += [_group(group, widths, colours)] if group or len(rows) > heads else []
        rows += [_task(task, spans, widths, build) for task in tasks]
    rows += [_legend(data, widths, colours)] if data.legend else []
    return frame("HouseChart", widths, "".join(rows), "chart", chart.alt)


def _spans(data: Gantt) -> list[Span]:
    """First and last day of every tick's column."""
    starts = [first for first, _ in data.ticks] or [data.start]
    ends = [later - timedelta(days=1) for later in starts[1:]] + [max(data.end, starts[-1])]
    return list(zip(starts, ends, strict=True))


def _line(style: str, text: str, centred: bool = False, keep: bool = True) -> str:
    look = (xml.KEEP_NEXT if keep else "") + ('<w:jc w:val="center"/>' if centred else "")
    return xml.paragraph(style, xml.run(text) if text else "", look)


def _periods(data: Gantt, spans: list[Span], widths: list[int], colours: Colours) -> str:
    names = [_period(data, span) for span in spans]
    cells, start = [cell(_line("ChartHead", ""), widths[0])], 1
    for name, run in groupby(names):
        span = len(list(run))
        fill = colours.shade if name else ""
        cells.append(cell(_line("ChartHead", name), sum(widths[start : start + span]), span, fill, _MIDDLE))
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
    labels = [label for _, label in data.ticks] or [""]
    cells = [cell(_line("ChartHead", label), width) for label, width in zip(labels, widths[1:], strict=True)]
    return row(cell(_line("ChartHead", ""), widths[0]) + "".join(cells), head=True)


def _group(name: str, widths: list[int], colours: Colours) -> str:
    return row(cell(_line("ChartGroup", name), sum(widths), len(widths), colours.shade, _INSET))


def _name(task: Task, build: Build) -> str:
    said = xml.run(task.name)
    if task.origin:
        said = build.printed(task.origin.address, task.name, said)
    return xml.paragraph("ChartText", said, xml.KEEP_NEXT)


def _task(task: Task, spans: list[Span], widths: list[int], build: Build) -> str:
    cells = [cell(_name(task, build), widths[0], extra=_INSET + _MIDDLE)]
    day = task.start == task.end
    points = (task.start, *task.milestones) if day else task.milestones
    for span, width in zip(spans, widths[1:], strict=True):
        busy = not day and _days(span, (task.start, task.end)) > 0
        fill = build.colours.status(task.status) if busy else ""
        marks = DIAMOND * sum(span[0] <= point <= span[1] for point in points)
        cells.append(_slot(marks, width, fill, build.colours))
    return row("".join(cells))


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


def _slot(marks: str, width: int, fill: str, colours: Colours) -> str:
    color = colours.mark_on(fill)
    line = xml.paragraph("ChartText", _mark(marks, color) if marks else "", xml.KEEP_NEXT + _CENTRED)
    if not fill:
        return cell(line, width, extra=_MIDDLE)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return cell(line, width, extra=_BAR + shade + _MIDDLE)
