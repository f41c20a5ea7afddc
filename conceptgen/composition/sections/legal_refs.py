"""Legal references: laws, standards, local acts."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bullets, h1
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.lines import capital, join
from conceptgen.composition.marks import marks_of
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line
from conceptgen.languages.words import NBSP
from conceptgen.model.reference_data import LegalRef


def blocks(scope: Scope) -> Iterator[Piece]:
    """A list, each with its number, date, edition, clause and standing."""
    references = scope.project.legal_refs
    if not references:
        return
    yield h1(scope, "legal_refs.title")
    yield from bullets(legal_line(scope, each) for each in references)


def legal_line(scope: Scope, ref: LegalRef) -> Inlines:
    """«Закон № 2300-1 от 7 февраля 1992 г. „О защите …“, ст. 8 (действует)»."""
    sign = () if ref.kind in ("gost", "iso") else line(scope.say("number_sign"), NBSP)
    number = line(sign, scope.t(ref, "number")) if ref.number else ()
    dated = date_phrase(scope, ref, "date", "of")
    told = ref.kind is not None and not (ref.number or "").startswith(scope.label("legal_kind", ref.kind))
    kind = line(scope.label("legal_kind", ref.kind)) if ref.kind and told else ()
    head = join([kind, dated, number], " ")
    state = line(scope.label("legal_status", ref.status)) if ref.status not in (None, "in_force") else ()
    edition = line(scope.say("legal_refs.edition"), " ", scope.t(ref, "edition")) if ref.edition else ()
    tail = join([edition, scope.t(ref, "clause"), state, scope.t(ref, "url")])
    named = line(scope.tell("quoted", text=scope.t(ref, "name")), marks_of(scope, ref))
    return line(capital(head), " " if head else "", named, ", " if tail else "", tail)
