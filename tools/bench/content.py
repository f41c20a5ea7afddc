"""One content for all: eighteen sections of paragraphs and tables, some forty printed pages."""

from __future__ import annotations

from dataclasses import dataclass

SENTENCE = (
    "Администратор подходит к гостю не позднее двух минут после прихода, здоровается и предлагает помощь. "
)


@dataclass(frozen=True)
class Part:
    """One section: its heading, paragraphs and table."""

    title: str
    paragraphs: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def parts() -> tuple[Part, ...]:
    """The whole content."""
    return tuple(_part(number) for number in range(18))


def _part(number: int) -> Part:
    columns, rows = (6, 20) if number % 3 == 0 else (4, 10)
    cells = tuple(
        tuple(f"{SENTENCE[: 20 + 11 * column]} {number}.{row}" for column in range(columns))
        for row in range(rows)
    )
    heads = tuple(f"Столбец {column + 1}" for column in range(columns))
    return Part(f"Раздел {number + 1}", (SENTENCE * 5,) * 3, heads, cells)
