"""Pictures in pixels, decoded with care: whole ones only, upright, eight bits a colour."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError)
"""What Pillow raises for a damaged file."""


@contextmanager
def whole_pictures_only() -> Iterator[None]:
    """Broken pictures are refused, whatever another library of this process has told Pillow to put up with.

    Its own limit of size is off: it refuses without telling the size, and ours is asked before anything is decoded.
    """
    from PIL import Image, ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = False, None
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = before


def upright_in_eight_bits(picture: Image) -> Image:
    """The picture as it is meant to be seen; sixteen bits of grey become eight."""
    from PIL import ImageOps

    upright: Any = ImageOps.exif_transpose(picture)
    if upright.mode.startswith("I"):
        upright = upright.convert("I").point(lambda value: value / 257).convert("L")
    done: Image = upright
    return done
