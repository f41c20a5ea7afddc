"""Layout profiles: what an official layout sets otherwise than the house does, in one table for both writers.

They follow ГОСТ Р 7.0.97 in its editions of 2025 and 2016, which differ here in the width of a stamp alone. A poster is
read on a wall and keeps its own type; one's own Word template keeps its own look.
"""

from __future__ import annotations

from dataclasses import dataclass

from conceptgen.document.blocks import Document


@dataclass(frozen=True, slots=True)
class Profile:
    """Lengths in millimetres, sizes in points. ``line`` is the space between lines of text, in lines.

    ``letter`` is the mean letter of a table beside that of the house. ``map`` is the type of tables of many columns on
    a page on its side: the map of a chain must stay on one.
    """

    left: float = 30
    right: float = 10
    top: float = 20
    bottom: float = 20
    number_from_edge: float = 10
    face: str = "Times New Roman"
    size: float = 12
    line: float = 1.15
    indent: float = 12.5
    headings: tuple[float, ...] = (14, 13, 12, 12)
    title: float = 18
    table: float = 10
    map: float = 8.5
    letter: float = 1.16
    note: float = 10
    stamp: float = 80


PROFILES = {"gost-7.0.97-2025": Profile(), "gost-7.0.97-2016": Profile(stamp=75)}


def profile_of(document: Document) -> Profile | None:
    """The official layout of a document; None for the plain one."""
    return None if document.poster else PROFILES.get(document.profile)
