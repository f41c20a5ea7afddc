"""Has every photograph dots enough to be printed sharply?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.pictures import Picture
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "W-PIC-03"
SECTION = "document"
DOCUMENTS = EVERY

LEAST = 480
"""Dots of the longer side: eight centimetres at a hundred and fifty dots an inch."""


def check(context: RuleContext) -> Iterator[Violation]:
    """A smaller one is printed small rather than blurred."""
    for picture in context.every(Picture):
        photo = context.project.photos.get(picture.file)
        if photo and max(photo.width, photo.height) < LEAST:
            size = {"file": picture.file, "width": photo.width, "height": photo.height, "least": LEAST}
            yield Violation(picture, "file", values=size)
