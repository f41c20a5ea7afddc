"""Writes docs/rules: a page a rule in every language, and an index of all codes."""

from __future__ import annotations

from pathlib import Path

from conceptgen.languages import LANGUAGES, USUAL, vocabulary
from conceptgen.rulebook.catalogue import catalogue
from conceptgen.rulebook.rule_pages import as_page

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
FOLDERS = {language: FOLDER if language == USUAL else FOLDER / language for language in LANGUAGES}


def pages() -> dict[Path, str]:
    """Every page and its text."""
    found: dict[Path, str] = {}
    for language, folder in FOLDERS.items():
        found[folder / "README.md"] = index(language)
        for code, entry in catalogue(language).items():
            if entry.rule:
                found[folder / f"{code}.md"] = as_page(entry, language)
    return found


def index(language: str) -> str:
    """All codes; those with a page are links."""
    words = vocabulary(language)["review"]["pages"]
    rows = [
        f"| {f'[{code}]({code}.md)' if entry.rule else code} | {_cell(entry.title)} |"
        for code, entry in catalogue(language).items()
    ]
    table = "\n".join([f"| {words['code']} | {words['title']} |", "|---|---|", *rows])
    return f"# {words['index']}\n\n{words['intro']}\n\n{table}\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def main() -> None:
    """Write them, and remove pages of rules that are gone."""
    made = pages()
    for folder in FOLDERS.values():
        folder.mkdir(parents=True, exist_ok=True)
        for old in set(folder.glob("*.md")) - set(made):
            old.unlink()
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
