"""The page of figures: docs/benchmarks.md, with the machine, the versions and the date."""

from __future__ import annotations

import os
import platform
from datetime import date
from importlib.metadata import version
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
NAMES = (
    "conceptgen",
    "python-docx",
    "weasyprint",
    "docxtpl",
    "pypandoc_binary",
    "typst",
    "pydantic",
    "pikepdf",
)


def write(tables: list[str]) -> None:
    """Write the page anew."""
    versions = ", ".join(f"{name} {version(name)}" for name in NAMES)
    head = f"""# Замеры

Повторить: `make bench`. Всё измерено одним запуском на одной машине, медианы; сравнивать стоит отношения, а не
секунды.

{platform.system()} {platform.machine()}, процессоров: {os.cpu_count()}, Python {platform.python_version()};
{versions}; {date.today().isoformat()}.
"""
    PAGE.write_text("\n\n".join([head.rstrip(), *tables]) + "\n", encoding="utf-8")
