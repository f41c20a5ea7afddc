"""Photographs: what the input says of one, and its pixels once they are read."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from conceptgen.model.base import DateOrUnknown, Item, Many, Text
from conceptgen.model.scalars import TextValue
from conceptgen.model.shorthand import short


class Picture(Item):
    """A photograph beside the file: what stands under it, what it shows to who cannot see it, when it was taken."""

    file: TextValue
    caption: Text | None = None
    alt: TextValue | None = None
    taken: DateOrUnknown | None = None


OnePicture = Annotated[Picture, short("file")]
Pictures = Many[OnePicture]


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph read and encoded anew for print: its bytes and their hash, its size in pixels."""

    data: bytes = field(repr=False)
    digest: str
    format: Literal["png", "jpeg"]
    width: int
    height: int
