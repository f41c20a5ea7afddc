"""The program alone in a folder says what can be done with what lies there."""

from __future__ import annotations

from pathlib import Path

from conceptgen.cli.here import suggestions


def test_commands_for_what_lies_here(tmp_path: Path) -> None:
    """An input and a workbook, names with spaces quoted; another YAML is none of ours."""
    (tmp_path / "наш клиент.yaml").write_text("schema: conceptgen/1\n", encoding="utf-8")
    (tmp_path / "книга.xlsx").write_bytes(b"PK")
    (tmp_path / "чужой.yaml").write_text("a: 1\n", encoding="utf-8")
    lines = list(suggestions(tmp_path))
    assert "  conceptgen open 'наш клиент.yaml'" in lines
    assert any("книга.xlsx" in line for line in lines)
    assert not any("чужой" in line for line in lines)
    assert lines[-1] == "  conceptgen build ."


def test_nothing_here(tmp_path: Path) -> None:
    """How to begin."""
    assert any("conceptgen new" in line for line in suggestions(tmp_path))
