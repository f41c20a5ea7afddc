"""«What changed»: the changes from one edition to the next by section, the weighty ones first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.changes import Change, Teller, compare
from conceptgen.changes.order import by_section, is_weighty
from conceptgen.composition.builders import Piece, cell, columns, full_grid, group, row
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.lines import join
from conceptgen.composition.paper import paper, scope_of
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Document, Heading, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.exchange.comparison.marked import marked
from conceptgen.model.project import Project

_COLUMNS = (("what", 2.2), ("before", 2.6), ("after", 2.6))


def what_changed(old: Project, new: Project) -> Document:
    """The paper, ready to write, in the language of the new edition."""
    scope, teller = scope_of(new), Teller(old, new, language=new.document.language)
    return paper(scope, "changed", _editions(scope, old), _pieces(scope, teller, compare(old, new)))


def _editions(scope: Scope, old: Project) -> Inlines:
    """Which edition is compared with which."""
    former = scope_of(old)
    before = _edition(Scope(old, scope.words, former.status))
    return scope.tell("changed.editions", new=_edition(scope), old=before)


def _edition(scope: Scope) -> Inlines:
    head = scope.project.document
    version = line(scope.say("cover.version"), " ", head.version) if head.version else ()
    dated = line(*(each.text for each in date_phrase(scope, head, "date", "of") if hasattr(each, "text")))
    return join([version, dated], " ")


def _pieces(scope: Scope, teller: Teller, changes: Sequence[Change]) -> Iterator[Piece]:
    if not changes:
        yield Paragraph(line(teller.nothing()), "lead")
        return
    weighty = sum(map(is_weighty, changes))
    yield Paragraph(line(scope.say("changed.lead", all=len(changes), weighty=weighty)), "lead")
    yield Paragraph(line(scope.say("changed.how")), "note")
    for number, (section, found) in enumerate(by_section(changes), 1):
        yield Heading(1, line(teller.section(section)), "front")
        rows = list(_rows(scope, teller, found, teller.section(section)))
        heads = columns(scope, *_COLUMNS, of="changed.columns")
        yield from full_grid(
            scope, "changed.table", heads, rows, name=teller.section(section), number=str(number)
        )


def _rows(scope: Scope, teller: Teller, found: Sequence[Change], section: str) -> Iterator[Row]:
    """The weighty ones first, told apart where there are others too."""
    weighty = [each for each in found if is_weighty(each)]
    others = [each for each in found if not is_weighty(each)]
    for key, some in (("weighty", weighty), ("others", others)):
        if some and weighty and others:
            yield group(line(scope.say(f"changed.{key}")), len(_COLUMNS))
        yield from (_row(scope, teller, each, section) for each in some)


def _row(scope: Scope, teller: Teller, change: Change, section: str) -> Row:
    place, old, new = teller.parts(change)
    for known in (scope.words.field("Project", "concept"), section):
        place = place.removeprefix(f"{known}, ")
    if change.kind == "move":
        return row(cell(line(place)), cell(line(old)), cell(line(scope.say("changed.moved"))))
    before, after = marked(old, new)
    guess = line(scope.say("changed.guess")) if change.is_guess else ()
    return row(cell(line(place), guess), cell(before), cell(after))
