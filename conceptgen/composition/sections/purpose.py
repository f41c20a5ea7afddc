"""1. Purpose of the document: what it is for, what it covers, whom it binds, when it is revised."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.argument import argued
from conceptgen.composition.builders import Piece, bullets, h1, h2, label, paragraph
from conceptgen.composition.date_words import worded
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.gaps import gap
from conceptgen.composition.inflection import in_case, is_final
from conceptgen.composition.lines import enumerated, full_stop, join, lowered
from conceptgen.composition.markdown import prose
from conceptgen.composition.marks import full_texts, marked_figure
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.stamps import sentence
from conceptgen.deliverables.kinds import FINAL
from conceptgen.document.blocks import Block, Paragraph
from conceptgen.document.inline import Inlines, line
from conceptgen.model.document_head import Binding


def blocks(scope: Scope) -> Iterator[Piece]:
    """Purpose and area: what the document is for, whom it binds, since when."""
    yield from argued(scope, "purpose", _content(scope), _conclusion(scope))


def _content(scope: Scope) -> Iterator[Piece]:
    yield h1(scope, "purpose.title")
    yield h2(scope, "purpose.meaning")
    yield from prose(scope, scope.concept, "purpose") or (Paragraph(gap(scope, "purpose", scope.concept)),)
    yield from prose(scope, scope.project.document, "purpose")
    yield from _scope_of_action(scope)
    yield h2(scope, "purpose.binding")
    yield from _binding(scope)
    cycle = scope.project.document.review_cycle
    yield h2(scope, "purpose.review")
    if cycle and cycle.form == "date":
        yield from paragraph(full_stop(scope.tell("purpose.review_on", date=marked_figure(scope, cycle))))
    elif cycle:
        yield from paragraph(
            full_stop(line(scope.say("purpose.review_cycle"), " ", marked_figure(scope, cycle)))
        )
    else:
        yield Paragraph(gap(scope, "review_cycle", scope.project.document))


def _conclusion(scope: Scope) -> Inlines:
    head = scope.project.document
    names = [scope.label("audience", each) for each in head.audience]
    binding = head.binding
    mandatory = binding is not None and binding.is_binding
    text = scope.say("purpose.lead_binding" if mandatory else "purpose.lead", audience=_and(scope, names))
    return line(text) if names else line(scope.say("purpose.lead_plain"))


def _and(scope: Scope, names: list[str]) -> str:
    if len(names) < 2 or any("," in each for each in names):
        return enumerated(names)
    return ", ".join(names[:-1]) + f" {scope.say('and')} " + names[-1]


def _scope_of_action(scope: Scope) -> Iterator[Block]:
    yield h2(scope, "purpose.scope")
    action = scope.project.document.scope
    if action is None or not (action.included or action.excluded):
        yield Paragraph(gap(scope, "scope", scope.project.document))
        return
    if action.included:
        yield label(scope, "purpose.included")
        yield from bullets(full_texts(scope, action.included))
    if action.excluded:
        yield label(scope, "purpose.excluded")
        yield from bullets(full_texts(scope, action.excluded))


def _binding(scope: Scope) -> Iterator[Block]:
    head = scope.project.document
    if head.audience:
        yield label(scope, "purpose.audience")
        yield from bullets(line(scope.label("audience", each)) for each in head.audience)
    binding = head.binding
    if binding is None:
        yield from paragraph(_approved(scope))
        yield Paragraph(gap(scope, "binding", head))
        return
    state = {True: "binding_yes", False: "binding_no", None: "binding_open"}[binding.is_binding]
    said = [
        line(scope.say(f"purpose.{state}")),
        _approved(scope),
        _introduced(scope, binding),
        since(scope, binding),
    ]
    yield Paragraph(join(said, " "))


def since(scope: Scope, binding: Binding | None) -> Inlines:
    """«Действует с 1 марта 2027 г.»; nothing where no day is told."""
    if binding is None or binding.effective_from is None:
        return ()
    fluent = worded(scope.words, binding.effective_from, "from")
    day = (
        date_phrase(scope, binding, "effective_from", "from")
        if fluent
        else scope.t(binding, "effective_from")
    )
    return full_stop(scope.tell("purpose.since" if fluent else "purpose.since_apart", date=day))


def _approved(scope: Scope) -> Inlines:
    """By whom the document was approved, once it is."""
    approval = scope.project.document.approval
    return sentence(scope, approval) if approval and scope.status in FINAL else ()


def _introduced(scope: Scope, binding: Binding) -> Inlines:
    """«Документ вводится приказом директора», or its ground where the case is not certain."""
    act = lowered(in_case(scope, binding, "introduced_by", "ins"))
    if not act:
        ground = scope.t(binding, "introduced_by")
        return full_stop(line(scope.say("purpose.introduced"), " ", ground)) if ground else ()
    return full_stop(
        scope.tell("purpose.introduced_by" if is_final(scope) else "purpose.to_be_introduced", act=act)
    )
