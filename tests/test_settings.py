"""Settings reach every command: each way of giving a brand, a template, a language or a paper, in each command."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import docx
import html_text
import pytest
from click.testing import CliRunner
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from PIL import Image

from conceptgen import compose, load, write
from conceptgen.batch.report import Report
from conceptgen.batch.run import Build, Plan
from conceptgen.batch.watching import builds
from conceptgen.cli.program import Program
from conceptgen.preview.view import Session
from conceptgen.resources import template_path
from conceptgen.writers.docx.template.check import check
from conceptgen.writers.docx.xml import W

INPUT = """
schema: conceptgen/1
document: {title: Сервис пекарни, date: "2027-03-02"}
organization: {name: Пекарня «Опыт»}
concept:
  purpose: Проверка.
  principles: [{text: Правило., client_meaning: Ясно., staff_behaviour: Делаем.}]
"""
BRAND = 'firm: Бюро «Проба»\nlogo: logo.png\ncolors: {accent: "#8C2F39"}\nfooter: Низ «Пробы»\n'
FOOTER = "Низ «Пробы»"


def logo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 20), "#8C2F39").save(file, "PNG")
    return file.getvalue()


def beside(folder: Path) -> list[str]:
    (folder / "brand.yaml").write_text(BRAND, encoding="utf-8")
    (folder / "logo.png").write_bytes(logo())
    return client(folder)


def named(folder: Path) -> list[str]:
    (folder / "стиль" / "ещё").mkdir(parents=True)
    (folder / "стиль" / "our.yaml").write_text(BRAND.replace("logo.png", "ещё/logo.png"), encoding="utf-8")
    (folder / "стиль" / "ещё" / "logo.png").write_bytes(logo())
    return client(folder, "brand: стиль/our.yaml\n")


def inside(folder: Path) -> list[str]:
    (folder / "logo.png").write_bytes(logo())
    lines = "".join(f"  {line}\n" for line in BRAND.splitlines())
    return client(folder, f"brand:\n{lines}")


def given(folder: Path) -> list[str]:
    """The command line's: elsewhere, and in place of a brand that could not be used."""
    other = folder.parent / "в другом месте"
    other.mkdir()
    beside(other)
    client(folder, "brand: {firm: Иная, logo: нет.png}\n")
    return ["--brand", str(other / "brand.yaml")]


def client(folder: Path, brand: str = "") -> list[str]:
    (folder / "client.yaml").write_text(INPUT + brand, encoding="utf-8")
    return []


WAYS = [beside, named, inside, given]


@pytest.fixture(params=WAYS, ids=lambda way: way.__name__)
def way(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A folder with a client whose brand is given one way; what to add to the command line."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "клиент"
    folder.mkdir()
    found: list[str] = request.param(folder)
    return found


def run(*words: str, code: int = 0) -> str:
    done = CliRunner().invoke(Program(), list(words))
    assert done.exit_code == code, done.output
    return done.output


def is_branded(data: bytes) -> bool:
    """Whether a Word file has the logo and the line at the foot."""
    package = zipfile.ZipFile(io.BytesIO(data))
    feet = [package.read(name).decode() for name in package.namelist() if "footer" in name]
    return any("media/" in name for name in package.namelist()) and any(FOOTER in each for each in feet)


FILE = "клиент/client.yaml"
COMMANDS = {
    "render": ["render", FILE, "--format", "docx", "--variant", "short"],
    "review copy": ["render", FILE, "--variant", "short", "--review-copy"],
    "review": ["review", FILE, "--format", "docx"],
    "build": ["build", "клиент"],
    "build of a file": ["build", FILE],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_brand_reaches_what_is_written(command: str, way: list[str]) -> None:
    words = COMMANDS[command]
    if words[0] == "build":
        text = Path(FILE).read_text(encoding="utf-8")
        line = "deliverables: [{document: concept, variant: short, format: docx}]\n"
        Path(FILE).write_text(text + line, encoding="utf-8")
    run(*words, *way)
    (made,) = Path("out").rglob("*.docx")
    assert is_branded(made.read_bytes())


def test_a_check_says_nothing_of_a_good_brand(way: list[str]) -> None:
    assert "BRD" not in run("check", FILE, *way)


def test_a_brand_reaches_the_preview(way: list[str]) -> None:
    view = Session(Path(FILE), Path(way[1]) if way else None)
    assert not [each for each in view.sight.findings if "BRD" in each.code]
    assert is_branded(view.file("concept-short", "docx", "ru")[1])
    assert FOOTER in view.file("concept-short", "html", "ru")[1].decode()


def test_a_brand_reaches_the_library(way: list[str]) -> None:
    """From a path, and from bytes whose folder is told."""
    brand = way[1] if way else None
    of_bytes = load(Path(FILE).read_bytes(), "client.yaml", folder=Path("клиент"), brand=brand)
    for loaded in (load(FILE, brand=brand), of_bytes):
        assert loaded.project is not None, list(map(str, loaded.findings))
        assert is_branded(write(compose(loaded.project, variant="short"), "docx", loaded.look))


@pytest.mark.parametrize("command", [["check"], ["render"], ["review"]], ids=lambda words: words[0])
def test_a_brand_that_cannot_be_used_is_told_alike(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    client(tmp_path, "brand: {firm: Ф, logo: нет.png}\n")
    told = run(*command, "client.yaml", code=2)
    assert "client.yaml:8:24: E-BRD-03: Файл «нет.png» не найден" in told
    told = run("build", "client.yaml", code=4)
    assert "client.yaml:8:24: E-BRD-03: Файл «нет.png» не найден" in told
    told = run(*command, "client.yaml", "--brand", "нет.yaml", code=2)
    assert "нет.yaml: E-FIL-01" in told


def _styled(folder: Path) -> Path:
    """A template with a style of its own, by which a document made on it is known."""
    path = folder / "own.docx"
    shutil.copy(template_path("docx", "house.docx"), path)
    own = docx.Document(str(path))
    own.styles.add_style("Наш знак", 1)
    own.save(str(path))
    return path


def _has_style(data: bytes) -> bool:
    return "Наш знак" in zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_template_reaches_what_is_written(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "клиент").mkdir()
    line = "deliverables: [{document: concept, variant: short, format: docx}]\n"
    client(tmp_path / "клиент", line if "build" in command else "")
    run(*COMMANDS[command], "--template", str(_styled(tmp_path)))
    (made,) = Path("out").rglob("*.docx")
    assert _has_style(made.read_bytes())


def test_a_template_reaches_the_preview(tmp_path: Path) -> None:
    from conceptgen.document.look import Look

    client(tmp_path)
    view = Session(tmp_path / "client.yaml", look=Look(template=_styled(tmp_path).read_bytes()))
    assert _has_style(view.file("concept-short", "docx", "ru")[1])


SETTINGS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "language": ("document: {language: en, title: T", lambda html: 'lang="en"' in html),
    "paper": ("settings: {paper: letter}\ndocument: {title: T", lambda html: "size: letter" in html.lower()),
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_language_or_a_paper_reaches_every_way_to_a_document(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written, holds = SETTINGS[setting]
    line = "deliverables: [{document: concept, variant: short, format: html}]\n"
    text = INPUT.replace("document: {title: Сервис пекарни", written) + line
    (tmp_path / "client.yaml").write_text(text, encoding="utf-8")
    run("render", "client.yaml", "--format", "html", "--variant", "short", "-o", "a")
    run("build", "client.yaml", "-o", "b")
    (made,), (built,) = Path("a").glob("*.html"), Path("b").glob("*.html")
    seen = Session(Path("client.yaml")).file("concept-short", "html", "")[1]
    assert made.read_bytes() == built.read_bytes()
    assert html_text.body_text(seen) == html_text.body_text(made.read_bytes())
    loaded = load("client.yaml")
    assert loaded.project is not None
    document = compose(loaded.project, variant="short")
    assert write(document, "html", loaded.look) == made.read_bytes()
    assert holds(seen.decode()) or (setting == "paper" and document.page == "letter")


def test_the_preview_sees_a_save_nobody_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system is silent, as network disks are: a look is taken all the same, and only a change counts."""
    from threading import Event

    from conceptgen.preview import watch

    client(tmp_path)
    view = Session(tmp_path / "client.yaml")
    stop, told = Event(), [view.sight.number]

    def silent(*_: object, **__: object) -> Iterator[set[object]]:
        for turn in range(6):
            if turn == 3:
                client(tmp_path, "brand: {firm: Новая}\n")
            yield set()
            told.append(view.sight.number)
        stop.set()

    monkeypatch.setattr("watchfiles.watch", silent)
    monkeypatch.setattr(watch, "REST", -1.0)
    watch.watch(view.folders, view.refresh, stop)
    assert len(set(told)) == 2
    assert view.sight.look.brand.firm == "Новая"


def test_the_preview_notices_a_missing_file_that_appears(tmp_path: Path) -> None:
    client(tmp_path, "brand: {firm: Ф, logo: logo.png}\n")
    view = Session(tmp_path / "client.yaml")
    told = view.sight.number
    view.refresh()
    assert (view.sight.number, view.sight.is_broken) == (told, True)
    (tmp_path / "logo.png").write_bytes(logo())
    view.refresh()
    assert view.sight.number > told
    assert not view.sight.is_broken


def test_a_build_sees_saves_nobody_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three looks the one after a save builds; its own output is no save."""
    client(tmp_path, "deliverables: [{document: concept, variant: short, format: html}]\n")
    plan = Plan((tmp_path,), tmp_path / "out")
    saves = iter(
        [
            lambda: None,
            lambda: (tmp_path / "brand.yaml").write_text("firm: Новая", encoding="utf-8"),
            lambda: None,
            lambda: (tmp_path / "client.yaml").unlink(),
        ]
    )
    stopped = pytest.raises(KeyboardInterrupt)

    def silent(*_: object, **__: object) -> Iterator[set[object]]:
        for save in saves:
            save()
            yield set()
        raise KeyboardInterrupt

    monkeypatch.setattr("watchfiles.watch", silent)
    found = []
    with stopped:
        for each in builds(lambda: plan, (), lambda plan: Build(plan, lambda *_: None)):
            found.append(each)
    assert [len(each.lines) for each in found if isinstance(each, Report)] == [1, 1, 1]


def test_who_made_the_template_stays_with_the_template(tmp_path: Path) -> None:
    """Company, manager, own properties, description, a thumbnail and times of revision do not reach the document."""
    from conceptgen.document.look import Look

    own = docx.Document(str(template_path("docx", "house.docx")))
    own.core_properties.comments = "ЧУЖОЕ описание"
    own.core_properties.last_printed = datetime(2020, 1, 1)
    own.core_properties.identifier = "ЧУЖОЕ"
    for name in ("extended-properties", "custom-properties", "metadata/thumbnail"):
        part = Part(
            PackURI(f"/docProps/{name[-9:]}.xml"),
            "application/xml",
            "<a>ЧУЖОЕ</a>".encode(),
            own.part.package,
        )
        own.part.package.relate_to(
            part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"
        )
    saved = io.BytesIO()
    own.save(saved)
    client(tmp_path)
    loaded = load(tmp_path / "client.yaml")
    assert loaded.project is not None
    data = write(compose(loaded.project, variant="short"), "docx", Look(template=saved.getvalue()))
    package = zipfile.ZipFile(io.BytesIO(data))
    assert [name for name in package.namelist() if name.startswith("docProps")] == ["docProps/core.xml"]
    core = package.read("docProps/core.xml").decode()
    assert "ЧУЖОЕ" not in core
    assert "lastPrinted" not in core


def _remembering() -> bytes:
    """A template with a colleague's remark, times of revision, variables, a company and own properties."""
    own = docx.Document(str(template_path("docx", "house.docx")))
    properties = own.core_properties
    properties.author, properties.last_modified_by, properties.comments = (
        "ЧУЖОЙ автор",
        "ЧУЖОЙ правщик",
        "ЧУЖОЕ",
    )
    paragraph = own.add_paragraph("Наша страница")
    own.add_comment(paragraph.runs, "ЧУЖОЕ примечание", author="ЧУЖОЙ рецензент")
    paragraph._p.set(f"{W}rsidR", "00ABCDEF")
    own.settings.element.append(
        parse_xml(f'<w:docVars {nsdecls("w")}><w:docVar w:name="Договор" w:val="ЧУЖОЙ-17"/></w:docVars>')
    )
    told = {"extended-properties": "Company", "custom-properties": 'property name="Шифр"'}
    for kind, tag in told.items():
        xml = f"<Properties><{tag}>ЧУЖАЯ {kind}</{tag.split()[0]}></Properties>"
        part = Part(PackURI(f"/docProps/{kind}.xml"), "application/xml", xml.encode(), own.part.package)
        own.part.package.relate_to(part, f"http://schemas.openxmlformats.org/relationships/{kind}")
    saved = io.BytesIO()
    own.save(saved)
    return saved.getvalue()


def test_what_a_template_remembers_is_named_and_does_not_travel(tmp_path: Path) -> None:
    """Comments, their authors, times of revision and variables too; the owner's own page does."""
    from conceptgen.document.look import Look

    own = _remembering()
    told = "\n".join(str(each) for each in check(own, "our.docx", "ru"))
    for each in (
        "ЧУЖОЙ автор",
        "ЧУЖОЙ правщик",
        "ЧУЖОЙ рецензент",
        "ЧУЖОЙ-17",
        "Company: ЧУЖАЯ",
        "Шифр: ЧУЖАЯ",
    ):
        assert each in told
    assert "W-TPL-01" in told
    client(tmp_path)
    loaded = load(tmp_path / "client.yaml")
    assert loaded.project is not None
    data = write(compose(loaded.project, variant="short"), "docx", Look(template=own))
    package = zipfile.ZipFile(io.BytesIO(data))
    written = "\n".join(
        package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))
    )
    assert "Наша страница" in written
    for trace in ("ЧУЖ", "00ABCDEF", "commentReference", "comments.xml", "docVar"):
        assert trace not in written


def test_the_notes_of_a_template_are_for_its_check_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    client(tmp_path)
    Path("our.docx").write_bytes(_remembering())
    assert "N-TPL-01" in run("template", "check", "our.docx")
    assert "N-TPL-01" not in run("render", "client.yaml", "--format", "docx", "--template", "our.docx")


CHAIN = """
chains:
  - name: Визит
    stages: [{name: Вход, touchpoints: [{name: Стойка}]}]
"""


@pytest.mark.parametrize("size", ["auto", "a3"])
def test_the_paper_of_a_map_reaches_every_way_to_a_document(
    size: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Render and build give the same bytes, the preview the same sheets; a build of another size makes them anew."""
    monkeypatch.chdir(tmp_path)
    line = "deliverables: [{document: chain, variant: full, format: html}]\n"
    client(tmp_path, CHAIN + line)
    run("build", "client.yaml", "--allow-gaps", "-o", "b")
    (usual,) = (each.read_bytes() for each in Path("b").glob("*.html"))
    run("build", "client.yaml", "--allow-gaps", "-o", "b", "--map-size", size)
    run("render", "client.yaml", "--document", "chain", "--variant", "full", "--format", "html", "--allow-gaps",
        "--map-size", size, "-o", "a")  # fmt: skip
    (made,), (built,) = Path("a").glob("*.html"), Path("b").glob("*.html")
    view = Session(Path("client.yaml"), map_size=size)
    (full,) = [each for each in view.choices() if (each.document, each.variant) == ("chain", "full")]
    seen = view.file(full.name, "html", "")[1]
    assert made.read_bytes() == built.read_bytes()
    assert seen.count(b"landscape a3") == made.read_bytes().count(b"landscape a3")
    assert (made.read_bytes() == usual) == (size == "auto")


@pytest.mark.parametrize("command", [["build"], ["preview"], ["render"]])
def test_a_paper_nobody_has_is_refused(command: list[str], tmp_path: Path) -> None:
    client(tmp_path)
    said = run(*command, str(tmp_path / "client.yaml"), "--map-size", "a5", code=2)
    assert "auto, a4, a3" in said
