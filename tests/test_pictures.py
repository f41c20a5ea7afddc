"""Charts and maps as files of their own: named by what they show, with title and words inside, in both formats."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from made import project
from PIL import Image

from conceptgen.cli.program import Program
from conceptgen.document.look import Brand, Look
from conceptgen.errors import RequestError
from conceptgen.exchange.pictures import pictures
from conceptgen.input import load
from conceptgen.pipeline import Output

SVG = "{http://www.w3.org/2000/svg}"
CHAIN = """
schema: conceptgen/1
document: {title: "Т <b> & «т»", date: 2026-10-01}
organization: {name: О}
chains:
  - name: "Путь <script>alert(1)</script>"
    stages: [{name: Вход, zones: []}]
"""


@cache
def drawn() -> tuple[Output, ...]:
    return tuple(pictures(project("hotel"), "hotel", ("svg", "png"), Look()))


def test_pictures_are_named_by_what_they_show() -> None:
    names = [each.name for each in drawn()]
    assert max(Counter(names).values()) == 1
    assert {"hotel-Programme-timeline.svg", "hotel-Programme-timeline.png"} <= set(names)
    assert sum(name.startswith("hotel-Map-of-the-chain") for name in names) == 2
    assert len(names) > 6


def test_each_drawing_says_its_title_and_what_it_shows() -> None:
    for each in (each for each in drawn() if each.format == "svg"):
        root = etree.fromstring(each.data())
        title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title is not None
        assert told is not None
        assert title.text
        assert told.text
        assert len(told.text) > 20
        assert float((root.get("width") or "0").removesuffix("pt")) > 300


def test_the_programme_is_one_drawing_however_long_it_is() -> None:
    made = [each for each in pictures(project("clinic"), "c", ("svg",), Look()) if "Программа" in each.name]
    assert [each.name for each in made] == ["c-Программа-во-времени.svg"]
    said = made[0].data().decode()
    assert all(f"М{number} " in said for number in range(3, 20))


def test_a_png_is_large_enough_and_says_the_same() -> None:
    each = next(each for each in drawn() if each.name == "hotel-Programme-timeline.png")
    picture = Image.open(io.BytesIO(each.data()))
    assert picture.width > 1_500
    assert picture.text["Title"].startswith("Programme timeline")  # type: ignore[attr-defined]
    assert "2027" in picture.text["Description"]  # type: ignore[attr-defined]
    assert each.data() == each.data()


def test_the_map_stands_under_the_name_of_its_chain_and_markup_stays_text(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text(CHAIN, encoding="utf-8")
    found = load(file).project
    assert found
    (made,) = pictures(found, "one", ("svg",), Look(Brand(accent="#7A1F3D")))
    assert made.name == "one-Карта-цепочки.svg"
    root = etree.fromstring(made.data())
    assert root.findtext(f"{SVG}title") == "Путь <script>alert(1)</script>"
    assert "Вход" in (root.findtext(f"{SVG}desc") or "")
    assert root.find(f".//{SVG}script") is None


def test_where_nothing_can_be_drawn_or_written_it_is_said() -> None:
    with pytest.raises(RequestError, match="Рисовать нечего"):
        next(pictures(project("minimal"), "m", ("svg",), Look()))
    with pytest.raises(RequestError, match=r"«gif».*svg, png"):
        next(pictures(project("minimal"), "m", ("gif",), Look()))


def test_the_command_saves_them_and_shows_their_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("one.yaml").write_text(CHAIN, encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        Program().main(["charts", "one.yaml", "--format", "svg,png", "-o", "out"], prog_name="conceptgen")
    assert left.value.code == 0
    assert sorted(path.name for path in Path("out").glob("*.*g")) == [
        "one-Карта-цепочки.png",
        "one-Карта-цепочки.svg",
    ]
    assert "one-Карта-цепочки.svg" in capsys.readouterr().out.replace("\xa0", " ")
