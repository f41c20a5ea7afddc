"""What python-pptx writes for a slide, made fit and valid for a page."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import date, timedelta
from typing import Any, Final

from lxml import etree

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
C = f"{{{_CHART}}}"
_PLAIN_FRAME = (
    f'<c:spPr xmlns:c="{_CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    "<a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
)

_LOCALES: Final = {"ru": "419", "en": "409"}
_EPOCH: Final = date(1899, 12, 30)
"""The day from which workbooks count."""
_MOST_MONTHS: Final = 8
_SHOWN: Final = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def repair(root: Any, language: str) -> None:
    """Positive axis ids, no smoothing of radars, no frame, square corners, the right language."""
    for number, id in enumerate(dict.fromkeys(axis.get("val") for axis in root.iter(f"{C}axId")), 1):
        for axis in root.iter(f"{C}axId", f"{C}crossAx"):
            if axis.get("val") == id:
                axis.set("val", str(1000 + number))
    for smooth in root.findall(f".//{C}radarChart/{C}ser/{C}smooth"):
        smooth.getparent().remove(smooth)
    for corners in root.findall(f"{C}roundedCorners"):
        root.remove(corners)
    _after(root.find(f"{C}date1904"), f"{C}lang", language)
    _after(root.find(f"{C}lang"), f"{C}roundedCorners", "0")
    root.find(f"{C}chart").addnext(etree.fromstring(_PLAIN_FRAME))


def _after(element: Any, tag: str, value: str) -> None:
    added = etree.Element(tag)
    added.set("val", value)
    element.addnext(added)


def place_plot(chart: Any, box: tuple[float, float, float, float]) -> None:
    """Fix where the plot stands: left, top, width, height as shares of the chart."""
    area = chart._chartSpace.find(f".//{C}plotArea")
    for old in area.findall(f"{C}layout"):
        area.remove(old)
    layout = etree.Element(f"{C}layout")
    manual = etree.SubElement(layout, f"{C}manualLayout")
    etree.SubElement(manual, f"{C}layoutTarget").set("val", "inner")
    for name in ("xMode", "yMode"):
        etree.SubElement(manual, f"{C}{name}").set("val", "edge")
    for name, share in zip("xywh", box, strict=True):
        etree.SubElement(manual, f"{C}{name}").set("val", str(share))
    area.insert(0, layout)


def month_format(language: str) -> str:
    """The number format of a day as its month, named in a language."""
    return f"[$-{_LOCALES.get(language[:2], '409')}]mmm yyyy"


def in_months(chart: Any, days: Sequence[date], language: str) -> None:
    """An axis of time with a mark every so many months, named in a language, and air before the first day."""
    axis = chart._chartSpace.find(f".//{C}dateAx")
    for tag in ("baseTimeUnit", "majorUnit", "majorTimeUnit"):
        for old in axis.findall(f"{C}{tag}"):
            axis.remove(old)
    span = (days[-1] - days[0]).days
    every = span // 30 // _MOST_MONTHS + 1
    for tag, value in (("baseTimeUnit", "days"), ("majorUnit", str(every)), ("majorTimeUnit", "months")):
        etree.SubElement(axis, f"{C}{tag}").set("val", value)
    axis.find(f"{C}numFmt").set("formatCode", month_format(language))
    axis.find(f"{C}numFmt").set("sourceLinked", "0")
    air = timedelta(span // 12 + 1)
    scaling = axis.find(f"{C}scaling")
    for tag, day in (("max", days[-1] + air), ("min", (days[0] - air).replace(day=1))):
        etree.SubElement(scaling, f"{C}{tag}").set("val", str((day - _EPOCH).days))


def leave_out(label: Any) -> None:
    """A point without words: into an empty label programs print whatever they find, a neighbour's value, too."""
    written = label._get_or_add_dLbl()
    for each in written.findall("*")[1:]:
        written.remove(each)
    etree.SubElement(written, f"{C}delete").set("val", "1")


def put_below(label: Any, others: Any) -> None:
    """One label under its point, in the type and with the decimals of the others."""
    written = label._get_or_add_dLbl()
    for each in written.findall("*")[1:]:
        written.remove(each)
    for tag in ("numFmt", "spPr", "txPr", "dLblPos", *_SHOWN):
        known = others._element.find(f"{C}{tag}")
        if known is not None:
            written.append(deepcopy(known))
    written.find(f"{C}dLblPos").set("val", "b")


def serialize(root: Any) -> bytes:
    """The chart as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
