"""«What changed»: a document by section, the weighty first, marked by more than colour; a line for revisions."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conceptgen.cli.program import Program
from conceptgen.document.blocks import Document, Table
from conceptgen.document.inline import Inlines, Text, plain
from conceptgen.document.walk import blocks, plain_text
from conceptgen.exchange.comparison import what_changed, with_revision
from conceptgen.exchange.comparison.marked import marked
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.writers import write

OLD = """\
schema: conceptgen/1
document:   # ведёт хозяин
  {title: Концепция сервиса пекарни, date: 2026-12-01, version: "1.0", profile: gost-7.0.97-2025}
organization:
  name: Пекарня «Колосок»
  roles: [{id: boss, name: Хозяин}, {id: head, name: Старший продавец}]
concept:
  purpose: Покупатель уходит с горячим хлебом и больше нигде не ждёт.
  goals:
    - {id: g_fast, text: Быстро обслужить каждого покупателя, owner: boss, horizon: 2027-06-30}
    - {id: g_warm, text: Хлеб всегда горячий, owner: boss}
"""
NEW = (
    OLD.replace("2026-12-01", "2027-02-01")
    .replace('"1.0"', '"1.1"')
    .replace("Быстро обслужить", "Быстро и вежливо обслужить")
    .replace("owner: boss, horizon: 2027-06-30", "owner: head, horizon: 2027-09-30")
    .replace("    - {id: g_warm, text: Хлеб всегда горячий, owner: boss}\n", "")
)


def project(text: str, name: str = "хлеб.yaml") -> Project:
    found = load_bytes(text.encode(), name).project
    assert found is not None
    return found


@cache
def made() -> Document:
    return what_changed(project(OLD), project(NEW))


def rows(name: str) -> list[tuple[Inlines, ...]]:
    """What the cells of a table say, by its caption."""
    table = next(
        each
        for each in blocks(made())
        if isinstance(each, Table) and name in plain(each.caption).replace("\u00a0", " ")
    )
    return [tuple(line for cell in row.cells for line in cell.paragraphs) for row in table.rows]


def said(line: Inlines, style: str) -> list[str]:
    return [each.text for each in line if isinstance(each, Text) and each.style == style]


def test_it_names_both_editions_and_counts_what_is_weighty() -> None:
    text = "\n".join(plain_text(made())).replace("\u00a0", " ")
    assert "версия 1.1 от 1 февраля 2027 г." in text
    assert "версия 1.0 от 1 декабря 2026 г." in text
    assert "Изменений: 6; из них в целях, сроках, ответственных, деньгах и стандартах: 4." in text
    assert made().profile == "gost-7.0.97-2025"
    assert made().draft == ""


def test_what_a_director_asks_first_stands_first_in_its_section() -> None:
    names = [plain(row[0]) for row in rows("Цели и задачи")]
    weighty, others = names.index("Цели, сроки, ответственные, деньги, стандарты"), names.index("Остальное")
    assert weighty < next(n for n, each in enumerate(names) if "Ответственный" in each) < others
    assert others < next(n for n, each in enumerate(names) if each.endswith(", Цель"))


def test_words_are_marked_in_their_text_and_entries_as_a_whole() -> None:
    found = {plain(row[0]): row[1:] for row in rows("Цели и задачи") if len(row) > 1}
    before, after = next(cells for name, cells in found.items() if name.endswith(", Цель"))
    assert said(before, "deleted") == []
    assert [each.strip() for each in said(after, "inserted")] == ["и\u00a0вежливо"]
    before, after = next(cells for name, cells in found.items() if name.endswith("задачи"))
    assert (said(before, "deleted"), plain(after)) == (["Хлеб всегда горячий"], "—")


def test_a_long_text_shows_what_stands_around_its_changes() -> None:
    long = " ".join(f"слово{n}" for n in range(100))
    before, after = marked(long, long.replace("слово50", "иначе"))
    assert said(before, "deleted") == ["слово50"]
    assert "слово49" in plain(after)
    assert "слово9 " not in plain(after)
    assert plain(after).count("…") == 2


@pytest.mark.parametrize("format", ["html", "docx", "pdf"])
def test_every_format_marks_by_more_than_colour(format: str) -> None:
    data = write(made(), format)
    if format == "html":
        assert "вежливо</ins>" in data.decode()
        assert "<del>Хлеб всегда горячий</del>" in data.decode()
    assert data == write(made(), format)


def run(*words: str) -> Result:
    return CliRunner().invoke(Program(), list(words))


def files(folder: Path) -> tuple[str, str]:
    old, new = folder / "прежний.yaml", folder / "хлеб.yaml"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return str(old), str(new)


def test_compare_writes_the_document_beside_the_list(tmp_path: Path) -> None:
    done = run("compare", *files(tmp_path), "--format", "text,docx,html", "-o", str(tmp_path / "out"))
    assert done.exit_code == 0
    assert "Цели и задачи" in done.output
    assert sorted(each.name for each in (tmp_path / "out").glob("хлеб*")) == [
        "хлеб-changes.docx",
        "хлеб-changes.html",
    ]
    assert run("compare", *files(tmp_path), "--format", "odt").exit_code != 0


def test_the_line_for_revisions_goes_into_the_file_and_nothing_else_changes(tmp_path: Path) -> None:
    old, new = files(tmp_path)
    done = run("compare", old, new, "--into", new)
    assert done.exit_code == 0
    text = Path(new).read_text(encoding="utf-8")
    assert "# ведёт хозяин" in text
    (entry,) = project(text).document.revisions
    assert entry.version == "1.1"
    assert entry.text.startswith("Документ, Дата документа")
    assert "Ответственный: было Хозяин, стало Старший продавец" in entry.text
    assert Path(f"{new}.bak").read_text(encoding="utf-8") == NEW
    again = run("compare", old, new, "--into", new)
    assert again.exit_code != 0
    assert "1.1" in again.stderr


def test_a_second_line_follows_the_first() -> None:
    first = with_revision(NEW.encode(), "хлеб.yaml", project(OLD), project(NEW))
    third = first.decode().replace('"1.1", profile', '"1.2", profile').replace("вежливо", "приветливо")
    second = with_revision(third.encode(), "хлеб.yaml", project(NEW), project(third))
    assert [each.version for each in project(second.decode()).document.revisions] == ["1.1", "1.2"]


def test_english_documents_are_in_english() -> None:
    english = [text.replace("date:", "language: en, date:") for text in (OLD, NEW)]
    found = what_changed(*map(project, english))
    assert (found.running, found.language) == ("What changed", "en")
