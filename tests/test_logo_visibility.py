"""A logo that cannot be seen where it is printed is warned of: white on white, nearly transparent, mostly margin."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from conceptgen.input import load

INPUT = """schema: conceptgen/1
document: {title: Сервис, date: 2027-03-02}
organization: {name: Пекарня}
concept: {purpose: Проба}
brand: {firm: Бюро, logo: NAME}
"""
CLEAR = (0, 0, 0, 0)


def picture(
    ink: object, ground: object, box: tuple[int, ...] = (10, 10, 190, 90), format: str = "PNG"
) -> bytes:
    made = Image.new("RGBA" if format == "PNG" else "RGB", (200, 100), ground)  # type: ignore[arg-type]
    ImageDraw.Draw(made).rectangle(box, fill=ink)  # type: ignore[arg-type]
    file = io.BytesIO()
    made.save(file, format)
    return file.getvalue()


def drawing(
    paint: str, box: str = 'x="10" y="10" width="180" height="80"', view: str = "0 0 200 100"
) -> bytes:
    size = 'width="200" height="100"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{view}"><rect {box} {paint}/></svg>'.encode()


SMALL = (90, 45, 110, 55)
UNSEEN = {
    "white on white": ("a.png", picture("white", "white")),
    "white on nothing": ("a.png", picture("white", CLEAR)),
    "nothing": ("a.png", picture(CLEAR, CLEAR)),
    "nearly transparent": ("a.png", picture((0, 0, 0, 9), CLEAR)),
    "nearly white": ("a.png", picture("#F4F4F4", "white")),
    "a white photograph": ("a.jpg", picture("#FBFBFB", "white", format="JPEG")),
    "a white drawing": ("a.svg", drawing('fill="#fff"')),
    "a faint drawing": ("a.svg", drawing('fill="#000" opacity="0.03"')),
    "a drawing without paint": ("a.svg", drawing('fill="none"')),
    "a drawing beside its sheet": ("a.svg", drawing('fill="#000"', view="500 500 200 100")),
}
MARGIN = {
    "on nothing": ("a.png", picture("#8C2F39", CLEAR, SMALL)),
    "on white": ("a.png", picture("#8C2F39", "white", SMALL)),
    "a photograph": ("a.jpg", picture("#8C2F39", "white", SMALL, "JPEG")),
    "a drawing": ("a.svg", drawing('fill="#8C2F39"', 'x="90" y="45" width="20" height="10"')),
}
GOOD = {
    "dark on white": ("a.png", picture("#222222", "white")),
    "yellow": ("a.png", picture("#FFE600", CLEAR)),
    "pale but there": ("a.png", picture("#C8C8C8", "white")),
    "white on a ground of its own": ("a.png", picture("white", "#1F3A5F")),
    "a photograph": ("a.jpg", picture("white", "#1F3A5F", SMALL, "JPEG")),
    "half transparent": ("a.png", picture((0, 0, 0, 128), CLEAR)),
    "some air around": ("a.png", picture("#222222", CLEAR, (60, 30, 140, 70))),
    "a thin line": ("a.svg", drawing('fill="none" stroke="#222" stroke-width="1"')),
}


def warned(folder: Path, name: str, data: bytes) -> list[str]:
    (folder / name).write_bytes(data)
    (folder / "client.yaml").write_text(INPUT.replace("NAME", name), encoding="utf-8")
    loaded = load(folder / "client.yaml")
    assert loaded.brand.logo is not None
    return [str(each) for each in loaded.findings if each.code.startswith("W-BRD")]


@pytest.mark.parametrize("kind", UNSEEN)
def test_a_logo_nobody_sees_is_warned_of_at_its_place(kind: str, tmp_path: Path) -> None:
    name, data = UNSEEN[kind]
    (line,) = warned(tmp_path, name, data)
    assert f":5:27: W-BRD-03: Логотип «{name}» на белом листе не виден" in line


@pytest.mark.parametrize("kind", MARGIN)
def test_a_logo_that_is_mostly_margin_is_warned_of(kind: str, tmp_path: Path) -> None:
    (line,) = warned(tmp_path, *MARGIN[kind])
    assert "W-BRD-03" in line
    assert "1 % картинки" in line


@pytest.mark.parametrize("kind", GOOD)
def test_a_logo_that_is_seen_is_no_trouble(kind: str, tmp_path: Path) -> None:
    assert warned(tmp_path, *GOOD[kind]) == []
