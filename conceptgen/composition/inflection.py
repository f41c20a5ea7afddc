"""Words of the input as a sentence needs them: in a case, in the gender of the title; nothing where it is not certain.

The author's own forms (``name_forms``, ``title_gender``) come first, then the dictionary of the language.
"""

from __future__ import annotations

from conceptgen.composition.scope import Scope
from conceptgen.composition.titles import title_text, titled_by
from conceptgen.deliverables.kinds import FINAL, KINDS
from conceptgen.document.inline import Inlines, Text
from conceptgen.languages.declension import Case, declines, gender, inflected
from conceptgen.model.base import Model, NameForms
from conceptgen.model.document_head import Approval, DocumentHead
from conceptgen.model.organization import Person, Role

_NAMED_BY = {"by_person": "position", "by_act": "act", "by_body": "body"}
"""Which field of an approval its ``name_forms`` are of."""


def in_case(scope: Scope, part: Model, field: str, case: Case) -> Inlines:
    """The text of a field in a case; nothing where neither its author nor the dictionary knows it."""
    value = getattr(part, field)
    if not isinstance(value, str):
        return ()
    language = scope.words.language
    if not declines(language):
        return scope.t(part, field)
    own = _own(scope, part, field, value)
    form = (getattr(own, case) if own else "") or inflected(language, value, case)
    return (Text(form, origin=scope.relations.origin(part, field)),) if form else ()


def _own(scope: Scope, part: Model, field: str, value: str) -> NameForms | None:
    if isinstance(part, Approval) and part.name_forms and _NAMED_BY[part.mode] == field:
        return part.name_forms
    organization = scope.project.organization
    parties: tuple[Role | Person, ...] = (*organization.roles, *organization.people)
    return next((each.name_forms for each in parties if each.name.casefold() == value.casefold()), None)


def agreeing(scope: Scope, key: str) -> str:
    """A fixed word in the gender of the document's title; without gender where that is not known."""
    return scope.say(f"{key}.{_gender(scope) or 'neutral'}")


def _gender(scope: Scope) -> str:
    head, language = scope.project.document, scope.words.language
    if not declines(language):
        return ""
    own = "" if scope.title or titled_by(scope)[0] is not head else head.title_gender
    return own or gender(language, title_text(scope))


def gender_of(scope: Scope, head: DocumentHead) -> str:
    """The gender of the title that the input gives its document, whatever the kind is called; "" where not known."""
    language = scope.words.language
    return (head.title_gender or gender(language, head.title)) if declines(language) else ""


def state(scope: Scope) -> str:
    """The state of the document in a word: «проект», «утверждена», «заменена»; "" of what is final as it is printed."""
    if scope.status in FINAL:
        return agreeing(scope, f"state_of.{scope.status}")
    return "" if is_final(scope) else scope.label("status", scope.status)


def is_final(scope: Scope) -> bool:
    """True of what is approved, and of what nothing may have to be rubbed out of once it is.

    The order approves by being signed. The staff have their edition after that: the blanks of its stamp are filled in
    by hand, or stand there empty for all to see. One without a stamp is a draft only if the input says so.
    """
    head = scope.project.document
    if scope.status in FINAL or (scope.audience and (head.approval or "status" not in head.model_fields_set)):
        return True
    kind = KINDS.get(scope.edition.document)
    return bool(kind and kind.is_official)


def mark(scope: Scope) -> str:
    """What the head of each page warns of: «для сотрудников», «проект», «заменена»; "" for what is in force."""
    said = (for_whom(scope), "" if scope.status == "approved" else state(scope))
    return ", ".join(filter(None, said))


def for_whom(scope: Scope) -> str:
    """«для сотрудников»: whose edition it is; "" for whoever may read all."""
    return scope.say(f"edition_for.{scope.audience}") if scope.audience else ""
