"""A short command loads and builds little: words prepared once, checks of models only when an input asks for them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

import conceptgen.languages
import conceptgen.rulebook.words
from conceptgen.batch.plan import Plan
from conceptgen.batch.run import Build
from conceptgen.languages import files_of_words
from conceptgen.languages.files_of_words import PREPARED, prepare, read_words
from conceptgen.model.project import Project
from conceptgen.resources import samples

HERE = Path(conceptgen.languages.__file__).parent
RULES = Path(conceptgen.rulebook.words.__file__).parent
WORDS = sorted([*HERE.rglob("*.yaml"), *RULES.rglob("*.yaml")])
COMMAND = """
import sys
sys.argv[1:] = {arguments!r}
from conceptgen.cli import main
try: main()
except SystemExit: pass
"""
MINIMAL = str(samples() / "minimal.yaml")
MODELS = """
from pydantic import BaseModel
def below(kind):
    for each in kind.__subclasses__():
        yield each
        yield from below(each)
ours = {each for each in below(BaseModel) if each.__module__.startswith("conceptgen.")}
print(len(ours), *sorted(each.__name__ for each in ours if each.__pydantic_complete__))
"""


def run(program: str) -> str:
    """What a Python of its own prints."""
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("path", WORDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_prepared_words_are_those_of_the_file(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / path.name)
    plain = read_words(tmp_path / path.name)
    assert [each.suffix for each in prepare(tmp_path)] == [PREPARED]
    assert read_words(tmp_path / path.name) == plain


def test_prepared_words_are_read_only_while_the_file_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "xx.yaml"
    words.write_text("a: old\n", encoding="utf-8")
    prepare(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(files_of_words, "_parse", None)
        assert read_words(words) == {"a": "old"}
    words.write_text("a: new\n", encoding="utf-8")
    assert read_words(words) == {"a": "new"}


def test_models_build_their_checks_when_they_are_asked() -> None:
    ours, *built = run("import conceptgen.model.project" + MODELS).split()
    assert int(ours) > 100
    assert built == ["Figure", "Item", "Reading"]


def test_a_check_builds_the_models_its_input_holds_and_no_more() -> None:
    program = COMMAND.format(arguments=["check", MINIMAL]) + MODELS
    _, *built = run(program).splitlines()[-1].split()
    held = {"Project", "DocumentHead", "Organization", "Concept", "Principle"}
    assert set(built) == held | {"Figure", "Item", "Reading"}


def test_what_a_part_refuses_is_told_with_its_whole_place() -> None:
    with pytest.raises(ValidationError) as refused:
        Project.model_validate(
            {
                "schema": "conceptgen/1",
                "document": {"title": "x", "date": "2026"},
                "organization": {"name": "x", "roles": [{"id": "a"}]},
                "concept": {"goals": [{"text": "x", "owner": {"unknown": {"note": ""}}}]},
            }
        )
    assert [(each["type"], each["loc"]) for each in refused.value.errors()] == [
        ("missing", ("organization", "roles", 0, "name")),
        ("E-TYP-12", ("concept", "goals", 0, "owner", "@unknown", "note")),
    ]


def test_a_check_loads_the_sections_of_its_own_documents_alone() -> None:
    program = COMMAND.format(arguments=["check", MINIMAL]) + "print(*sys.modules)"
    loaded = run(program).splitlines()[-1].split()
    assert "conceptgen.composition.documents.concept" in loaded
    assert [each for each in loaded if each.startswith("conceptgen.composition.documents.kit")] == []
    assert [each for each in loaded if each.startswith("conceptgen.composition.sections.progress")] == []


def test_a_build_of_what_has_not_changed_loads_no_model(tmp_path: Path) -> None:
    inputs, out = tmp_path / "in", tmp_path / "out"
    inputs.mkdir()
    wish = "deliverables: [{document: concept, variant: page, format: html}]\n"
    (inputs / "client.yaml").write_text(Path(MINIMAL).read_text("utf-8") + wish, encoding="utf-8")
    assert Build(Plan((inputs,), out), lambda *_: None).run().counts["made"] == 1
    program = COMMAND.format(arguments=["build", str(inputs), "-o", str(out)]) + "print(*sys.modules)"
    told, modules = run(program).splitlines()[-2:]
    assert "1" in told
    loaded = set(modules.split())
    assert loaded & {"pydantic", "lxml", "docx", "conceptgen.pipeline", "conceptgen.batch.job"} == set()
    assert len(loaded) < 320


def test_help_and_version_load_few_modules() -> None:
    for arguments in (["--help"], ["--version"]):
        program = COMMAND.format(arguments=arguments) + "print(len(sys.modules))"
        assert int(run(program).splitlines()[-1]) < 220
