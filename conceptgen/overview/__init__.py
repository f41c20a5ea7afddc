"""All clients at a glance, for the consultant: what their documents wait for, what is late, what comes next.

A working page and never a client's: it names clients. Only the benchmark does not: it says how many they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from conceptgen.batch.inputs import sources
from conceptgen.document.blocks import Document
from conceptgen.overview.benchmark import Quartiles, benchmark
from conceptgen.overview.client import Client, client
from conceptgen.overview.page import page_of

__all__ = ["Overview", "overview"]


@dataclass(frozen=True, slots=True)
class Overview:
    """What was found on a day: every client, the ones that cannot be read among them; and the benchmark."""

    date: date
    language: str
    clients: tuple[Client, ...]
    benchmark: tuple[Quartiles, ...]

    def page(self) -> Document:
        """The same as a page, ready to write."""
        return page_of(self.date, self.language, self.clients, self.benchmark)

    def data(self) -> dict[str, Any]:
        """The same as data for other programs."""
        return {
            "date": self.date.isoformat(),
            "clients": [each.data() for each in self.clients],
            "benchmark": [
                {"criterion": each.name(self.language), **asdict(each), **_numbers(each)}
                for each in self.benchmark
            ],
        }


def _numbers(each: Quartiles) -> dict[str, float]:
    return {name: float(getattr(each, name)) for name in ("low", "median", "high")}


def overview(paths: Iterable[Path], skipped: Path, day: date, language: str) -> Overview:
    """Look at every input under the paths, found as a build finds them; the output folder is passed over.

    Raises RequestError for a path that is not there.
    """
    clients = tuple(client(each, day, language) for each in sources(paths, skipped, language))
    return Overview(day, language, clients, benchmark(each.scores for each in clients))
