"""What docs/extending.md promises, tried on a copy of the program: files are added, lines are added, nothing else.

What is added here has names that nobody takes, so that whoever really adds a format, a kind or a rule by that page
finds these tests as they were.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import html_text
import pytest
import yaml

ROOT = Path(__file__).parents[1]
FORMATS = "deliverables/formats.py"
MARKDOWN = '''"""A document as Markdown."""

from __future__ import annotations

from conceptgen.document.blocks import Document, Heading
from conceptgen.document.inline import plain
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.document.walk import blocks, lines
from conceptgen.writers.format import Format

FORMAT = Format(media_type="text/markdown; charset=utf-8")


def write(document: Document, look: Look = DEFAULT_LOOK) -> bytes:
    """Headings and lines."""
    said = [f"# {document.title}"]
    for block in blocks(document):
        mark = f"{'#' * (block.level + 1)} " if isinstance(block, Heading) else ""
        said += [mark + plain(content) for content in lines(block)]
    return "\\n\\n".join(said).encode()
'''


ANSWERS = """
import contextlib, io, json, runpy, sys
from click.testing import CliRunner
from conceptgen.cli.program import Program

def of_command(words):
    done = CliRunner().invoke(Program(), words, prog_name="conceptgen")
    return [done.exit_code, done.stdout, done.stderr]

def of_python(run, what):
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with contextlib.redirect_stdout(out):
        run(what)
    return [0, out.buffer.getvalue().decode(), ""]

for line in sys.stdin:
    kind, what, *words = json.loads(line)
    if [kind, what] == ["-m", "conceptgen"]:
        found = of_command(words)
    elif kind == "-m":
        found = of_python(lambda name: runpy.run_module(name, run_name="__main__"), what)
    else:
        found = of_python(lambda code: exec(code, {}), what)
    print(json.dumps(found), flush=True)
"""
"""One process answers everything that is asked of a copy in one locale: what it loads is loaded once."""


class Copy:
    """The program with its templates and samples, to be added to; and a file of one client."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.package = folder, folder / "conceptgen"
        self._running: dict[str, subprocess.Popen[str]] = {}
        shutil.copytree(ROOT / "conceptgen", self.package)  # what is compiled, too
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

    def run(self, *args: str, locale: str = "en_US.UTF-8") -> str:
        """What a command says; it must succeed."""
        done = self.call("-m", "conceptgen", *args, locale=locale)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def call(self, *args: str, locale: str = "en_US.UTF-8") -> subprocess.CompletedProcess[str]:
        """Python with this copy in place of the installed program; nothing is added to the copy any more."""
        running = self._running.get(locale) or self._start(locale)
        assert running.stdin
        assert running.stdout
        print(json.dumps(args), file=running.stdin, flush=True)
        code, out, complaints = json.loads(running.stdout.readline())
        return subprocess.CompletedProcess(args, code, out, complaints)

    def _start(self, locale: str) -> subprocess.Popen[str]:
        self._running[locale] = subprocess.Popen(
            [sys.executable, "-c", ANSWERS],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder), "LC_ALL": locale},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self._running[locale]

    def close(self) -> None:
        """Nobody asks any more."""
        for each in self._running.values():
            each.communicate(timeout=60)

    def schema(self) -> dict[str, object]:
        """The schema as ``make schema`` writes it."""
        found: dict[str, object] = json.loads(self.call("-m", "conceptgen.model.schema").stdout)
        return found


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    """As it is."""
    made = Copy(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def with_markdown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    """One folder and one line."""
    copy = Copy(tmp_path_factory.mktemp("format"))
    copy.add("writers/zzmd/__init__.py", MARKDOWN)
    line = '    "html": "conceptgen.writers.html",\n'
    copy.edit(FORMATS, line, line + '    "zzmd": "conceptgen.writers.zzmd",\n')
    yield copy
    copy.close()


def test_a_new_format_is_rendered(with_markdown: Copy) -> None:
    with_markdown.run("render", "client.yaml", "--format", "zzmd", "-o", "rendered")
    (made,) = (with_markdown.folder / "rendered").glob("*.zzmd")
    assert made.read_text(encoding="utf-8").startswith("# ")


def test_a_new_format_is_built_and_kept(with_markdown: Copy) -> None:
    """By a line of the input; the second time nothing is made, for it has a fingerprint, too."""
    text = with_markdown.client.read_text(encoding="utf-8")
    own = with_markdown.folder / "clients" / "one.yaml"
    own.parent.mkdir()
    own.write_text(
        text + "\ndeliverables: [{document: concept, variant: short, format: [zzmd, html]}]\n",
        encoding="utf-8",
    )
    with_markdown.run("build", "clients", "-o", "built")
    made = sorted(path.name for path in (with_markdown.folder / "built").rglob("one-*"))
    assert [Path(name).suffix for name in made] == [".html", ".zzmd"]
    again = json.loads(_reported(with_markdown))
    assert {line["state"] for line in again["lines"]} == {"unchanged"}


def _reported(copy: Copy) -> str:
    copy.run("build", "clients", "-o", "built", "--report", "report.json")
    return (copy.folder / "report.json").read_text(encoding="utf-8")


def test_a_new_format_stands_in_the_help_and_the_schema(with_markdown: Copy) -> None:
    assert "|zzmd" in with_markdown.run("render", "--help")
    formats = with_markdown.schema()["$defs"]["Deliverable"]["properties"]["format"]  # type: ignore[index]
    assert '"zzmd"' in json.dumps(formats)


def test_a_new_format_is_offered_by_the_preview(with_markdown: Copy) -> None:
    script = (
        "from pathlib import Path; from conceptgen.preview.page import page\n"
        "from conceptgen.preview.view import Session\n"
        "view = Session(Path('client.yaml')); print(page(view).decode())\n"
        "print(view.file(view.choices()[0].name, 'zzmd', 'ru')[0])"
    )
    said = with_markdown.call("-c", script).stdout
    assert '<a id="zzmd" class="file"' in said
    assert said.strip().endswith(".zzmd")


# ── a kind of document: a record, a file of contents, words ────────────────────────────────────────────────────

BOOKLET = '''"""The booklet of positions: roles by themselves."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Place, Variant, front
from conceptgen.composition.sections import cover, roles

VARIANTS = {"full": Variant(runs=((front(cover.blocks),), (Place(roles.blocks),)))}
'''
RECORD = '    Kind("zzbooklet", needs=("organization.roles",), variants=(Variant("full"),), title="roles.title"),\n'


@pytest.fixture(scope="module")
def with_booklet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    """One record, one file, two words a language; the section is the concept's annex."""
    copy = Copy(tmp_path_factory.mktemp("kind"))
    head = "_ALL = (\n"
    copy.edit("deliverables/kinds.py", head, head + RECORD)
    copy.add("composition/documents/zzbooklet.py", BOOKLET)
    for language, word in (("ru", "пробный"), ("en", "trial")):
        name = f"languages/{language}.yaml"
        copy.edit(name, "  document_kind:\n", f"  document_kind:\n    zzbooklet: {word}\n")
        copy.edit(name, "\n  properties:\n", f"\n  properties:\n    zzbooklet: {word}\n")
    shutil.copy(ROOT / "samples" / "clinic.yaml", copy.client)
    yield copy
    copy.close()


def test_a_new_kind_is_rendered_in_every_format(with_booklet: Copy) -> None:
    """The annex of the concept is section 1 here."""
    with_booklet.run(
        "render", "client.yaml", "--document", "zzbooklet", "--format", "docx,html", "-o", "kind"
    )
    made = sorted((with_booklet.folder / "kind").glob("client-*"))
    assert [path.name for path in made] == ["client-zzbooklet-full.docx", "client-zzbooklet-full.html"]
    said = [line.replace("\u00a0", " ") for line in html_text.body_text(made[1].read_bytes())]
    assert any(line.startswith("1 ") for line in said), said[:12]
    own = yaml.safe_load(with_booklet.client.read_text(encoding="utf-8"))["document"]["title"]
    titles = [line.replace("\u00a0", " ") for line in said]
    title = yaml.safe_load((with_booklet.package / "languages/ru.yaml").read_text("utf-8"))["documents"][
        "roles"
    ]
    assert titles.index(title["title"]) < titles.index(own), "its own title stands above that of the input"
    assert not any(line.startswith("Приложение") for line in said)


def test_a_new_kind_is_built_from_a_line_of_the_input(with_booklet: Copy) -> None:
    text = with_booklet.client.read_text(encoding="utf-8").partition("\ndeliverables:")[0]
    own = with_booklet.folder / "clients" / "one.yaml"
    own.parent.mkdir()
    own.write_text(f"{text}\ndeliverables: [{{document: пробный, format: html}}]\n", encoding="utf-8")
    with_booklet.run("build", "clients", "-o", "built")
    (made,) = (with_booklet.folder / "built").glob("*.html")
    assert made.name.startswith("one-zzbooklet-full")


def test_a_new_kind_stands_in_help_schema_and_preview(with_booklet: Copy) -> None:
    assert "zzbooklet|" in with_booklet.run("render", "--help")
    kinds = with_booklet.schema()["$defs"]["Deliverable"]["properties"]["document"]  # type: ignore[index]
    assert '"zzbooklet"' in json.dumps(kinds)
    script = (
        "from pathlib import Path; from conceptgen.preview.view import Session\n"
        "print([each.name for each in Session(Path('client.yaml')).choices()])"
    )
    assert "zzbooklet-full" in with_booklet.call("-c", script).stdout


# ── a language: its files, copied from another's and worded anew; not a line of code ────────────────────────────

NEW_WORDS = {
    "name: English": "name: Qexa",
    "locale: en-US": "locale: de-DE",
    'separators: ".,"': 'separators: ",;"',
    "annex_letters: ABC": "annex_letters: QWX",
    "quotes: “” ‘’": "quotes: „“ ‚‘",
    "dash: –": "dash: —",
    '  before_any: ""': "  before_any: zu",
    "before_number: No. no.": "before_number: Nq. No. no.",
    "  unknown: unknown\n": "  unknown: qunbekannt\n",
    "    at_least: at_least\n": "    at_least: qmindestens\n",
    "    quarter: quarter\n": "    quarter: qviertel\n",
}
CLIENT = """
schema: conceptgen/1
document: {title: Q, language: qx, date: 2027-01-01}
organization: {name: Q}
concept:
  purpose: 'Wir sagen zu "A und "B"" - Nq. 5, um 12.5 km'
  goals: [{text: Conduct a training}]
"""


@pytest.fixture(scope="module")
def with_language(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    """Four files: words, words of the rules, words they look for, the starter."""
    copy = Copy(tmp_path_factory.mktemp("language"))
    words = (copy.package / "languages/en.yaml").read_text(encoding="utf-8")
    for old, new in NEW_WORDS.items():
        assert words.count(old) == 1, old
        words = words.replace(old, new)
    copy.add(
        "languages/qx.yaml", words.replace("Documents for customer service", "Qexa documents for service")
    )
    for name in (
        "rulebook/words/{}.yaml",
        "rulebook/words/lists/{}.yaml",
        "../templates/new/starter.{}.yaml",
    ):
        theirs = (copy.package / name.format("en")).read_text(encoding="utf-8")
        copy.add(name.format("qx"), theirs.replace("language: en", "language: qx"))
    (copy.folder / "own.yaml").write_text(CLIENT, encoding="utf-8")
    yield copy
    copy.close()


def test_a_new_language_starts_a_file_and_checks_it(with_language: Copy) -> None:
    """By its name or by the locale, and by what the file says of itself."""
    with_language.run("new", "a.yaml", "--lang", "qx")
    with_language.run("new", "b.yaml", locale="qx_QX.UTF-8")
    for name in ("a.yaml", "b.yaml"):
        assert "language: qx" in (with_language.folder / name).read_text(encoding="utf-8")
        with_language.run("check", name)


def test_a_new_language_speaks_to_its_own_locale(with_language: Copy) -> None:
    assert "Qexa documents" in with_language.run("--help", locale="qx_QX.UTF-8")
    said = with_language.run("render", "--help", locale="qx")
    assert "|qx" in said
    refused = with_language.call("-m", "conceptgen", "rendre", locale="qx").stderr
    assert "rendre" in refused
    assert "Traceback" not in refused


@pytest.mark.parametrize(("sample", "formats"), [("clinic", "html"), ("minimal", "docx,html")])
def test_every_document_speaks_a_new_language(with_language: Copy, sample: str, formats: str) -> None:
    """Its fixed words around the text of a file in another language."""
    folder = f"said-{sample}"
    name = f"samples/{sample}.yaml"
    with_language.run("render", name, "--lang", "qx", "--format", formats, "-o", folder)
    made = sorted((with_language.folder / folder).iterdir())
    assert made
    for path in made:
        if path.suffix == ".html":
            assert '<html lang="qx">' in path.read_text(encoding="utf-8")


def test_a_new_language_is_set_by_its_own_habits(with_language: Copy) -> None:
    """Quotes, a dash, words that hold on to what follows: all from its file."""
    with_language.run(
        "render", "own.yaml", "--allow-gaps", "--variant", "full", "--format", "html", "-o", "own"
    )
    (made,) = (with_language.folder / "own").glob("*.html")
    text = "\n".join(html_text.body_text(made.read_bytes()))
    assert "Wir sagen zu\u00a0„A und ‚B‘“\u00a0— Nq.\u00a05, um 12.5\u00a0km" in text


def test_a_new_language_is_reviewed(with_language: Copy) -> None:
    """The rules have its words and look for its words; the report of readiness is in it."""
    told = with_language.call("-m", "conceptgen", "check", "own.yaml", "--format", "json").stdout
    assert "W-GOL-02" in told
    with_language.run("review", "own.yaml", "-o", "reviewed", "--format", "html,docx")
    made = {path.suffix for path in (with_language.folder / "reviewed").glob("own-*")}
    assert made == {".docx", ".html"}
    assert with_language.run("explain", "W-GOL-02", locale="qx")


def test_what_people_write_in_a_new_language_is_read(with_language: Copy) -> None:
    """A stated unknown, a quarter; a number in words is explained by the form the program has for it."""
    client = with_language.folder / "written.yaml"
    written = "concept: {goals: [{text: Q, horizon: %s, owner: qunbekannt}], indicators: [{name: Q, baseline: %s}]}\n"
    head = CLIENT.partition("concept:")[0]
    client.write_text(head + written % ("3 qviertel 2027", "qmindestens 5"), encoding="utf-8")
    told = with_language.call("-m", "conceptgen", "check", "written.yaml", "--format", "json").stdout
    found = {each["code"]: each for each in json.loads(told)}
    assert "at_least: 5" in found["E-TYP-04"]["hint"]
    assert [code for code in found if code.startswith("E-")] == ["E-TYP-04"]


def test_a_new_language_is_offered_by_the_preview_and_the_schema(with_language: Copy) -> None:
    """Under the name it gives itself, and shown."""
    script = (
        "from pathlib import Path; from conceptgen.preview import page; from conceptgen.preview.view import Session\n"
        "view = Session(Path('client.yaml')); print(page.state(view, view.sight)['languages'])\n"
        "print(view.file(view.choices()[0].name, 'html', 'qx')[1].decode()[:200])"
    )
    said = with_language.call("-c", script).stdout
    assert "'label': 'Qexa'" in said
    assert 'lang="qx"' in said
    assert '"qx"' in json.dumps(with_language.schema())


# ── a rule and a field, as the page shows them ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("page", ["docs/extending.md", "docs/en/extending.md"])
def test_the_rule_of_the_page_works_as_it_stands_there(page: str, copy: Copy) -> None:
    """Its file and its words, in the second language too; its cases are those the page shows."""
    text = (ROOT / page).read_text(encoding="utf-8").replace("W-GOL-05", "W-GOL-97")
    shown = dict(re.findall(r"```(python|yaml)\n((?:W-|\"\"\").*?)```", text, re.DOTALL))
    copy.add("rulebook/rules/w_gol_97.py", shown["python"])
    for language in ("ru", "en"):
        path = copy.package / f"rulebook/words/{language}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + shown["yaml"], encoding="utf-8")
    cases = yaml.safe_load(re.findall(r"```yaml\n(bad:.*?)```", text, re.DOTALL)[0])
    base = yaml.safe_load((ROOT / "tests/rules/base.yaml").read_text(encoding="utf-8"))
    (bad,), (good,) = cases["bad"], cases["good"]
    for patch, expected in ((bad["patch"], [bad["at"]]), (good, [])):
        goals = [*base["concept"]["goals"], *patch.values()]
        copy.client.write_text(
            yaml.safe_dump(base | {"concept": base["concept"] | {"goals": goals}}), "utf-8"
        )
        told = json.loads(copy.call("-m", "conceptgen", "check", "client.yaml", "--format", "json").stdout)
        found = [each for each in told if each["code"] == "W-GOL-97"]
        assert [each["path"] for each in found] == expected
        assert all(bad["says"] in each["message"] for each in found)


def test_a_field_is_read_labelled_and_printed(copy: Copy) -> None:
    """A line in the model and its words: before any section prints it, it is among the rest."""
    line = "    exceeds_expectation: Text | None = None\n"
    copy.edit("model/goals.py", line, line + "    zzhurdle: Text | None = None\n")
    for language, word in (("ru", "Что мешает | Подсказка."), ("en", "Obstacle | A hint.")):
        copy.edit(f"languages/{language}.yaml", "\nfields:\n", f"\nfields:\n  zzhurdle: '{word}'\n")
    text = (ROOT / "samples" / "clinic.yaml").read_text(encoding="utf-8")
    head = re.search(r"\n  goals:\n( +)- ", text)
    assert head
    copy.client.write_text(
        f"{text[: head.end()]}zzhurdle: Очередь у стойки\n{head[1]}  {text[head.end() :]}", encoding="utf-8"
    )
    copy.run(
        "render", "client.yaml", "--document", "concept", "--variant", "full", "--format", "html", "-o", "out"
    )
    (made,) = (copy.folder / "out").glob("*.html")
    said = [line.replace("\u00a0", " ") for line in html_text.body_text(made.read_bytes())]
    assert any("Очередь у стойки" in line for line in said)
    assert any("Что мешает" in line for line in said)
    assert '"zzhurdle"' in json.dumps(copy.schema())
