"""Pictures in pixels, decoded with care: whole ones only, upright, eight bits a colour."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, struct.error)
"""What Pillow raises for a damaged file."""
_ORIENTATION = 0x0112
"""What a camera calls the way it was held."""


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


@contextmanager
def room_for_detail(picture: Image) -> Iterator[None]:
    """A picture full of grain is encoded, too: an optimised JPEG is made in one piece, which must hold all of it."""
    from PIL import ImageFile

    before = ImageFile.MAXBLOCK
    ImageFile.MAXBLOCK = max(before, 4 * picture.width * picture.height)
    try:
        yield
    finally:
        ImageFile.MAXBLOCK = before


def upright_in_eight_bits(picture: Image) -> Image:
    """The picture as it is meant to be seen; sixteen bits of grey become eight."""
    upright = _upright(picture)
    if upright.mode.startswith("I"):
        upright = upright.convert("I").point(lambda value: value / 257).convert("L")
    return upright


def _upright(picture: Image) -> Image:
    """Turned as the camera says; of its other words, damaged or not, none is read or written anew."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    try:
        turn = turns.get(picture.getexif().get(_ORIENTATION, 1))
    except BROKEN:
        turn = None
    return picture if turn is None else picture.transpose(turn)
