"""What the texts lean on: sources, terms, legal references, one's own components and problem zones; and settings."""

from typing import Annotated, Final, Literal

from pydantic import Field

from conceptgen.model.base import DateOrUnknown, Item, Many, Model, Text
from conceptgen.model.enums import (
    DocumentKind,
    EditionFor,
    FileFormat,
    Language,
    LegalKind,
    LegalStatus,
    PdfEngine,
    SourceKind,
    Status,
    VariantName,
)
from conceptgen.model.references import ChainRef, CriterionRef, IndicatorRef, RoundRef, SourceRef
from conceptgen.model.scalars import Boolean, Integer, Number, TextValue


class Sample(Model):
    """Who was asked, how many were invited and answered."""

    population: Text | None = None
    invited: Integer | None = None
    respondents: Integer | None = None
    period: DateOrUnknown | None = None


class Source(Item):
    """A source of facts."""

    name: TextValue
    kind: SourceKind | None = None
    author: Text | None = None
    url: TextValue | None = None
    date: DateOrUnknown | None = None
    accessed: DateOrUnknown | None = None
    sample: Sample | None = None
    quality_note: Text | None = None


class GlossaryTerm(Item):
    """A term or an abbreviation and what it means."""

    term: TextValue
    abbr: TextValue | None = None
    text: TextValue


class LegalRef(Item):
    """A law, standard or local act."""

    kind: LegalKind | None = None
    number: TextValue | None = None
    date: DateOrUnknown | None = None
    name: TextValue
    edition: Text | None = None
    clause: Text | None = None
    status: LegalStatus | None = None
    url: TextValue | None = None


class CustomComponent(Item):
    """A component of service beside atmosphere, staff and product."""

    name: TextValue


class CustomZone(Item):
    """A problem zone of one's own beside the ten."""

    name: TextValue
    shows_as: Text | None = None
    client_meaning: Text | None = None
    missing: Text | None = None


class Column(Model):
    """What a question of a questionnaire is about: it scores a criterion, measures an indicator, or quotes."""

    title: TextValue
    scores: CriterionRef | None = None
    measures: IndicatorRef | None = None
    quotes: CriterionRef | None = None


class Import(Model):
    """How the answers of a form service are read: which round they are, what each column is about.

    ``min`` and ``max``: the scale of the questionnaire, where it is another.
    """

    round: RoundRef
    source: SourceRef | None = None
    by: Literal["median", "mean"] = "median"
    min: Number | None = None
    max: Number | None = None
    columns: Many[Column]


FEWEST_CLIENTS: Final = 5
"""Clients below which nothing is compared: of fewer one could be recognised."""


class CriterionBenchmark(Model):
    """How other clients score a criterion: the quartiles and the median, and how many clients they come from."""

    criterion: CriterionRef
    low: Number
    median: Number | None = None
    high: Number
    n: Annotated[Integer, Field(ge=FEWEST_CLIENTS)]


class Settings(Model):
    """How documents are written, where the default does not fit."""

    percent: Literal["spaced", "closed"] | None = None
    paper: Literal["a4", "letter"] | None = None
    pdf_engine: PdfEngine | None = None
    fiscal_year_start: Annotated[Integer, Field(ge=1, le=12)] = 1
    show_sign: Boolean = False
    imports: Many[Import] = ()
    benchmark: Many[CriterionBenchmark] = ()


class Allowed(Model):
    """A finding of the review that is accepted, and why."""

    rule: TextValue
    at: TextValue | None = None
    reason: TextValue | None = None


class Review(Model):
    """What the review is told."""

    allow: Many[Allowed] = ()


class Deliverable(Model):
    """One line of what is to be made."""

    document: DocumentKind
    chain: ChainRef | None = None
    variant: Many[VariantName] = ()
    format: Many[FileFormat] = ()
    language: Language | None = None
    status: Status | None = None
    audience: EditionFor | None = None
    file_name: TextValue | None = None
