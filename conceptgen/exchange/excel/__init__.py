"""An input as a workbook of Excel: what consultants fill in, sort and send around, and what comes back from them."""

from __future__ import annotations

from conceptgen.exchange.excel.blank import blank
from conceptgen.exchange.excel.book import workbook
from conceptgen.exchange.excel.bring_back import BroughtBack, bring_back
from conceptgen.exchange.excel.yaml_text import yaml_text

__all__ = ["BroughtBack", "blank", "bring_back", "workbook", "yaml_text"]
