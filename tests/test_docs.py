"""The pages say what is so: commands, links, examples. ``--update-goldens`` writes the help into docs/cli.md anew."""

from __future__ import annotations

import re
import stat
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from conceptgen.cli.program import COMMANDS, Program
from conceptgen.input import load
from conceptgen.model.base import FORMS, Item

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CLI = ROOT / "docs" / "cli.md"
TWINS = sorted(path.name for path in (ROOT / "docs" / "en").glob("*.md"))
PAGES = [
    README,
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs" / "en").glob("*.md")),
    *sorted((ROOT / "docs").rglob("rules/**/README.md")),
]
_WORDED = re.compile(
    r"[А-яё]|my_section|Obstacle|Model\.field|Violation\(|variant: words|word_list|CODE\.yaml"
)
"""Code with words of the reader's language in it."""
HELP = re.compile(r"^##+ ([\w ]+)\n\n```text\n(.*?)```$", re.MULTILINE | re.DOTALL)


def helps(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The help of the program and of every command, in Russian."""
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    names = [*COMMANDS, "template new", "template check"]
    calls = {"conceptgen": ["--help"], **{name: [*name.split(), "--help"] for name in names}}
    runner = CliRunner()
    return {
        name: runner.invoke(Program(), call, prog_name="conceptgen").output for name, call in calls.items()
    }


def test_every_command_is_documented_by_its_help(
    monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    spoken = helps(monkeypatch)
    text = CLI.read_text(encoding="utf-8")
    if pytestconfig.getoption("--update-goldens"):
        text = HELP.sub(lambda found: found[0].replace(found[2], spoken[found[1]]), text)
        CLI.write_text(text, encoding="utf-8")
    assert dict(HELP.findall(text)) == spoken


def test_the_readme_names_every_command() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"conceptgen {name}" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_pictures_are_there(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", TWINS)
def test_a_page_names_the_same_in_both_languages(name: str) -> None:
    """The same parts and points, files, commands, names of the code and links, as often."""
    russian, english = ((ROOT / folder / name).read_text(encoding="utf-8") for folder in ("docs", "docs/en"))
    assert [_shape(line) for line in _outside_code(russian)] == [
        _shape(line) for line in _outside_code(english)
    ]
    assert _named(russian) == _named(english)


def _outside_code(text: str) -> list[str]:
    """Headings, points of lists and rows of tables."""
    bare = re.sub(r"```.*?```", "```", text, flags=re.DOTALL)
    return [line for line in bare.splitlines() if re.match(r"#|\d\.|\*|\||```", line)]


def _shape(line: str) -> str:
    """Of a heading its level, of a row its first cell."""
    return line.split("|")[1] if line.startswith("|") and "`" in line else re.match(r"#+|\d\.|.", line)[0]  # type: ignore[index]


def _named(text: str) -> Counter[str]:
    """What stands in code and is the same in every language, and where links lead."""
    bare = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    code = (" ".join(each.split()) for each in re.findall(r"`([^`]+)`", bare))
    links = (Path(each).name for each in re.findall(r"\]\(([^)#]+)", bare))
    return Counter(each for each in (*code, *links) if not _WORDED.search(each))


def test_pictures_are_light() -> None:
    pictures = list((ROOT / "docs" / "images").glob("*.png"))
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > 250_000] == []


def test_files_the_pages_speak_of_exist() -> None:
    """A path in a page is a path in the checkout, or in the package; ``xx`` stands for what is to be added."""
    pattern = re.compile(r"`(?:sh |python )?((?:[\w.]+/)+[\w.-]*\w)`")
    rooms = {path.name for path in [*ROOT.iterdir(), *(ROOT / "conceptgen").iterdir()] if path.is_dir()}
    named = {path for page in PAGES for path in pattern.findall(page.read_text(encoding="utf-8"))}
    meant = sorted(path for path in named if path.split("/")[0] in rooms and "xx" not in path)
    assert meant
    assert [
        path for path in meant if not any((root / path).exists() for root in (ROOT, ROOT / "conceptgen"))
    ] == []


def test_the_ci_calls_the_command_of_the_readme() -> None:
    commands = re.findall(r"^sh (tools/[\w-]+)$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert commands[:2] == ["tools/render-sample", "tools/run-tests"]
    run = ROOT / ".ci" / "run"
    assert run.read_text(encoding="utf-8").splitlines()[-1] == "sh tools/run-tests"
    assert run.stat().st_mode & stat.S_IXUSR


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_of_input_load(page: Path) -> None:
    """Every example that is a whole file is a good one."""
    examples = re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    for example in examples:
        if example.startswith("schema:"):
            loaded = load(example.encode(), page.name)
            assert [str(finding) for finding in loaded.findings] == []


def test_the_readme_shows_real_messages() -> None:
    """The example of errors is what ``check`` says of the file it stands for."""
    name = "клиент.yaml"
    loaded = load(Path(__file__).parent / "fixtures" / name, name)
    assert len(loaded.findings) == 4
    assert "\n".join(map(str, loaded.findings)) in README.read_text(encoding="utf-8")


def test_the_page_of_the_input_names_every_key_of_every_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """What tools/input_parts.py writes is what stands there; what any item or figure may carry is named above it."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import input_parts

    text = input_parts.PAGE.read_text(encoding="utf-8")
    assert text == input_parts.page()
    assert (
        "| `concept.current_state.causes[].first_step` | Первый шаг | `text`, `who`, `date`, `done` |" in text
    )
    above = text.partition("<!-- parts -->")[0]
    common = {key.rstrip("_") for key in (*Item.model_fields, *FORMS, "max", "done_when", "unit", "per")}
    assert [key for key in common if f"`{key}`" not in above] == []


def test_the_pages_of_the_rules_are_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """What tools/rule_pages.py writes is what stands there."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import rule_pages

    written = {path: path.read_text(encoding="utf-8") for path in rule_pages.FOLDER.rglob("*.md")}
    assert written == rule_pages.pages()
