"""Where a native chart stands in the text and how large it is."""

from __future__ import annotations

from conceptgen.document.blocks import Chart, Photo, StripChart
from conceptgen.document.inline import plain
from conceptgen.document.look import Logo
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.heights import SMALL, centimetres
from conceptgen.writers.docx.build import LOGO, Build

CENTIMETRE = 360_000
TWIP = 635
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def drawing(chart: Chart, build: Build) -> str:
    """The run that holds a chart, with its alternative text."""
    title = plain(chart.caption).replace("\n", " ")
    return _inline(chart, title, _size(chart, build.width), build)


def strip(chart: StripChart, width: int, build: Build) -> str:
    """The run that holds a line inside a table, as wide as its columns."""
    return _inline(chart, "", (width * TWIP, round(chart.height / 10 * CENTIMETRE)), build)


def _inline(chart: Chart | StripChart, title: str, size: tuple[int, int], build: Build) -> str:
    id = next(build.drawings)
    width, height = size
    titled = f" title={xml.quote(title)}" if title else ""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{id}" name="Chart {id}" descr={xml.quote(chart.alt)}{titled}/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{build.chart(chart)}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def logo(sign: Logo, width: float, height: float, build: Build) -> str:
    """The run that holds a logo, as large as told in English Metric Units."""
    return _picture("Logo", sign.alt, LOGO, (width, height), build)


def photo(shown: Photo, size: tuple[float, float], build: Build) -> str:
    """The run that holds a photograph, as large as told in millimetres."""
    width, height = (each / 10 * CENTIMETRE for each in size)
    return _picture("Picture", shown.alt, build.photo(shown), (width, height), build)


def _picture(name: str, alt: str, part: str, extent: tuple[float, float], build: Build) -> str:
    id, size = next(build.drawings), f'cx="{round(extent[0])}" cy="{round(extent[1])}"'
    named = f'id="{id}" name="{name}" descr={xml.quote(alt)}'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {named}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{part}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _size(chart: Chart, text_width: int) -> tuple[int, int]:
    """Width and height in English Metric Units."""
    if chart.small:
        return round(SMALL[0] * CENTIMETRE), round(SMALL[1] * CENTIMETRE)
    return text_width * TWIP, round(centimetres(chart) * CENTIMETRE)
