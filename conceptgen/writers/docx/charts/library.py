"""The one door to the chart libraries: untyped, partly private, and therefore named in a single place."""

from __future__ import annotations

from typing import Any, Final

from pptx.chart import chart, data, xmlwriter
from pptx.dml import color
from pptx.oxml import parse_xml
from xlsxwriter import workbook

StyledChart: Final[Any] = chart.Chart
ChartNumbers: Final[Any] = data.CategoryChartData
ChartText: Final[Any] = xmlwriter.ChartXmlWriter
Workbook: Final[Any] = workbook.Workbook
rgb: Final[Any] = color.RGBColor.from_string

__all__ = ["ChartNumbers", "ChartText", "StyledChart", "Workbook", "parse_xml", "rgb"]
