"""Damaged logos, PNG, JPEG and SVG: each is refused in its own words, or becomes a picture."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from random import Random

from conceptgen.input.brand.logo import BadLogo, read_logo
from fuzz.templates import rearranged, spoiled

SECONDS = 30
_SVG = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="40mm" viewBox="0 0 120 40"><title>Знак</title>
<style>.a { fill: #1F4E5F }</style><defs><linearGradient id="g" x1="0" x2="1"><stop offset="0" stop-color="#000"/>
<stop offset="1" stop-color="#fff"/></linearGradient><clipPath id="c">
<rect x="1" y="1" width="9" height="9"/></clipPath>
<symbol id="s" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></symbol></defs>
<g transform="translate(1 2)" class="a"><path d="M1 1L20 30 40 5Z" fill="url(#g)"/><use href="#s" x="50"/></g>
<rect x="60" y="5" width="30" height="20" clip-path="url(#c)"/><polygon points="1,1 5,5 9,1" stroke="#f00"/></svg>"""
_RUNS = (" ", "\n", "<!--", "<g>", "1 ", "M0 0", "url(", "#", "&amp;", "-", ".", "9", "e", "@", "\t;")


def case(random: Random, folder: Path) -> None:  # noqa: ARG001
    """One logo."""
    kind = random.choice(("PNG", "JPEG", "SVG", "SVG"))
    logo, refused = None, ""
    try:
        logo = read_logo(_svg(random) if kind == "SVG" else spoiled(random, _raster(kind)), "x")
    except BadLogo as fault:
        refused = fault.variant
    assert logo or refused
    if logo:
        assert logo.png.startswith(b"\x89PNG")
        assert min(logo.width, logo.height) > 0


def _svg(random: Random) -> bytes:
    text = _SVG
    for _ in range(random.randint(0, 4)):
        text = rearranged(random, text)
    if random.random() < 0.2:
        at = random.randrange(len(text))
        text = text[:at] + random.choice(_RUNS) * random.choice((10, 1_000, 50_000)) + text[at:]
    return spoiled(random, text.encode()) if random.random() < 0.3 else text.encode()


@cache
def _raster(kind: str) -> bytes:
    from PIL import Image

    picture = Image.new("RGB", (60, 30), "#1F4E5F")
    picture.paste("#D98E04", (5, 5, 40, 20))
    data = io.BytesIO()
    picture.save(data, kind)
    return data.getvalue()
