"""A photograph's bytes → a picture safe to print: measured first, decoded, turned upright, and encoded anew.

Nothing of what the camera wrote stays with it: neither where nor with what it was taken.
"""

from __future__ import annotations

import io
import warnings
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

from conceptgen.input.limits import BYTES
from conceptgen.input.rasters import BROKEN, room_for_detail, upright_in_eight_bits, whole_pictures_only
from conceptgen.model.pictures import Photo

if TYPE_CHECKING:
    from PIL.Image import Image

PIXELS = 50_000_000
SIDE = 12_000
STRETCH = 6
"""How many times one side may be the other."""
ROOM = (960, 700)
"""Pixels of the largest picture printed, 110 mm wide or 74 mm high, at 220 dots an inch and more."""
_QUALITY = 88


class BadPhoto(Exception):
    """A picture that cannot be used; ``variant`` says why, as the language files call it."""

    def __init__(self, variant: str = "hint", **facts: object) -> None:
        super().__init__(variant)
        self.variant, self.facts = variant, facts


def read_photo(data: bytes) -> Photo:
    """The photograph, the same bytes for the same file. Raises BadPhoto."""
    if len(data) > BYTES:
        raise BadPhoto("bytes", limit=BYTES // 1024 // 1024)
    format = _format(data)
    if not format:
        raise BadPhoto("format")
    try:
        plain = _decoded(data, format)
        encoded, kind = _encoded(plain, drawn=format == "PNG")
    except BROKEN as fault:
        raise BadPhoto from fault
    return Photo(encoded, sha256(encoded).hexdigest(), kind, *plain.size)


def _format(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    return "WEBP" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def _decoded(data: bytes, format: str) -> Image:
    """The picture as it is printed."""
    from PIL import Image

    with warnings.catch_warnings(), whole_pictures_only():
        # Size is judged here, before anything is decoded.
        warnings.simplefilter("ignore")
        picture = Image.open(io.BytesIO(data), formats=[format])
        _check_size(*picture.size)
        if format == "JPEG":  # a large one is decoded no larger than needed
            picture.draft(None, (max(ROOM), max(ROOM)))
        picture.load()
        profile = picture.info.get("icc_profile")
        upright = upright_in_eight_bits(picture)
    if upright.mode in ("P", "PA", "1", "LA", "La", "RGBa"):
        upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    upright.thumbnail(ROOM, Image.Resampling.LANCZOS, reducing_gap=None)
    return _on_white(_in_srgb(upright, profile))


def _check_size(width: int, height: int) -> None:
    if min(width, height) <= 0:
        raise BadPhoto
    if max(width, height) > SIDE or width * height > PIXELS:
        raise BadPhoto("pixels", width=width, height=height)
    if max(width, height) > STRETCH * min(width, height):
        raise BadPhoto("shape", limit=STRETCH)


def _in_srgb(picture: Image, profile: Any) -> Image:
    """The colours as they are meant; a profile that cannot be followed is passed over."""
    from PIL import ImageCms

    if not isinstance(profile, bytes) or picture.mode not in ("RGB", "CMYK", "L"):
        return picture
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return (
            ImageCms.profileToProfile(picture, meant, ImageCms.createProfile("sRGB"), outputMode="RGB")
            or picture
        )
    except (ImageCms.PyCMSError, *BROKEN):
        return picture


def _on_white(picture: Image) -> Image:
    """Red, green and blue; what was transparent is white like the paper."""
    from PIL import Image

    if not picture.has_transparency_data:
        plain = picture.convert("RGB")
    else:
        seen = picture.convert("RGBA")
        plain = Image.new("RGB", picture.size, "white")
        plain.paste(seen, mask=seen.getchannel("A"))
    plain.info = {}
    return plain


def _encoded(picture: Image, *, drawn: bool) -> tuple[bytes, Literal["png", "jpeg"]]:
    """A photograph as JPEG; a drawing keeps its edges where that takes no more room."""
    jpeg = io.BytesIO()
    with room_for_detail(picture):
        picture.save(jpeg, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    if drawn:
        png = io.BytesIO()
        picture.save(png, "PNG", compress_level=9)
        if len(png.getvalue()) <= len(jpeg.getvalue()):
            return png.getvalue(), "png"
    return jpeg.getvalue(), "jpeg"
