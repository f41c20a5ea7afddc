"""Photographs in their places: in rows, each over its caption; one that could not be read is told by its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from conceptgen.composition.dates import date_for_brackets
from conceptgen.composition.lines import go_on, join
from conceptgen.composition.marks import full_text
from conceptgen.composition.scope import Scope
from conceptgen.document import blocks as tree
from conceptgen.document.blocks import Block, Paragraph, Photos
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.organization import Segment
from conceptgen.model.pictures import Picture

Named = tuple[Picture, Inlines]
"""A picture and what it is of; () where that is plain from the place."""


def photographs(scope: Scope, pictures: Iterable[Picture]) -> Iterator[Block]:
    """The photographs of one part of the input, in whose place they stand."""
    yield from named_photographs(scope, ((each, ()) for each in pictures))


def named_photographs(scope: Scope, pictures: Iterable[Named], *, wide: bool = False) -> Iterator[Block]:
    """Photographs in rows, two of them in each, three on a ``wide`` page; the only one stands alone and larger."""
    seen: list[tree.Photo] = []
    unread: list[Block] = []
    for each, name in pictures:
        caption = go_on(name, _caption(scope, each), ". ")
        photo = _photo(scope, each, (caption,) if caption else ())
        seen += [photo] if photo else []
        unread += [] if photo else [_in_words(scope, each, caption)]
    places: Literal[1, 2, 3] = 3 if wide else 2 if len(seen) > 1 else 1
    yield from (Photos(tuple(seen[at : at + places]), places=places) for at in range(0, len(seen), places))
    yield from unread


def portraits(scope: Scope, segments: Iterable[Segment]) -> Iterator[Block]:
    """Each segment that has a face, and beside it whose it is."""
    for each in segments:
        if each.portrait:
            name, caption = scope.t(each, "name", "strong"), _caption(scope, each.portrait)
            photo = _photo(scope, each.portrait, (name, *((caption,) if caption else ())))
            said = go_on(name, caption, ". ")
            yield Photos((photo,), "portrait") if photo else _in_words(scope, each.portrait, said)


def cover_picture(scope: Scope, picture: Picture) -> tuple[tree.Photo | None, Inlines]:
    """The picture of a title page, or what is said where it could not be read."""
    caption = _caption(scope, picture)
    photo = _photo(scope, picture, (caption,) if caption else ())
    return photo, () if photo else _in_words(scope, picture, caption).content


def _caption(scope: Scope, picture: Picture) -> Inlines:
    """«Стойка утром (снято 12 марта 2026 г.)»."""
    said = full_text(scope, picture, "caption")
    if picture.taken is None:
        return said
    taken = scope.tell("pictures.taken", date=date_for_brackets(scope, picture, "taken"))
    return line(said, " (", taken, ")") if said else taken


def _photo(scope: Scope, picture: Picture, caption: tuple[Inlines, ...]) -> tree.Photo | None:
    """The photograph over its caption; who cannot see it is told at least that."""
    read = scope.project.photos.get(picture.file)
    if read is None:
        return None
    alt = picture.alt or plain(line(*caption[:1])) or scope.say("pictures.alt")
    origins = (scope.relations.origin(picture, field) for field in ("file", "alt"))
    shows = tuple(origin for origin in origins if origin)
    return tree.Photo(read.data, read.digest, read.format, read.width, read.height, alt, caption, shows)


def _in_words(scope: Scope, picture: Picture, caption: Inlines) -> Paragraph:
    """A photograph that was not read: its file, what it shows, its caption."""
    told = join([scope.tell("pictures.unread", file=scope.t(picture, "file")), scope.t(picture, "alt")], ": ")
    return Paragraph(go_on(told, caption, ". "), "note")
