"""Where a native chart stands in the text and how large it is."""

from __future__ import annotations

from hashlib import sha256

from conceptgen.document.blocks import Chart, Photo, StripChart
from conceptgen.document.inline import plain
from conceptgen.document.look import Logo
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.heights import SMALL, centimetres
from conceptgen.writers.docx.build import LOGO, Build
from conceptgen.writers.docx.pixel import pixel

CENTIMETRE = 360_000
TWIP = 635
SHEET = 297 * CENTIMETRE // 10
"""As high as an A4 sheet, in English Metric Units; a letter is lower."""
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""What tells a screen reader that there is nothing to be read."""
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


def band(build: Build) -> str:
    """The run that holds a band along the left edge of the page, behind the text: a dot of colour drawn out."""
    id, dot = next(build.drawings), pixel(build.colours.fill)
    part = build.photo(Photo(dot, sha256(dot).hexdigest(), "png", 1, 1, ""))
    place = '<wp:position{0} relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:position{0}>'
    size, named = f'cx="{CENTIMETRE}" cy="{SHEET}"', f'id="{id}" name="Band {id}" descr=""'
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="0"'
        ' behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'{place.format("H")}{place.format("V")}<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f"<wp:wrapNone/><wp:docPr {named}>{_DECORATIVE}</wp:docPr>"
        f"<wp:cNvGraphicFramePr/>{_graphic(named, part, size)}</wp:anchor></w:drawing></w:r>"
    )


def _picture(name: str, alt: str, part: str, extent: tuple[float, float], build: Build) -> str:
    id, size = next(build.drawings), f'cx="{round(extent[0])}" cy="{round(extent[1])}"'
    named = f'id="{id}" name="{name}" descr={xml.quote(alt)}'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {named}/><wp:cNvGraphicFramePr/>'
        f"{_graphic(named, part, size)}</wp:inline></w:drawing></w:r>"
    )


def _graphic(named: str, part: str, size: str) -> str:
    return (
        f'<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{part}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )


def _size(chart: Chart, text_width: int) -> tuple[int, int]:
    """Width and height in English Metric Units."""
    if chart.small:
        return round(SMALL[0] * CENTIMETRE), round(SMALL[1] * CENTIMETRE)
    return text_width * TWIP, round(centimetres(chart) * CENTIMETRE)
