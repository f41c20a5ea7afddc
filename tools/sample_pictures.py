"""Draws the pictures of the samples: ``python tools/sample_pictures.py`` writes them to ``samples/pictures``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent.parent / "samples" / "pictures"
Pen = ImageDraw.ImageDraw
WALL, FLOOR, WOOD, DARK, INK = "#EEF2EF", "#CFC6B8", "#B98B5E", "#7C5A3A", "#2E3B3F"


def counter(pen: Pen) -> None:
    """A counter with nobody behind it, and four people who wait."""
    pen.rectangle((0, 0, 960, 640), WALL)
    pen.rectangle((0, 470, 960, 640), FLOOR)
    pen.rectangle((560, 330, 930, 520), WOOD, DARK, 4)
    pen.rectangle((545, 312, 945, 338), DARK)
    pen.rectangle((700, 232, 800, 300), INK)
    pen.rectangle((742, 300, 758, 314), INK)
    pen.ellipse((600, 60, 700, 160), "white", INK, 6)
    pen.line((650, 110, 650, 78), INK, 6)
    pen.line((650, 110, 676, 124), INK, 6)
    for at, coat in enumerate(("#5B7FA6", "#A65B5B", "#6E8F5B", "#8A6AA0")):
        _person(pen, 70 + 118 * at, 300, coat)


def sign(pen: Pen) -> None:
    """A door, and a sheet of paper on it that nobody can read from where one stands."""
    pen.rectangle((0, 0, 600, 800), WALL)
    pen.rectangle((0, 700, 600, 800), FLOOR)
    pen.rectangle((130, 90, 470, 700), "#9FB7BF", INK, 8)
    pen.rectangle((165, 130, 435, 420), "#DCEBEF", INK, 4)
    pen.ellipse((420, 440, 448, 468), INK)
    pen.polygon(((250, 200), (345, 190), (352, 320), (258, 330)), "white", INK)
    for line in range(7):
        pen.line((268, 218 + 14 * line, 336 - 9 * (line % 3), 211 + 14 * line), "#8A8A8A", 3)


def guest(pen: Pen) -> None:
    """A woman with a bag."""
    pen.rectangle((0, 0, 480, 600), "#E3ECE8")
    pen.ellipse((120, 90, 360, 400), "#5A4030")
    pen.rectangle((190, 330, 290, 450), "#D9A98A")
    pen.ellipse((160, 130, 320, 360), "#E8BE9F")
    pen.pieslice((60, 420, 420, 900), 180, 360, "#A65B5B")
    pen.ellipse((198, 225, 216, 243), INK)
    pen.ellipse((264, 225, 282, 243), INK)
    pen.arc((205, 250, 275, 310), 20, 160, "#9A4A4A", 6)
    pen.arc((280, 430, 460, 760), 180, 300, DARK, 14)


def _person(pen: Pen, left: int, top: int, coat: str) -> None:
    pen.ellipse((left + 22, top, left + 78, top + 60), "#E8BE9F")
    pen.rounded_rectangle((left, top + 64, left + 100, top + 210), 26, coat)
    pen.rectangle((left + 18, top + 205, left + 44, top + 290), INK)
    pen.rectangle((left + 56, top + 205, left + 82, top + 290), INK)


PICTURES: dict[str, tuple[tuple[int, int], Callable[[Pen], None]]] = {
    "counter.png": ((960, 640), counter),
    "sign.png": ((600, 800), sign),
    "guest.png": ((480, 600), guest),
}


def drawn(name: str) -> Image.Image:
    """One picture."""
    size, draw = PICTURES[name]
    picture = Image.new("RGB", size, "white")
    draw(ImageDraw.Draw(picture))
    return picture.quantize(32, dither=Image.Dither.NONE)


def main() -> int:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        drawn(name).save(FOLDER / name, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
