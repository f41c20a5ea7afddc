"""What docs/extending.md promises, tried on a copy of the program: files are added, lines are added, nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import html_text
import pytest

ROOT = Path(__file__).parents[1]
FORMATS = "deliverables/formats.py"
MARKDOWN = '''"""A document as Markdown."""

from __future__ import annotations

from conceptgen.document.blocks import Document, Heading
from conceptgen.document.inline import plain
from conceptgen.document.look import HOUSE, Look
from conceptgen.document.walk import blocks, lines
from conceptgen.writers.format import Format

FORMAT = Format(media_type="text/markdown; charset=utf-8")


def write(document: Document, look: Look = HOUSE) -> bytes:
    """Headings and lines."""
    said = [f"# {document.title}"]
    for block in blocks(document):
        mark = f"{'#' * (block.level + 1)} " if isinstance(block, Heading) else ""
        said += [mark + plain(content) for content in lines(block)]
    return "\\n\\n".join(said).encode()
'''


class Copy:
    """The program with its templates and samples, to be added to; and a file of one client."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.package = folder, folder / "conceptgen"
        shutil.copytree(ROOT / "conceptgen", self.package, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("templates", "schemas", "samples"):
            shutil.copytree(ROOT / name, folder / name)
        self.client = folder / "client.yaml"
        shutil.copy(ROOT / "samples" / "minimal.yaml", self.client)

    def add(self, name: str, text: str) -> None:
        """A new file."""
        path = self.package / name
        assert not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """A line more in a file."""
        path = self.package / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name}: {old}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, *args: str) -> str:
        """What a command says; it must succeed."""
        done = self.call("-m", "conceptgen", *args)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def call(self, *args: str) -> subprocess.CompletedProcess[str]:
        """Python with this copy in place of the installed program."""
        return subprocess.run(
            [sys.executable, *args],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder), "LC_ALL": "en_US.UTF-8"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def schema(self) -> dict[str, object]:
        """The schema as ``make schema`` writes it."""
        found: dict[str, object] = json.loads(self.call("-m", "conceptgen.model.schema").stdout)
        return found


@pytest.fixture(scope="module")
def with_markdown(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """One folder and one line."""
    copy = Copy(tmp_path_factory.mktemp("format"))
    copy.add("write/md/__init__.py", MARKDOWN)
    line = '    "html": "conceptgen.writers.html",\n'
    copy.edit(FORMATS, line, line + '    "md": "conceptgen.writers.md",\n')
    return copy


def test_a_new_format_is_rendered(with_markdown: Copy) -> None:
    with_markdown.run("render", "client.yaml", "--format", "md", "-o", "rendered")
    (made,) = (with_markdown.folder / "rendered").glob("*.md")
    assert made.read_text(encoding="utf-8").startswith("# ")


def test_a_new_format_is_built_and_kept(with_markdown: Copy) -> None:
    """By a line of the input; the second time nothing is made, for it has a fingerprint, too."""
    text = with_markdown.client.read_text(encoding="utf-8")
    own = with_markdown.folder / "clients" / "one.yaml"
    own.parent.mkdir()
    own.write_text(
        text + "\ndeliverables: [{document: concept, variant: short, format: [md, html]}]\n", encoding="utf-8"
    )
    with_markdown.run("build", "clients", "-o", "built")
    made = sorted(path.name for path in (with_markdown.folder / "built").rglob("one-*"))
    assert [Path(name).suffix for name in made] == [".html", ".md"]
    again = json.loads(_reported(with_markdown))
    assert {line["state"] for line in again["lines"]} == {"unchanged"}


def _reported(copy: Copy) -> str:
    copy.run("build", "clients", "-o", "built", "--report", "report.json")
    return (copy.folder / "report.json").read_text(encoding="utf-8")


def test_a_new_format_stands_in_the_help_and_the_schema(with_markdown: Copy) -> None:
    assert "docx|pdf|html|md" in with_markdown.run("render", "--help")
    formats = with_markdown.schema()["$defs"]["Deliverable"]["properties"]["format"]  # type: ignore[index]
    assert '"md"' in json.dumps(formats)


def test_a_new_format_is_offered_by_the_preview(with_markdown: Copy) -> None:
    script = (
        "from pathlib import Path; from conceptgen.preview.page import page; from conceptgen.preview.view import View\n"
        "view = View(Path('client.yaml')); print(page(view).decode())\n"
        "print(view.file(view.choices()[0].name, 'md', 'ru')[0])"
    )
    said = with_markdown.call("-c", script).stdout
    assert '<a id="md" class="file"' in said
    assert said.strip().endswith(".md")


# ── a kind of document: a record, a file of contents, words ────────────────────────────────────────────────────

BOOKLET = '''"""The booklet of positions: roles by themselves."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Place, Variant, front
from conceptgen.composition.sections import cover, roles

VARIANTS = {"full": Variant(runs=((front(cover.blocks),), (Place(roles.blocks),)))}
'''
RECORD = '    Kind("booklet", needs=("organization.roles",), variants=(Variant("full"),)),\n'


@pytest.fixture(scope="module")
def with_booklet(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """One record, one file, two words a language; the section is the concept's annex."""
    copy = Copy(tmp_path_factory.mktemp("kind"))
    head = "_ALL = (\n"
    copy.edit("deliverables/kinds.py", head, head + RECORD)
    copy.add("compose/documents/booklet.py", BOOKLET)
    for language, word in (("ru", "должности"), ("en", "booklet")):
        name = f"languages/{language}.yaml"
        copy.edit(name, "  document_kind:\n", f"  document_kind:\n    booklet: {word}\n")
        copy.edit(name, "\n  properties:\n", f"\n  properties:\n    booklet: {word}\n")
    shutil.copy(ROOT / "samples" / "clinic.yaml", copy.client)
    return copy


def test_a_new_kind_is_rendered_in_every_format(with_booklet: Copy) -> None:
    """The annex of the concept is section 1 here."""
    with_booklet.run("render", "client.yaml", "--document", "booklet", "--format", "docx,html", "-o", "kind")
    made = sorted((with_booklet.folder / "kind").iterdir())
    assert [path.name for path in made] == ["client-booklet-full.docx", "client-booklet-full.html"]
    said = [line.replace("\u00a0", " ") for line in html_text.body_text(made[1].read_bytes())]
    assert any(line.startswith("1 ") for line in said), said[:12]
    assert not any(line.startswith("Приложение") for line in said)


def test_a_new_kind_is_built_from_a_line_of_the_input(with_booklet: Copy) -> None:
    text = with_booklet.client.read_text(encoding="utf-8").partition("\ndeliverables:")[0]
    own = with_booklet.folder / "clients" / "one.yaml"
    own.parent.mkdir()
    own.write_text(f"{text}\ndeliverables: [{{document: должности, format: html}}]\n", encoding="utf-8")
    with_booklet.run("build", "clients", "-o", "built")
    (made,) = (with_booklet.folder / "built").rglob("*.html")
    assert made.name.startswith("one-booklet-full")


def test_a_new_kind_stands_in_help_schema_and_preview(with_booklet: Copy) -> None:
    assert "booklet|concept|chain|combined" in with_booklet.run("render", "--help")
    kinds = with_booklet.schema()["$defs"]["Deliverable"]["properties"]["document"]  # type: ignore[index]
    assert '"booklet"' in json.dumps(kinds)
    script = (
        "from pathlib import Path; from conceptgen.preview.view import View\n"
        "print([each.name for each in View(Path('client.yaml')).choices()])"
    )
    assert "booklet-full" in with_booklet.call("-c", script).stdout
