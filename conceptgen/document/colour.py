"""Colours as numbers: mixing, contrast by WCAG, and what must be done to a colour so that it can be read."""

from __future__ import annotations

WHITE, PALE, BLACK = "#FFFFFF", "#F0F2F3", "#000000"
READABLE = 4.5
"""The least contrast of text with what it stands on (WCAG 2, level AA)."""
VISIBLE = 3.0
"""The same of a line or a mark."""
EASY = 7.0
"""Contrast that is easy on the eyes (level AAA)."""
_STEPS = 50

Channels = tuple[float, float, float]


def _channels(colour: str) -> Channels:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _spelled(channels: Channels) -> str:
    return "#" + "".join(f"{round(channel):02X}" for channel in channels)


def mix(colour: str, other: str, share: float) -> str:
    """The colour with a ``share`` (0–1) of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    red, green, blue = (one + (two - one) * share for one, two in pairs)
    return _spelled((red, green, blue))


def luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1."""
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def distance(one: str, other: str) -> float:
    """How far apart two colours are to the eye, roughly: 0 to 1."""
    (r1, g1, b1), (r2, g2, b2) = _channels(one), _channels(other)
    return float((2 * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + 3 * (b1 - b2) ** 2) ** 0.5 / 765)


def readable(colour: str, *papers: str, least: float = READABLE) -> str:
    """The colour, changed no more than it takes to be read on every one of ``papers``, all light or all dark."""
    ink = on(papers[0])
    changed = (mix(colour, ink, step / _STEPS) for step in range(_STEPS + 1))
    return next((each for each in changed if all(contrast(each, paper) >= least for paper in papers)), ink)


def soft(colour: str) -> str:
    """The tint of a colour that lies under text."""
    return mix(colour, WHITE, 0.9)


def lettering(colour: str) -> str:
    """The colour as text has it: read on white, on the grey of side notes and on its own soft tint."""
    return readable(colour, WHITE, PALE, soft(colour))


def on(fill: str) -> str:
    """White or black, whichever reads better on a fill."""
    return WHITE if contrast(WHITE, fill) >= contrast(BLACK, fill) else BLACK
