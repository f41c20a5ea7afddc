"""Logos: friendly ones become a small clean picture, hostile ones are refused at once and by name."""

from __future__ import annotations

import io
import struct
import time
import zlib

import pytest
from PIL import Image, ImageCms

from conceptgen.input.brand.bad_logo import BadLogo
from conceptgen.input.brand.logo import read_logo
from conceptgen.input.brand.logo_svg import clean

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">%b</svg>'
RECT = b'<rect id="r" width="40" height="20" fill="#aa0000"/>'


def picture(
    format: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (40, 20), **more: object
) -> bytes:
    """A plain picture in a file."""
    file = io.BytesIO()
    Image.new(mode, size).save(file, format, **more)
    return file.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """One part of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *chunks: bytes) -> bytes:
    """A PNG file of so many pixels by its own account."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def refusal(data: bytes) -> BadLogo:
    """How a logo is refused, and that it is in no time."""
    start = time.monotonic()
    with pytest.raises(BadLogo) as caught:
        read_logo(data, "Ф")
    assert time.monotonic() - start < 1
    return caught.value


@pytest.mark.parametrize(
    ("data", "mode"),
    [
        (picture("PNG", "RGBA"), "RGBA"),
        (picture("PNG", "P"), "RGB"),
        (picture("PNG", "LA"), "RGBA"),
        (picture("PNG", "I;16"), "RGB"),
        (picture("PNG", "1"), "RGB"),
        (picture("JPEG", "CMYK"), "RGB"),
        (picture("JPEG", "L"), "RGB"),
    ],
    ids=["alpha", "palette", "grey-alpha", "16-bit", "1-bit", "cmyk", "grey"],
)
def test_every_kind_of_picture_becomes_a_plain_png(data: bytes, mode: str) -> None:
    logo = read_logo(data, "Ф")
    again = Image.open(io.BytesIO(logo.png))
    assert (again.format, again.mode, again.size) == ("PNG", mode, (logo.width, logo.height))
    assert read_logo(data, "Ф") == logo


def test_a_picture_stands_upright_and_keeps_nothing_else() -> None:
    """Turned as the camera says; without profile, remarks, or anything glued to its end."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "секрет"
    data = (
        picture("JPEG", exif=exif, icc_profile=profile, comment=b"SECRET")
        + b"PK\x03\x04<script>alert(1)</script>"
    )
    logo = read_logo(data, "Ф")
    again = Image.open(io.BytesIO(logo.png))
    again.load()
    assert again.size == (20, 40)
    assert again.info == {}
    assert b"<script>" not in logo.png
    assert b"SECRET" not in logo.png


def test_a_large_picture_is_made_smaller() -> None:
    logo = read_logo(picture(size=(3000, 1500)), "Ф")
    assert (logo.width, logo.height) == (1200, 600)


def test_bombs_are_refused_before_they_are_decoded() -> None:
    """Sixty thousand pixels a side; a hundred and seventy million of one colour in some kilobytes."""
    assert refusal(png(60_000, 60_000, chunk(b"IDAT", b""))).variant == "pixels"
    assert refusal(picture(mode="1", size=(13_000, 13_000))).variant == "pixels"
    text = chunk(b"zTXt", b"k\0\0" + zlib.compress(b"\0" * 80_000_000))
    assert refusal(png(40, 20, text, chunk(b"IDAT", zlib.compress(b"\0" * 2420)))).variant == "hint"
    assert refusal(b"\x89PNG\r\n\x1a\n" + bytes(6 * 1024 * 1024)).variant == "bytes"


def test_damaged_and_foreign_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also after a PDF was made: its engine tells Pillow to put up with broken pictures."""
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)
    assert refusal(picture("JPEG", size=(400, 200))[:700]).variant == "hint"
    assert refusal(picture()[:-30]).variant == "hint"
    assert refusal(b"\xff\xd8\xff").variant == "hint"
    assert refusal(picture(size=(4000, 10))).variant == "shape"
    for data in (b"", b"GIF89a", b"RIFF....WEBP", b"<html><script>", b"\x1f\x8b svgz", b"%PDF-1.7", b"MZ"):
        assert refusal(data).variant == "format"


def test_a_drawing_keeps_its_shapes_and_becomes_pixels_too() -> None:
    style = b"<style>.a{fill:#00aa00}</style><g class='a' style='opacity:.5'><path d='M0 0h4v4z' onfocus2=''/></g>"
    style = style.replace(b" onfocus2=''", b"")
    logo = read_logo(SVG % (RECT + style), "Ф")
    assert 'fill="#aa0000"' in logo.svg
    assert ".a{fill:#00aa00}" in logo.svg
    assert (logo.width, logo.height) == (1200, 600)
    assert Image.open(io.BytesIO(logo.png)).convert("RGB").getpixel((900, 500)) == (0xAA, 0, 0)
    assert read_logo(SVG % (RECT + style), "Ф") == logo


def test_what_drawing_programs_leave_behind_goes() -> None:
    """Their own elements and attributes, remarks, titles; the plain document type of old files too."""
    inside = b"<!-- x --><title>T</title><metadata><z/></metadata><i:grid xmlns:i='urn:i' i:a='1'/>" + RECT
    doctype = (
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    text = clean(b'<?xml version="1.0" encoding="UTF-8"?>' + doctype + SVG % inside).text
    assert text.count("<") == 3
    assert "DTD" not in text


USES = b"".join(b'<g id="u%d">%b</g>' % (n, b'<use xlink:href="#u%d"/>' % (n - 1) * 10) for n in range(1, 9))
LAUGHS = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + SVG % b"<g id='&b;'/>"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (SVG % b"<script>alert(1)</script>", "<script>"),
        (SVG % b"<rect onload='alert(1)'/>", "onload"),
        (SVG % b"<foreignObject><p/></foreignObject>", "<foreignObject>"),
        (SVG % b"<image href='file:///etc/passwd'/>", "<image>"),
        (SVG % b"<use href='http://example.org/a.svg#b'/>", "href="),
        (SVG % b"<use xlink:href='other.svg#b'/>", "href="),
        (SVG % b"<a href='javascript:alert(1)'><rect/></a>", "<a>"),
        (SVG % b"<text>Logo</text>", "<text>"),
        (SVG % b"<animate attributeName='href' to='javascript:1'/>", "<animate>"),
        (SVG % b"<rect style='fill:url(http://example.org/a)'/>", "url("),
        (SVG % b"<rect fill=\"url( 'file:///etc/passwd')\"/>", "url("),
        (SVG % b"<style>@import 'http://example.org/a.css';</style>", "@import"),
        (SVG % b"<style>rect{fill:\\75rl(x)}</style>", "\\75rl"),
        (b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG % b"<g>&x;</g>", "<!ENTITY>"),
        (LAUGHS, "<!ENTITY>"),
        (SVG % (b'<g id="u0"><rect/></g>' + USES), "<use>"),
        (SVG % b'<g id="s"><use href="#s"/></g>', "<use>"),
        (SVG % (b'<g id="g">' + RECT * 90 + b"</g>" + b'<use href="#g"/>' * 60), "5000"),
        *((SVG % (b"<g>" * deep + b"</g>" * deep), "> 64") for deep in (64, 254, 256, 100_000)),
        (SVG % (b"<g>" * 100_000), "> 64"),
        (SVG % b'<clipPath id="c"><rect clip-path="url(#c)"/></clipPath>', "clip-path"),
        (SVG % b"<filter id='f'/>", "<filter>"),
    ],
)
def test_a_hostile_drawing_is_refused_and_the_part_named(data: bytes, named: str) -> None:
    refused = refusal(data)
    assert refused.variant == "part"
    assert named in refused.facts["part"]


def test_a_drawing_in_another_encoding_hides_nothing() -> None:
    """What is searched is what is parsed: UTF-8 whatever is declared."""
    hidden = LAUGHS.decode().encode("utf-16")
    assert refusal(b"<?xml version='1.0' encoding='UTF-7'?>" + LAUGHS).variant == "part"
    assert refusal(hidden).variant == "format"
    assert refusal(b"<?xml" + hidden).variant == "hint"
    assert refusal(SVG % b"<g").variant == "hint"
    assert refusal(SVG.replace(b' viewBox="0 0 40 20"', b"") % RECT).variant == "size"


@pytest.mark.parametrize("side", [7_000, 20_000, 65_000, 2_000_000])
def test_a_huge_picture_is_refused_with_its_size(side: int) -> None:
    bad = refusal(png(side, side))
    assert (bad.variant, bad.facts) == ("pixels", {"width": side, "height": side})


@pytest.mark.parametrize(
    ("width", "height"), [("50mm", "20mm"), ("5cm", "2cm"), ("141.73pt", "56.69pt"), ("1.9685in", "0.7874in")]
)
def test_a_drawing_sized_in_other_units_is_whole(width: str, height: str) -> None:
    """Without a view box its shapes are in pixels, whatever its own size is told in."""
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        '<rect width="188.97" height="75.59" fill="#dddddd"/><circle cx="150" cy="38" r="30" fill="#c81e1e"/></svg>'
    )
    logo = read_logo(text.encode(), "Ф")
    pixels = Image.open(io.BytesIO(logo.png)).convert("RGB")
    assert pixels.getpixel((round(pixels.width * 150 / 189), pixels.height // 2)) == (0xC8, 0x1E, 0x1E)
    assert pixels.getpixel((4, 4)) == (0xDD, 0xDD, 0xDD)
