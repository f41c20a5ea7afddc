"""A logo's bytes → a picture safe to put into documents: measured first, then decoded and encoded anew."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from conceptgen.document.look import Logo
from conceptgen.input.brand.bad_logo import BadLogo
from conceptgen.input.rasters import BROKEN, upright_in_eight_bits, whole_pictures_only

if TYPE_CHECKING:
    from PIL.Image import Image

BYTES = 5 * 1024 * 1024
PIXELS = 40_000_000
SIDE = 12_000
STRETCH = 20
"""How many times one side may be the other."""
LONGEST_SIDE = 1_200
"""Pixels that print well at any size a title page has room for."""
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}


def read_logo(data: bytes, alt: str) -> Logo:
    """The logo, the same bytes for the same file. Raises BadLogo."""
    if len(data) > BYTES:
        raise BadLogo("bytes", limit=BYTES // 1024 // 1024)
    format = next((name for sign, name in _SIGNATURES.items() if data.startswith(sign)), "")
    if format:
        return _raster(data, format, alt)
    from conceptgen.input.brand import logo_svg

    if not logo_svg.looks_like(data):
        raise BadLogo("format")
    drawn = logo_svg.clean(data)
    _check_shape(drawn.width, drawn.height)
    png = logo_svg.rasterise(drawn, LONGEST_SIDE)
    width, height = _size(png)
    return Logo(png, width, height, alt, drawn.text)


def _check_size(width: int, height: int) -> None:
    """Refuse what is too large to decode."""
    if max(width, height) > SIDE or width * height > PIXELS:
        raise BadLogo("pixels", width=width, height=height)
    _check_shape(width, height)


def _check_shape(width: float, height: float) -> None:
    """Refuse what is too long to stand on a page."""
    if min(width, height) <= 0:
        raise BadLogo("size")
    if max(width, height) > STRETCH * min(width, height):
        raise BadLogo("shape", limit=STRETCH)


def _raster(data: bytes, format: str, alt: str) -> Logo:
    from PIL import Image

    try:
        with warnings.catch_warnings(), whole_pictures_only():
            # Size is judged here, before anything is decoded.
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data), formats=[format])
            _check_size(*picture.size)
            picture.load()
        plain = _plain(picture)
    except BROKEN as fault:
        raise BadLogo from fault
    return Logo(_png(plain), *plain.size, alt)


def _plain(picture: Image) -> Image:
    """The picture upright, in red, green, blue and, where it has one, transparency; nothing else stays with it."""
    from PIL import Image

    upright = upright_in_eight_bits(picture)
    plain: Image.Image = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=None)
    plain.info = {}
    return plain


def _png(picture: Image) -> bytes:
    encoded = io.BytesIO()
    picture.save(encoded, "PNG", compress_level=9)
    return encoded.getvalue()


def _size(png: bytes) -> tuple[int, int]:
    """Width and height as the head of a PNG tells them."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
