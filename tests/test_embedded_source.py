"""The input inside a PDF: what of it is private is said, and ``public`` leaves it out; the rest loads."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from conceptgen import load
from conceptgen.changes.public import private, public
from conceptgen.cli import render, write_outputs
from conceptgen.cli.program import Program
from conceptgen.document.look import Attachment
from conceptgen.model.project import Project
from conceptgen.pipeline import Output

SAMPLES = Path(__file__).parents[1] / "samples"
INPUT = """schema: conceptgen/1  # СЕКРЕТ в примечании к файлу
document: {title: Сервис, date: 2027-03-02, note: СЕКРЕТ документа}
organization:
  name: Пекарня
  note: СЕКРЕТ о заказчике
  departments:
    - {id: d_hall, name: Зал}
    - {id: d_shadow, name: СЕКРЕТ отдел, internal: true}
  roles:
    - {id: r_admin, name: Администратор, department: d_hall, note: СЕКРЕТ о человеке}
    - {id: r_shadow, name: Тень, department: d_shadow}
concept:
  purpose: {unknown: {reason: not_measured, note: СЕКРЕТ о причине}}
  goals:
    - {id: g_one, text: Гости довольны}
    - {id: g_two, text: СЕКРЕТ цель, internal: да}
  indicators:
    - {id: i_one, name: Индекс, goals: [g_one, g_two], owner: r_admin}
    - {id: i_two, name: Второй, goals: g_two}
"""


def project(text: str, name: str = "a.yaml") -> Project:
    found = load(text.encode(), name)
    assert found.project is not None, found.findings
    return found.project


def test_notes_and_internal_parts_are_counted() -> None:
    assert private(project(INPUT)) == (4, 2)


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_what_is_private_goes_and_the_rest_loads(name: str) -> None:
    written = public(project(INPUT), name)
    assert "СЕКРЕТ" not in written.decode()
    again = project(written.decode(), name)
    assert private(again) == (0, 0)
    assert again.concept is not None
    assert [each.goals for each in again.concept.indicators] == [("g_one",), ()]
    assert [each.department for each in again.organization.roles] == ["d_hall", None]
    assert public(again, name) == written


def test_a_link_that_must_lead_somewhere_goes_with_what_it_leads_to() -> None:
    text = INPUT.replace(
        "text: Гости довольны", "text: Гости довольны, source: [{id: s_secret, at: с. 5}, s_open]"
    )
    text += "sources: [{id: s_secret, name: СЕКРЕТ, internal: true}, {id: s_open, name: Открыто}]\n"
    again = project(public(project(text), "a.yaml").decode())
    assert again.concept is not None
    assert [each.id for each in again.concept.goals[0].source] == ["s_open"]


@pytest.mark.parametrize("sample", sorted(SAMPLES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_samples_stay_what_they_are(sample: Path) -> None:
    loaded = load(sample)
    if loaded.project is None:
        return
    again = project(public(loaded.project, sample.name).decode())
    assert private(again) == (0, 0)
    assert again.organization.name == loaded.project.organization.name


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Attachment | None]:
    """What would go inside each document; nothing is written."""
    seen: list[Attachment | None] = []

    def data(output: Output) -> bytes:
        seen.append(output.look.source)
        return b"pdf"

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(write_outputs, "_made", lambda output: write_outputs.Made(data(output), (), {}, ""))
    monkeypatch.setattr(
        write_outputs, "_asked", lambda _, output, __: write_outputs.Made(data(output), (), {}, "")
    )
    Path("client.yaml").write_text(INPUT, encoding="utf-8")
    return seen


WHAT = ("--format", "pdf", "--document", "concept", "--variant", "short", "--allow-gaps")


@pytest.mark.parametrize("words", [("--embed-source", "client.yaml"), ("client.yaml", "--embed-source"),
                                   ("--embed-source=all", "client.yaml")])  # fmt: skip
def test_the_whole_file_goes_along_and_that_is_said(
    words: tuple[str, ...], embedded: list[Attachment | None]
) -> None:
    done = CliRunner().invoke(Program(), ["render", *words, *WHAT])
    assert done.exit_code == 0, done.output
    assert embedded == [Attachment("client.yaml", INPUT.encode())]
    (said,) = [line for line in done.stderr.splitlines() if "--embed-source=public" in line]
    assert "4" in said
    assert "2" in said


def test_public_leaves_the_private_out_and_says_nothing(embedded: list[Attachment | None]) -> None:
    done = CliRunner().invoke(Program(), ["render", "client.yaml", "--embed-source=public", *WHAT])
    assert done.exit_code == 0, done.output
    (source,) = embedded
    assert source is not None
    assert source.name == "client.yaml"
    assert "СЕКРЕТ" not in source.data.decode()
    assert "--embed-source" not in done.stderr


def test_a_file_without_secrets_goes_along_without_a_word(embedded: list[Attachment | None]) -> None:
    Path("client.yaml").write_bytes(public(project(INPUT), "client.yaml"))
    done = CliRunner().invoke(Program(), ["render", "client.yaml", "--embed-source", *WHAT])
    assert done.exit_code == 0, done.output
    assert "--embed-source" not in done.stderr
    assert len(embedded) == 1


def test_another_word_is_refused() -> None:
    assert set(render.EMBEDDED) == {"all", "public"}
    done = CliRunner().invoke(Program(), ["render", "client.yaml", "--embed-source=some"])
    assert done.exit_code == 2
