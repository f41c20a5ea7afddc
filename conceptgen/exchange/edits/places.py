"""What the bookmarks of an edited file mean in today's input: addresses, paths, cells, what belongs to which item."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from conceptgen.exchange.edits.printing import Key, Printed
from conceptgen.exchange.word.file import WordFile
from conceptgen.exchange.word.lines import lines
from conceptgen.origin import Origin, Path
from conceptgen.writers.docx.marks import Print


@dataclass(frozen=True)
class Home:
    """A print of today: what it prints, where its cell is; ``is_gap``: it waits for a value."""

    print: Print
    origin: Origin
    cell: int = 0
    is_gap: bool = False

    @property
    def key(self) -> Key:
        """What it prints, and why."""
        return self.print.address, self.print.via

    @property
    def path(self) -> Path:
        """The path of the reference, or of the value that is printed for its own sake."""
        return self.origin.via.path if self.origin.via else self.origin.path


class Places:
    """Today's prints by bookmark."""

    def __init__(self, ours: WordFile, found: dict[Key, list[Printed]]) -> None:
        first = {key: prints[0] for key, prints in found.items()}
        cells = {mark: line.cell for line in lines(ours) for mark in line.marks}
        self.homes = {
            mark: Home(each, known.origin, cells.get(mark, 0), known.is_gap)
            for mark, each in ours.map.prints.items()
            if (known := first.get((each.address, each.via)))
        }
        self.texts = ours.values()
        self.counts: defaultdict[Key, int] = defaultdict(int)
        for home in self.homes.values():
            self.counts[home.key] += 1

    def under(self, path: Path) -> set[str]:
        """The bookmarks of everything that prints a part."""
        return {
            mark
            for mark, home in self.homes.items()
            if path in (home.path[: len(path)], home.origin.path[: len(path)])
        }

    def entry(self, marks: Iterable[str]) -> Path:
        """The entry of a list that most of these prints tell of, the innermost; () where there is none."""
        homes = [home for mark in marks if (home := self.homes.get(mark))]
        votes = Counter(path for home in homes for path in _entries(home.path))
        most = max(votes.values(), default=0)
        return max(
            (path for path, count in votes.items() if count == most and count * 2 > len(homes)),
            key=len,
            default=(),
        )


def _entries(path: Path) -> list[Path]:
    """The entries of lists that hold a path."""
    return [path[:n] for n, step in enumerate(path, 1) if isinstance(step, int)]
