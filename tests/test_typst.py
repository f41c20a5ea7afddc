"""The second PDF engine: the same tree, the same rules, no markup out of an input."""

from __future__ import annotations

import builtins
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdf_text
import pikepdf
import pytest
from click.testing import CliRunner
from example_document import LABELS, example
from html_text import expected_pieces
from pdf_rules import broken_rules, walk
from pdfua import validate
from pypdf import PdfReader

from conceptgen.cli.program import Program
from conceptgen.composition import compose
from conceptgen.document.blocks import (
    BLOCKS,
    Cell,
    Column,
    Contents,
    Document,
    Heading,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.inline import line
from conceptgen.document.look import Attachment, Brand, Look
from conceptgen.document.numbering import number
from conceptgen.document.walk import blocks
from conceptgen.errors import EnvironmentFault, RequestError
from conceptgen.input import load
from conceptgen.model.project import Project
from conceptgen.pipeline import RenderRequest, outputs
from conceptgen.preview.view import Session
from conceptgen.readiness import reports
from conceptgen.resources import samples
from conceptgen.writers import format_of, write
from conceptgen.writers.typst.letters import stand_in

TYPST = Look(pdf_engine="typst")
OURS = re.compile(r"^/[A-Z]{6}\+PT(?:Sans|Serif)(?:-|$)")
BAIT = "bait-that-nobody-may-read"


def paper(*texts: str) -> Document:
    """A document of plain paragraphs."""
    parts = (Part(tuple(Paragraph(line(each)) for each in texts)),)
    return number(Document("Т", "Т", "О", "А", "ru", "2026-11-21", LABELS, parts))


def set_in_typst(document: Document, look: Look = TYPST) -> bytes:
    """The document, by the second engine."""
    return write(document, "pdf", replace(look, pdf_engine="typst"))


def said(data: bytes) -> str:
    """What is on the pages."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def sample(name: str) -> Project:
    """A sample."""
    project = load(samples() / f"{name}.yaml").project
    assert project is not None
    return project


@pytest.fixture(scope="module")
def data() -> bytes:
    """The example with its source inside."""
    return set_in_typst(example(), Look(source=Attachment("клиент.yaml", b"schema: conceptgen/1\n\xff")))


@pytest.fixture(scope="module")
def clinic() -> bytes:
    """The large sample."""
    return set_in_typst(compose(sample("clinic")))


@pytest.mark.parametrize("kind", BLOCKS, ids=lambda kind: kind.__name__)
def test_every_block_is_written(kind: type) -> None:
    """Alone in a document."""
    block = next(each for each in blocks(example()) if isinstance(each, kind))
    alone = number(Document("Т", "Т", "О", "А", "ru", "2026-11-21", LABELS, (Part((block,)),)))
    assert pdf_text.unsaid(alone, set_in_typst(alone)) == []


@pytest.mark.parametrize("name", ["minimal", "chain_only", "salon"])
def test_the_pages_say_what_the_tree_says(name: str) -> None:
    """Every line of the tree, in every variant."""
    project = sample(name)
    made = [compose(project, "concept", each) for each in ("page", "short") if project.concept]
    made += [compose(project, "chain", each) for each in ("short", "full") if project.chains]
    for document in made:
        assert len(expected_pieces(document)) > 3
        assert pdf_text.unsaid(document, set_in_typst(document)) == []


def test_the_large_sample_says_what_its_tree_says(clinic: bytes) -> None:
    assert pdf_text.unsaid(compose(sample("clinic")), clinic) == []


def test_no_rule_of_the_standards_is_broken(data: bytes, clinic: bytes, tmp_path: Path) -> None:
    """Ours, those of pdfua and those of qpdf: PDF/A-3a and PDF/UA-1 in one file."""
    file = tmp_path / "file.pdf"
    for each in (data, clinic):
        assert broken_rules(each) == []
        file.write_bytes(each)
        report = validate(str(file))
        assert [str(finding) for finding in report.findings] == []
        assert {skipped.rule_id for skipped in report.skipped} <= {"UA-14-001"}
        with pikepdf.open(file) as pdf:
            assert pdf.check_pdf_syntax() == []


def test_only_our_fonts(clinic: bytes) -> None:
    names = _fonts(clinic)
    assert names
    assert [name for name in names if not OURS.match(name)] == []


def _fonts(data: bytes) -> set[str]:
    """As this engine writes their names, which is not as the other does."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each]
        return {str(each.BaseFont) for each in found}


def _project(file: Path) -> Project:
    project = load(file).project
    assert project is not None
    return project


def test_the_source_comes_out_as_it_went_in(data: bytes) -> None:
    """Name, bytes, kind and relationship, whatever the bytes are."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (spec,) = pdf.Root.AF
        assert (str(spec.UF), spec.AFRelationship) == ("клиент.yaml", "/Source")
        assert spec.EF.F.read_bytes() == b"schema: conceptgen/1\n\xff"
        assert spec.EF.F.Subtype == "/application/yaml"


def test_the_file_is_its_authors(data: bytes) -> None:
    """Neither in the properties nor in the metadata the engine is named."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.docinfo["/Creator"]) == example().author
        assert b"Typst" not in pdf.Root.Metadata.read_bytes()


def test_contents_say_where_they_lead_and_rows_have_heads(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        links = [str(link.Contents) for page in pdf.pages for link in page.get("/Annots", [])]
        heads = [each for each in walk(pdf.Root.StructTreeRoot) if each.S == "/TH"]
        scopes = {str(each.get("/Scope")) for head in heads for each in head.A if "/Scope" in each}
        kinds = {str(each.S) for each in walk(pdf.Root.StructTreeRoot)}
    assert "1.1 Назначение" in links
    assert scopes == {"/Column", "/Row"}
    assert {"/TOC", "/Note", "/Caption", "/Figure", "/BlockQuote", "/H1", "/H2", "/LI"} <= kinds


def test_outline_names_every_heading(data: bytes) -> None:
    """As in the file of the other engine."""
    titles = [each.title for each in _flat(PdfReader(io.BytesIO(data)).outline)]
    assert titles == [each.title for each in _flat(PdfReader(io.BytesIO(write(example(), "pdf"))).outline)]


def _flat(outline: list[Any]) -> list[Any]:
    return [each for item in outline for each in (_flat(item) if isinstance(item, list) else [item])]


def test_table_heads_repeat_and_pages_turn(data: bytes) -> None:
    pages = PdfReader(io.BytesIO(data)).pages
    assert sum("Сколько" in page.extract_text() for page in pages) >= 2
    assert any(page.mediabox.width > page.mediabox.height for page in pages)
    assert pages[0].mediabox.width < pages[0].mediabox.height


@pytest.mark.parametrize("lines", range(27, 33))
def test_a_note_stays_with_its_table(lines: int) -> None:
    """Wherever on the page the table ends."""
    table = Table((Column(line("Что")),), (Row((Cell((line("Последняя строка"),)),)),), alt="Т")
    note = Paragraph(line("Примечание к таблице"), "note")
    text = tuple(Paragraph(line("Строка")) for _ in range(lines))
    document = number(replace(paper(), parts=(Part((*text, table, note)),)))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(set_in_typst(document))).pages]
    assert ["Примечание" in page for page in pages] == ["Последняя" in page for page in pages]


def test_a_sub_heading_begins_at_the_left() -> None:
    """Whatever the alignment of its first column."""
    columns = (Column(line("А"), 0.2, "right"), Column(line("Б"), 3.0))
    group = Row((Cell((line("Подзаголовок"),), span=2),), "group")
    rows = (group, Row((Cell((line("1"),)), Cell((line("слово " * 200),)))))
    made = set_in_typst(number(replace(paper(), parts=(Part((Table(columns, rows, alt="Т"),)),))))
    places: dict[str, float] = {}
    PdfReader(io.BytesIO(made)).pages[0].extract_text(
        visitor_text=lambda text, _, place, *__: places.setdefault(text.strip(), place[4])
    )
    assert places["Подзаголовок"] < 80


PROGRAM = """
import sys; sys.path.insert(0, sys.argv[1])
from example_document import example
from conceptgen.document.look import Attachment, Look
from conceptgen.writers import write
source = Attachment("клиент.yaml", b"schema: conceptgen/1\\n\\xff")
sys.stdout.buffer.write(write(example(), "pdf", Look(source=source, pdf_engine="typst")))
"""


def listing(names: int, engine: str) -> list[str]:
    """What stands on the pages of a document of that many headings, every fifth of them of the first level."""
    headings = tuple(Heading(1 if each % 5 == 0 else 2, line(f"Глава {each}")) for each in range(names))
    parts = (Part((Contents(line("Содержание")),)), Part(headings))
    document = number(Document("Т", "Т", "О", "А", "ru", "2026-11-21", LABELS, parts))
    data = write(document, "pdf", Look(pdf_engine=engine))
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("engine", ["typst", "weasyprint"])
def test_contents_do_not_spill_a_few_lines_onto_a_page(engine: str) -> None:
    """They are set closer, up to what can be read; longer ones take two pages and keep their air."""
    for names in (36, 48, 58):
        assert f"Глава {names - 1}" in listing(names, engine)[0], names
    assert "Глава 63" not in listing(64, engine)[0]


@pytest.mark.parametrize("hash_seed", ["1", "77"])
def test_same_bytes_in_another_process(data: bytes, hash_seed: str, tmp_path: Path) -> None:
    """Other folder, time zone, locale and hash seed."""
    other = {
        **os.environ,
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "PYTHONHASHSEED": hash_seed,
        "SOURCE_DATE_EPOCH": "1",
    }
    command = [sys.executable, "-X", "utf8", "-c", PROGRAM, str(Path(__file__).parent)]
    assert subprocess.run(command, cwd=tmp_path, env=other, capture_output=True, check=True).stdout == data


HOSTILE = (
    '#import "bait.typ": *', '#read("bait.txt")', '#read("/etc/passwd")', "#sys.inputs", "#sys.version",
    '#import "@preview/cetz:0.3.0"', "$x^2$ $ sum_1^n $", r"\u{41} \u{1F600} \ \\ \" \n", "@bait <bait> <h1>",
    "// не пояснение", "/* и это */ нет", "`код` ```typ #panic()```", "*жирно* _косо_ = Заголовок", '"кавычки" \'и\'',
    "[скобки] {скобки} (скобки) ; ,", "- список", "+ список", "/ слово: смысл", "~ --- -? ...", "#", "\\",
    '"); #panic("нет', "]#panic()[", "${7*7} {{ 7*7 }} %s", "#let a = 1; #a",
)  # fmt: skip


def test_text_is_never_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder with bait every sign of every text stands on the page, and nothing of the bait."""
    for name in ("bait.txt", "bait.typ", "bait.yaml", "typst.toml", "document.typ", "look.typ"):
        (tmp_path / name).write_text(f'#let bait = "{BAIT}"\n{BAIT}', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    lines = tuple(each for each in HOSTILE if each.strip())
    document = replace(paper(*lines), running=lines[0], draft=lines[1], title=lines[2], author=lines[3])
    made = set_in_typst(document, Look(brand=Brand(footer=lines[2])))
    found = "".join(said(made).split())
    assert [each for each in lines if "".join(each.split()) not in found] == []
    assert BAIT not in found
    assert "root:" not in found


@pytest.mark.parametrize("hostile", ['#read("bait.txt") <b> @ref $x$ \\ " // `#sys.inputs`'])
def test_hostile_text_in_every_block(hostile: str) -> None:
    """Captions, cells, heads, footnotes, the title page, charts."""
    document = example(hostile)
    assert pdf_text.unsaid(document, set_in_typst(document)) == []


def test_the_engine_of_the_input_and_that_of_the_command(tmp_path: Path) -> None:
    """``settings.pdf_engine``, in place of it ``--pdf-engine``; a name nobody knows is refused with those there are."""
    file = tmp_path / "a.yaml"
    text = (samples() / "minimal.yaml").read_text("utf-8")
    file.write_text(text + "settings: {pdf_engine: Typst}\n", encoding="utf-8")
    short = RenderRequest(("concept",), ("short",), ("pdf",))
    (own,) = outputs(_project(file), "a", short)
    (wished,) = outputs(_project(file), "a", replace(short, look=Look(pdf_engine="weasyprint")))
    (usual,) = outputs(sample("minimal"), "a", short)
    assert [each.look.pdf_engine for each in (own, wished, usual)] == ["typst", "weasyprint", "weasyprint"]
    report = next(reports(load(file), "a", ("pdf",)))
    assert report.look.pdf_engine == "typst"
    told = CliRunner().invoke(Program(), ["render", str(file), "--pdf-engine", "latex"])
    assert "weasyprint, typst" in told.output
    with pytest.raises(RequestError, match="latex"):
        next(outputs(_project(file), "a", replace(short, look=Look(pdf_engine="latex"))))


@pytest.mark.processes
def test_the_command_prints_with_it_and_tells_the_letters(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    text = (samples() / "minimal.yaml").read_text("utf-8").replace("хлеб,", "хлеб → стол,", 1)
    file.write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "conceptgen",
        "render",
        str(file),
        "--format",
        "pdf",
        "--pdf-engine",
        "typst",
    ]
    more = ["--document", "concept", "--variant", "short", "--embed-source", "-o", str(tmp_path / "out")]
    told = subprocess.run([*command, *more], capture_output=True, text=True, encoding="utf-8", check=True)
    assert "U+2192 RIGHTWARDS ARROW" in told.stderr
    assert "--pdf-engine weasyprint" in told.stderr
    reader = PdfReader(tmp_path / "out" / "a-concept-short.pdf")
    assert "хлеб => стол" in " ".join(reader.pages[0].extract_text().split())
    assert reader.attachments["a.yaml"] == [text.encode()]


def test_the_preview_offers_the_pdf_of_the_engine(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes((samples() / "minimal.yaml").read_bytes())
    name, made = Session(file, look=TYPST).file("concept-short", "pdf", "ru")
    assert name == "a-concept-short.pdf"
    assert all(OURS.match(each) for each in _fonts(made))


def test_only_the_templates_are_seen() -> None:
    """The root is the folder of the templates: a path in them would not lead out of it."""
    import typst

    from conceptgen import resources

    folder = resources.template_path("typst")
    with pytest.raises(typst.TypstError):
        typst.compile(b'#read("../html/print.css")', root=folder, format="pdf")
    for file in folder.glob("*.typ"):
        text = file.read_text("utf-8")
        assert not re.search(r"\b(?:read|eval|plugin|yaml|csv|toml|xml|cbor)\(|@preview", text), file.name


LACKING = "звонок → запись ☎ 葡 🙂 ✓ \ufeff\ufe0f\u200d\u2009\u202f\ue000 конец"


def test_letters_our_fonts_lack_are_replaced_and_told() -> None:
    """Known before the page is set; never a fault, never silently left out."""
    document = paper(LACKING)
    told = format_of("pdf", TYPST).missing_letters(document, TYPST)
    assert {"→", "☎", "葡", "🙂", "✓"} <= set(told)
    assert told["→"] == "U+2192 RIGHTWARDS ARROW"
    text = " ".join(said(set_in_typst(document)).split())
    assert "звонок => запись [U+260E] [U+8461] [U+1F642] √" in text
    assert "[U+E000] конец" in text


def test_letters_of_the_brand_are_told_too() -> None:
    look = replace(TYPST, brand=Brand(footer="☎ 8 800"))
    assert set(format_of("pdf", look).missing_letters(paper("текст"), look)) == {"☎"}
    assert "[U+260E] 8 800" in said(set_in_typst(paper("текст"), look))


@pytest.mark.parametrize(
    ("sign", "stands"), [("ﬀ", "ff"), ("\u2003", " "), ("\ufe0f", ""), ("Ⅷ", "VIII"), ("ሴ", "[U+1234]")]
)
def test_what_stands_for_a_sign(sign: str, stands: str) -> None:
    """What it is made of, a blank, nothing for what is not seen, its code."""
    assert stand_in(sign) == stands


def test_without_pango_the_message_offers_this_engine_and_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def no_pango(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    monkeypatch.delitem(sys.modules, "conceptgen.writers.pdf.engine", raising=False)
    monkeypatch.delattr(sys.modules["conceptgen.writers.pdf"], "engine", raising=False)
    monkeypatch.setattr(builtins, "__import__", no_pango)
    with pytest.raises(EnvironmentFault, match="--pdf-engine typst"):
        write(paper("текст"), "pdf")
    assert "текст" in said(set_in_typst(paper("текст")))
