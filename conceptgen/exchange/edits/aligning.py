"""Our file with its bookmarks named as those of the edited file: by format, and where entries without id have moved.

The bookmark of such an entry tells its number. When one was put in front of it or taken out since then, the same value
has another number today; it is known by what was printed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from conceptgen.exchange.word.file import WordFile
from conceptgen.exchange.word.value_map import ValueMap
from conceptgen.writers.docx.marks import OLD_PREFIX, PREFIX, Print, stem_of

_INDEX = re.compile(r"\[\d+\]")
_NEW = "+"
"""What a bookmark of ours ends with that the edited file never had."""
Track = tuple[str, str | None]


def plain_address(address: str | None) -> str | None:
    """An address without the numbers of entries: what is left when a list is reordered."""
    return _INDEX.sub("[]", address) if address is not None else None


def named_alike(ours: WordFile, known: ValueMap) -> WordFile:
    """The same file with other names for its bookmarks; the addresses stay those of today."""
    names = dict(_of_format_1(ours.map.prints.values())) if known.format == 1 else {}
    ours = _renamed(ours, names)
    is_same = bool(known.content) and known.content == ours.map.content
    return ours if is_same else _renamed(ours, _moved(ours.map, known))


def _renamed(file: WordFile, names: dict[str, str]) -> WordFile:
    if not names:
        return file
    stories = tuple(
        replace(story, bookmarks={names.get(mark, mark): spot for mark, spot in story.bookmarks.items()})
        for story in file.stories
    )
    prints = (replace(each, bookmark=names.get(mark, mark)) for mark, each in file.map.prints.items())
    return replace(
        file, stories=stories, map=replace(file.map, prints={each.bookmark: each for each in prints})
    )


def _of_format_1(prints: Iterable[Print]) -> Iterator[tuple[str, str]]:
    """Names that tell the address alone, numbered in the order of the file."""
    uses: defaultdict[str, int] = defaultdict(int)
    for each in prints:
        stem = OLD_PREFIX + stem_of(each.address).removeprefix(PREFIX)
        uses[stem] += 1
        yield each.bookmark, stem if uses[stem] == 1 else f"{stem}_{uses[stem]}"


def _moved(ours: ValueMap, known: ValueMap) -> dict[str, str]:
    """New names for the prints of entries without id."""
    today, then = _tracks(ours.prints.values()), _tracks(known.prints.values())
    names: dict[str, str] = {}
    entries: defaultdict[str, Counter[str]] = defaultdict(Counter)
    left: list[tuple[list[Print], list[Print]]] = []
    for track, prints in today.items():
        for tag, mine, theirs in _blocks(prints, then.get(track, [])):
            if tag != "equal":
                left.append((mine, theirs))
                continue
            for one, other in zip(mine, theirs, strict=True):
                names[one.bookmark] = other.bookmark
                for entry, before in zip(_entries(one), _entries(other), strict=True):
                    entries[entry][before] += 1
    moved = {entry: votes.most_common(1)[0][0] for entry, votes in entries.items()}
    for mine, theirs in left:
        names |= _by_entries(mine, theirs, moved)
    return names


def _tracks(prints: Iterable[Print]) -> dict[Track, list[Print]]:
    found: defaultdict[Track, list[Print]] = defaultdict(list)
    for each in prints:
        if _INDEX.search(each.address + (each.via or "")):
            found[plain_address(each.address) or "", plain_address(each.via)].append(each)
    return found


def _blocks(today: Sequence[Print], then: Sequence[Print]) -> Iterator[tuple[str, list[Print], list[Print]]]:
    one, other = ([each.fingerprint for each in prints] for prints in (today, then))
    for tag, start, end, begin, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        yield tag, list(today[start:end]), list(then[begin:stop])


def _entries(each: Print) -> list[str]:
    """The entries without id that a print tells of, the outermost first."""
    return [
        address[: found.end()]
        for address in (each.address, each.via or "")
        for found in _INDEX.finditer(address)
    ]


def _by_entries(mine: list[Print], theirs: list[Print], moved: dict[str, str]) -> dict[str, str]:
    """Prints that say something else now: of the same entry, as far as it is known by its other values."""
    names: dict[str, str] = {}
    free = list(theirs)
    for each in mine:
        known = [moved.get(entry) for entry in _entries(each)]
        same = next((b for b in free if _fits(known, _entries(b)) and any(known)), None)
        if same is None and not any(known) and len(mine) == len(theirs):
            same = theirs[mine.index(each)]
        names[each.bookmark] = same.bookmark if same in free and same is not None else each.bookmark + _NEW
        if same in free and same is not None:
            free.remove(same)
    return names


def _fits(known: list[str | None], entries: list[str]) -> bool:
    return all(one is None or one == other for one, other in zip(known, entries, strict=True))
