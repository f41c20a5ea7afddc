"""``render`` protects what ``build`` protects: nothing of a hand, of another input or of an edition goes in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conceptgen.cli.program import Program

pytestmark = pytest.mark.usefixtures("written_once")
CLIENT = """schema: conceptgen/1
document: {{title: Принципы, date: 2026-11-21, version: "1", status: {status}}}
organization: {{name: {name}}}
concept:
  purpose: Проба
  principles:
    - {{text: {purpose}, client_meaning: меня слышат}}
    - {{text: Говорим прямо, client_meaning: я понимаю}}
    - {{text: Держим слово, client_meaning: я спокоен}}
deliverables: [{{document: concept, variant: page, format: html}}]
"""
NAME = "client-concept-page.html"


class Desk:
    """An input, and the folder its documents go into."""

    def __init__(self, root: Path) -> None:
        self.root, self.out = root, root / "out"
        self.page = self.out / NAME

    def client(
        self, purpose: str = "Ради гостя", status: str = "draft", folder: str = "in", name: str = "Астра"
    ) -> Path:
        path = self.root / folder / "client.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(CLIENT.format(purpose=purpose, status=status, name=name), encoding="utf-8")
        return path

    def run(self, *words: str, stdin: Path | None = None) -> Result:
        given = stdin.read_bytes() if stdin else None
        return CliRunner().invoke(Program(), list(words), input=given, catch_exceptions=False)

    def render(self, path: Path, *words: str) -> Result:
        what = ("--variant", "page", "--format", "html", "--allow-gaps", "-o", str(self.out))
        return self.run("render", str(path), *what, *words)

    def build(self, path: Path) -> Result:
        return self.run("build", str(path), "--jobs", "1", "--allow-gaps", "-o", str(self.out))

    def others(self) -> dict[str, str]:
        found = self.out.glob("*.html")
        return {each.name: each.read_text("utf-8") for each in found if each.name != NAME}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def changed_by_hand(desk: Desk) -> None:
    desk.page.write_text("правка рукой", encoding="utf-8")


FILLED = [("render", "render"), ("render", "build"), ("build", "render")]


@pytest.mark.parametrize(("first", "then"), FILLED)
def test_what_a_hand_changed_is_kept_aside_and_said(desk: Desk, first: str, then: str) -> None:
    getattr(desk, first)(desk.client())
    changed_by_hand(desk)
    told = getattr(desk, then)(desk.client("Ради семьи"))
    assert list(desk.others().values()) == ["правка рукой"]
    assert next(iter(desk.others())) in told.output
    assert "Ради семьи" in desk.page.read_text("utf-8")


@pytest.mark.parametrize(("first", "then"), [*FILLED, ("build", "build")])
def test_what_nobody_touched_gives_way_without_a_word(desk: Desk, first: str, then: str) -> None:
    getattr(desk, first)(desk.client())
    told = getattr(desk, then)(desk.client("Ради семьи"))
    again = getattr(desk, first)(desk.client("Ради дела"))
    assert not desk.others()
    assert "edited" not in told.output + again.output
    assert "Ради дела" in desk.page.read_text("utf-8")


def test_the_same_again_says_nothing(desk: Desk) -> None:
    desk.render(desk.client())
    changed_at = desk.page.stat().st_mtime_ns
    told = desk.render(desk.client())
    assert told.stdout.split() == [str(desk.page)]
    assert desk.page.stat().st_mtime_ns == changed_at


@pytest.mark.parametrize("first", ["render", "build"])
def test_a_document_of_another_input_is_kept_aside(desk: Desk, first: str) -> None:
    getattr(desk, first)(desk.client("Ради гостя"))
    told = desk.render(desk.client("Ради чужих", folder="other", name="Лютик"))
    assert "Ради гостя" in next(iter(desk.others().values()))
    assert next(iter(desk.others())) in told.stderr


def test_inputs_without_a_name_are_told_apart_by_their_organization(desk: Desk) -> None:
    what = ("render", "-", "--variant", "page", "--format", "html", "--allow-gaps", "-o", str(desk.out))
    for name in ("Астра", "Астра", "Лютик"):
        desk.run(*what, stdin=desk.client(name=name))
    assert len([each for each in desk.out.glob("*.html") if "edited" in each.name]) == 1


def test_a_file_nobody_knows_is_kept_aside(desk: Desk) -> None:
    desk.out.mkdir()
    changed_by_hand(desk)
    desk.render(desk.client())
    assert list(desk.others().values()) == ["правка рукой"]


def test_a_damaged_record_costs_no_file(desk: Desk) -> None:
    desk.render(desk.client())
    for record in (desk.out / ".conceptgen" / "rendered").iterdir():
        record.write_bytes(record.read_bytes()[:-9])
    desk.render(desk.client("Ради семьи"))
    assert "Ради гостя" in next(iter(desk.others().values()))


def test_an_approved_edition_is_not_overwritten_with_other_content(desk: Desk) -> None:
    desk.render(desk.client(status="approved"))
    before = desk.page.read_bytes()
    for status in ("approved", "draft"):
        told = desk.render(desk.client("Ради семьи", status))
        assert told.exit_code == 2
        assert "--force" in told.stderr
        assert "Ради семьи" in told.stderr
        assert desk.page.read_bytes() == before
    assert not desk.others()
    forced = desk.render(desk.client("Ради семьи", "approved"), "--force")
    assert forced.exit_code == 0
    assert list(desk.others().values()) == [before.decode()]


def test_an_approved_edition_that_says_the_same_is_no_trouble(desk: Desk) -> None:
    for _ in range(2):
        assert desk.render(desk.client(status="approved")).exit_code == 0
    assert not desk.others()


def test_remarks_written_into_a_report_stay(desk: Desk) -> None:
    report = ("review", str(desk.client()), "--format", "html", "-o", str(desk.out))
    desk.run(*report)
    (desk.out / "client-review.html").write_text("мои пометки", encoding="utf-8")
    desk.run(*report)
    assert "мои пометки" in desk.others().values()


@pytest.mark.parametrize("command", ["render", "compare"])
def test_the_name_of_a_document_is_not_taken_for_that_of_a_folder(command: str, tmp_path: Path) -> None:
    sample = str(Path(__file__).parents[1] / "samples" / "minimal.yaml")
    files = [sample] * (2 if command == "compare" else 1)
    made = tmp_path / "concept.docx"
    told = CliRunner().invoke(Program(), [command, *files, "--format", "docx", "-o", str(made)])
    assert told.exit_code == 2
    assert "looks like the name of a document" in told.output
    assert not made.exists()
