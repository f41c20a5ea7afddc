"""The file while it is filled: where a slide may be written on, in which colours, and what has been shown so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from conceptgen.document.blocks import Document
from conceptgen.writers.docx.colours import Colours
from conceptgen.writers.pptx.text import Type

POINT = 12700
"""A point in the units of a slide."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """The same in the units of a slide."""
        left, top, width, height = (
            round(each * POINT) for each in (self.left, self.top, self.width, self.height)
        )
        return left, top, width, height


@dataclass
class Stage:
    """One deck being made."""

    document: Document
    deck: Any
    colours: Colours
    language: str
    area: Box
    title: Box
    shown: list[str] = field(default_factory=list)

    def type(self, size: float, **more: Any) -> Type:
        """Type in the language of the document."""
        return Type(size, self.language, **more)

    def show(self, text: str) -> None:
        """Remember what stands on the slides."""
        self.shown.append(" ".join(text.split()))
