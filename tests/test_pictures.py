"""Charts and maps as files of their own: named by what they show, with title and words inside, in both formats."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache
from pathlib import Path

import picture_text
import pytest
from lxml import etree
from made import project
from PIL import Image

from conceptgen.cli.program import Program
from conceptgen.composition import compose
from conceptgen.document.look import Brand, Look
from conceptgen.errors import RequestError
from conceptgen.exchange.pictures import pictures
from conceptgen.input import load
from conceptgen.pipeline import Output, RenderRequest, names, outputs

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
    called = [each.name for each in drawn()]
    assert max(Counter(called).values()) == 1
    assert {"hotel-Programme-timeline.svg", "hotel-Programme-timeline.png"} <= set(called)
    assert sum(name.startswith("hotel-Map-of-the-chain") for name in called) == 2
    assert len(called) > 6


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


# ── the map as a document of its own ───────────────────────────────────────────────────────────────────────────


@cache
def of_the_map() -> dict[str, bytes]:
    request = RenderRequest(("chain",), ("map",), ("svg", "png"), chains=("sales",))
    return {each.name: each.data() for each in outputs(project("dealer"), "dealer", request)}


def test_the_map_is_one_picture_a_chain_in_both_formats_with_the_same_words() -> None:
    made = of_the_map()
    assert sorted(made) == ["dealer-chain-sales-map.png", "dealer-chain-sales-map.svg"]
    drawing, picture = made["dealer-chain-sales-map.svg"], made["dealer-chain-sales-map.png"]
    document = compose(project("dealer"), "chain", "map", chain="sales")
    assert picture_text.unsaid(document, drawing) == picture_text.unsaid(document, picture) == []
    assert ".." not in picture_text.described(drawing)
    width, height = Image.open(io.BytesIO(picture)).size
    assert width > 3_000
    assert width > height


def test_the_line_of_feeling_keeps_its_numbers() -> None:
    """A drawing packed into a drawing is shown without letters."""
    root = etree.fromstring(of_the_map()["dealer-chain-sales-map.svg"])
    assert root.find(f".//{SVG}image") is None
    said = {each.text for each in root.iterfind(f".//{SVG}text")}
    assert {"2", "4"} <= said


def test_sheets_of_a_very_long_chain_stand_one_under_another(tmp_path: Path) -> None:
    points = "".join(f", Точка {n} с названием подлиннее чтобы занять место" for n in range(30))
    stages = "".join(f"\n      - {{name: Этап {n}, touchpoints: [Вход{points}]}}" for n in range(24))
    file = tmp_path / "long.yaml"
    file.write_text(CHAIN.replace(" [{name: Вход, zones: []}]", stages), encoding="utf-8")
    found = load(file).project
    assert found
    (made,) = outputs(found, "x", RenderRequest(("chain",), ("map",), ("svg",)))
    root = etree.fromstring(made.data(), etree.XMLParser(huge_tree=True))
    sheets = root.findall(f"{SVG}svg")
    assert len(sheets) > 1
    assert all((each.get("viewBox") or "").split()[2] == each.get("width") for each in sheets)
    tops = [float(each.get("y") or 0) for each in sheets]
    assert tops == sorted(set(tops))
    assert float((root.get("height") or "").removesuffix("pt")) > tops[-1] > 0


@pytest.mark.parametrize(
    "wish",
    [
        RenderRequest(("chain",), (), ("svg",)),
        RenderRequest(("chain",), ("short",), ("png",)),
        RenderRequest(("concept",), ("full",), ("pdf", "svg")),
        RenderRequest((), (), ("png",)),
    ],
    ids=str,
)
def test_a_picture_of_what_has_none_is_refused(wish: RenderRequest) -> None:
    """No file would be made, and nobody would know why."""
    with pytest.raises(RequestError, match=r"Одной картинкой .* Так пишутся: chain map\."):
        next(outputs(project("clinic"), "c", wish))


def test_the_map_alone_is_made_only_when_it_is_named() -> None:
    made = list(names(project("clinic"), "c", RenderRequest(formats=("pdf",))))
    assert not [each for each in made if "-map" in each]
    wish = RenderRequest(("chain",), ("map",), ("docx", "pdf", "html", "svg", "png"))
    assert len(list(names(project("clinic"), "c", wish))) == 5
