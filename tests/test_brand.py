"""A brand as a consultant gives it: where it may come from, what is refused and where that is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from conceptgen.document.look import Brand
from conceptgen.input import Loaded, load, load_bytes
from conceptgen.input.brand import brand_file
from conceptgen.resources import samples

INPUT = """
schema: conceptgen/1
document: {title: Опыт, date: "2026-09-01"}
organization: {name: Пекарня}
concept: {purpose: Проба}
"""
SAMPLES = sorted(folder.name for folder in (samples() / "brands").iterdir())


def project(folder: Path, brand: str = "", **files: str) -> Loaded:
    """An input with a line of its own about the brand, beside other files; «__» in a name is a point."""
    for name, text in files.items():
        folder.joinpath(name.replace("__", ".")).write_text(text, encoding="utf-8")
    file = folder / "клиент.yaml"
    file.write_text(INPUT + brand, encoding="utf-8")
    return load(file, "клиент.yaml")


def said(loaded: Loaded) -> list[str]:
    """What is said about it, a line each."""
    return list(map(str, loaded.findings))


def test_without_a_brand_there_is_none(tmp_path: Path) -> None:
    assert project(tmp_path).brand == Brand()


def test_a_brand_may_stand_in_the_input(tmp_path: Path) -> None:
    loaded = project(
        tmp_path,
        'brand: {firm: Ф, colors: {accent: "1f4e5f"}, fonts: {text: Georgia}, footer: f, disclaimer: d}',
    )
    assert loaded.brand == Brand("Ф", None, "#1F4E5F", "", "Georgia", "", "f", "d")
    assert said(loaded) == []


def test_a_brand_may_be_a_file_the_input_names(tmp_path: Path) -> None:
    assert project(tmp_path, "brand: our.yaml", our__yaml="firm: Своя").brand.firm == "Своя"


def test_the_first_brand_there_is_counts_as_a_whole(tmp_path: Path) -> None:
    """The input's own before the file beside it, and nothing is taken from the next one."""
    beside = 'firm: Рядом\ncolors: {accent: "#123456"}'
    assert project(tmp_path, brand__yaml=beside).brand.firm == "Рядом"
    inside = project(tmp_path, "brand: {firm: Внутри}", brand__yaml=beside).brand
    assert (inside.firm, inside.accent) == ("Внутри", "")
    assert project(tmp_path, "brand: other.yaml", other__yaml="firm: Названный").brand.firm == "Названный"


def test_a_short_colour_is_spelled_out(tmp_path: Path) -> None:
    assert project(tmp_path, 'brand: {firm: Ф, colors: {accent: "#1a2"}}').brand.accent == "#11AA22"


@pytest.mark.parametrize(
    ("brand", "line"),
    [
        ("brand: {firm: Ф, colors: {accent: red}}", "6:35: E-BRD-01: «red» — не цвет (brand.colors.accent)"),
        (
            "brand:\n  firm: Ф\n  colors:\n    accent: #1F4E5F",
            "9:13: E-YML-09: Знак # после пробела начинает пояснение",
        ),
        ("brand: {firm: Ф, fonts: {text: 'x\";}'}}", '6:32: E-BRD-02: «x";}» не похоже на название шрифта'),
        ("brand: {firm: Ф, colours: {}}", "6:18: E-REF-04: Неизвестный ключ «colours» (brand.colours)"),
        ("brand: {firm: Ф, colors: {acent: '#123456'}}", "6:27: E-REF-04: Неизвестный ключ «acent»"),
        ("brand: {logo: l.png}", "6:1: E-TYP-01: Не заполнено обязательное поле «Чей стиль» (firm)"),
        ("brand: [1]", "6:1: E-TYP-02: В поле «Фирменный стиль» (brand) ожидается текст, а стоит список"),
    ],
)
def test_a_mistake_in_the_input_is_told_at_its_place(tmp_path: Path, brand: str, line: str) -> None:
    loaded = project(tmp_path, brand)
    assert loaded.project is None
    assert any(each.startswith(f"клиент.yaml:{line}") for each in said(loaded)), said(loaded)


def test_the_nearest_key_is_offered(tmp_path: Path) -> None:
    assert "(colors)" in said(project(tmp_path, "brand: {firm: Ф, colours: {}}"))[0]
    assert "(accent)" in said(project(tmp_path, "brand: {firm: Ф, colors: {acent: '#123456'}}"))[0]


def test_a_mistake_in_a_file_of_its_own_is_told_there(tmp_path: Path) -> None:
    """Its name, line and column; the path counts from that file."""
    loaded = project(tmp_path, "brand: our.yaml", our__yaml="firm: Ф\ncolors:\n  acent: '#123456'\n")
    assert said(loaded) == [
        "our.yaml:3:3: E-REF-04: Неизвестный ключ «acent» (colors.acent) → Возможно, «Основной цвет» (accent)"
    ]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../brand.yaml", "лежит вне папки"),
        ("/etc/passwd", "лежит вне папки"),
        ("C:\\brand.yaml", "лежит вне папки"),
        ("..\\brand.yaml", "лежит вне папки"),
        ("sub/../../brand.yaml", "лежит вне папки"),
        ("https://example.org/b.yaml", "адрес в сети"),
        ("file:///etc/passwd", "адрес в сети"),
        ("//server/brand.yaml", "адрес в сети"),
        ("nothing.yaml", "не найден"),
        ("link.yaml", "лежит вне папки"),
        ("folder", "прочитать нельзя"),
    ],
)
@pytest.mark.parametrize("key", ["brand", "logo"])
def test_a_path_leads_nowhere_but_into_the_folder(tmp_path: Path, key: str, path: str, why: str) -> None:
    folder = tmp_path / "проект"
    (folder / "sub").mkdir(parents=True)
    (folder / "folder").mkdir()
    (tmp_path / "brand.yaml").write_text("firm: Чужая", encoding="utf-8")
    (folder / "link.yaml").symlink_to(tmp_path / "brand.yaml")
    loaded = project(folder, f"brand: '{path}'" if key == "brand" else f"brand: {{firm: Ф, logo: '{path}'}}")
    assert loaded.project is None
    (only,) = loaded.findings
    assert why in only.message
    assert only.line == 6


def test_a_link_beside_the_input_leads_nowhere_else(tmp_path: Path) -> None:
    folder = tmp_path / "проект"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("firm: Чужая", encoding="utf-8")
    (folder / "brand.yaml").symlink_to(tmp_path / "secret.yaml")
    assert [finding.code for finding in project(folder).findings] == ["E-BRD-03"]


def test_a_logo_that_is_no_picture_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"<html>404</html>")
    (tmp_path / "brand.yaml").write_text("firm: Ф\nlogo: logo.png\n", encoding="utf-8")
    (told,) = project(tmp_path).findings
    assert (told.code, told.line) == ("E-BRD-04", 2)


def test_data_from_no_file_name_no_file() -> None:
    """Standard input has no folder; a brand without files is as good there as anywhere."""
    found = load_bytes(f"{INPUT}brand: our.yaml".encode(), "stdin").findings
    assert [(each.code, each.line, each.column) for each in found] == [("E-BRD-03", 6, 8)]
    assert load_bytes(f"{INPUT}brand: {{firm: Ф}}".encode(), "stdin").brand.firm == "Ф"


def test_a_pale_accent_is_a_warning_with_the_figure_and_a_remedy(tmp_path: Path) -> None:
    loaded = project(tmp_path, 'brand: {firm: Ф, colors: {accent: "#F2B705"}}')
    assert loaded.project is not None
    (line,) = said(loaded)
    assert line.startswith(
        "клиент.yaml:6:35: W-BRD-01: Цвет #F2B705 на белом читается плохо: контраст 1,8 : 1"
    )
    assert loaded.brand.accent == "#F2B705"
    remedy = line.rpartition(" ")[2]
    assert said(project(tmp_path, f'brand: {{firm: Ф, colors: {{accent: "{remedy}"}}}}')) == []


def test_a_font_few_have_is_a_warning(tmp_path: Path) -> None:
    loaded = project(tmp_path, "brand: {firm: Ф, fonts: {text: Гарнитура Наша Serif, heading: arial}}")
    (line,) = said(loaded)
    assert "W-BRD-02: Шрифт «Гарнитура Наша Serif» есть не на каждом компьютере" in line
    assert "в PDF будет PT Serif" in line


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_brands_are_good(name: str) -> None:
    """Each has a logo; the one with the light colour warns of it, which its own first line says."""
    file = samples() / "brands" / name / "brand.yaml"
    brand, findings = brand_file(file, file.name, "ru")
    assert brand.logo is not None
    assert brand.logo.alt == brand.firm
    assert [each.code for each in findings] == (["W-BRD-01"] if name == "podsolnukh" else [])
