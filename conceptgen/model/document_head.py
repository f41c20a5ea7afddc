"""The document itself: its title and date, who approves it, whom it binds, how it is revised."""

from typing import Annotated

from pydantic import Field

from conceptgen.languages import USUAL
from conceptgen.model.base import DateOrUnknown, Item, Many, Model, NameForms, Statements, Term, Text
from conceptgen.model.dates import When
from conceptgen.model.enums import ApprovalMode, Audience, Gender, Language, Profile, Status
from conceptgen.model.pictures import OnePicture
from conceptgen.model.scalars import Boolean, TextValue
from conceptgen.model.shorthand import short

LONGEST_TITLE = 300


class Approval(Item):
    """Who approves or agrees: a person, an act or a body; ``name_forms`` are of the position, the act or the body."""

    mode: ApprovalMode = "by_person"
    organization: Text | None = None
    position: Text | None = None
    person: Text | None = None
    date: DateOrUnknown | None = None
    act: Text | None = None
    number: Text | None = None
    body: Text | None = None
    protocol: Text | None = None
    name_forms: NameForms | None = None


class Scope(Model):
    """What the document covers and what it does not."""

    included: Statements = ()
    excluded: Statements = ()


class Binding(Model):
    """True if the document is mandatory, by what act and from when."""

    is_binding: Boolean | None = None
    introduced_by: Text | None = None
    effective_from: DateOrUnknown | None = None


class PhaseLabels(Model):
    """The document's own names of the phases."""

    before: TextValue | None = None
    during: TextValue | None = None
    after: TextValue | None = None
    cross: TextValue | None = None


class Revision(Item):
    """One line of the list of changes."""

    version: TextValue | None = None
    date: DateOrUnknown | None = None
    text: TextValue


class Author(Model):
    """The consultant who prepared the document."""

    firm: Text | None = None
    person: Text | None = None
    position: Text | None = None
    contact: Text | None = None
    disclaimer: Text | None = None


class DocumentHead(Item):
    """What stands on and behind the title page."""

    title: TextValue = Field(max_length=LONGEST_TITLE)
    title_gender: Gender | None = None
    short_title: Text | None = None
    date: DateOrUnknown
    language: Language = USUAL
    version: TextValue | None = None
    status: Status = "draft"
    profile: Profile = "plain"
    reg_number: Text | None = None
    access_label: Text | None = None
    place: Text | None = None
    cover: OnePicture | None = None
    contact: Text | None = None
    purpose: Text | None = None
    audience: Many[Audience] = ()
    scope: Scope | None = None
    binding: Binding | None = None
    approval: Approval | None = None
    agreements: Many[Approval] = ()
    phase_labels: PhaseLabels = PhaseLabels.empty()
    review_cycle: Annotated[Term, short("date")] | None = None
    revisions: Many[Revision] = ()
    prepared_by: Author | None = None

    @property
    def edition(self) -> str:
        """What tells this edition from another: its version, or its date; "" where neither is known."""
        return self.version or (self.date.label if isinstance(self.date, When) else "")
