"""Damaged photographs, PNG, JPEG and WebP: each is refused in its own words, or becomes a plain picture."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from random import Random

from conceptgen.input.photo import ROOM, BadPhoto, read_photo
from fuzz.templates import spoiled

SECONDS = 30


def case(random: Random, folder: Path) -> None:  # noqa: ARG001
    """One photograph."""
    photo, refused = None, ""
    try:
        photo = read_photo(
            spoiled(random, _taken(random.choice(("PNG", "JPEG", "WEBP")), random.randint(1, 8)))
        )
    except BadPhoto as fault:
        refused = fault.variant
    assert photo or refused
    if photo:
        assert photo.data.startswith((b"\x89PNG", b"\xff\xd8\xff"))
        assert 0 < min(photo.width, photo.height) <= max(photo.width, photo.height) <= max(ROOM)
        assert b"Secret" not in photo.data


@cache
def _taken(kind: str, turned: int) -> bytes:
    from PIL import Image, ImageCms

    picture = Image.new("RGBA" if kind != "JPEG" else "RGB", (90, 60), "#1F4E5F")
    picture.paste("#D98E04", (5, 5, 40, 20))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turned, "SecretCam"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = io.BytesIO()
    picture.save(data, kind, exif=exif, icc_profile=profile)
    return data.getvalue()
