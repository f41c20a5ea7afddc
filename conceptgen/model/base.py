"""What every item of the input may carry: sources, remarks, figures in all their forms, stated unknowns."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, GetCoreSchemaHandler, Tag, model_validator
from pydantic_core import CoreSchema

from conceptgen.model.apart import Once, core_schema_of
from conceptgen.model.dates import Date, When
from conceptgen.model.enums import Currency, Per, Unit, UnknownReason
from conceptgen.model.problems import problem
from conceptgen.model.references import UNKNOWN, PartyRef, RoundRef, SourceRef
from conceptgen.model.scalars import Boolean, Id, Integer, Number, TextValue, says_unknown
from conceptgen.model.shorthand import Form, Many, short


class Model(BaseModel):
    """A frozen part of the input; an unknown key is an error.

    What checks a model is built when the first input asks for it, each by itself: most inputs need few of a hundred.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    @classmethod
    def empty(cls) -> Self:
        """The part that the input does not write: every field as by default, and nothing built to check them."""
        return cls.model_construct()  # type: ignore[return-value]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """What checks the model; inside another one, what leaves it to the model itself."""
        return core_schema_of(cls, source, handler)


class Citation(Model):
    """A source, and the place in it."""

    id: SourceRef
    at: TextValue | None = None


class Unknown(Model):
    """An answer that is not there yet, and says so: why, by when, who finds out."""

    reason: UnknownReason | None = None
    resolve_by: Date | None = None
    owner: PartyRef | None = None
    note: TextValue | None = None


def _is_unknown(value: Any) -> str:
    bare = isinstance(value, str) and says_unknown(value.strip())
    stated = isinstance(value, Unknown) or (isinstance(value, dict) and "unknown" in value)
    return "@unknown" if bare or stated else "@value"


def _is_structured(value: Any) -> str:
    bare = isinstance(value, str) and value.strip() == UNKNOWN
    return "@unknown" if bare or isinstance(value, Unknown | dict) else "@value"


def _unwrap(value: Any) -> Any:
    if isinstance(value, str):
        return Unknown()
    if isinstance(value, dict):
        if "unknown" not in value:
            raise problem("E-TYP-02", wanted="text", got="mapping")
        extra = next((key for key in value if key != "unknown"), None)
        if extra is not None:
            raise problem("E-TYP-13", key=extra)
        return value["unknown"]
    return value


_WRAPPED = Form(
    _unwrap,
    lambda schema: {
        "type": "object",
        "properties": {"unknown": schema},
        "required": ["unknown"],
        "additionalProperties": False,
    },
)
StatedUnknown = Annotated[Annotated[Unknown, short("reason")], _WRAPPED, Tag("@unknown")]
Text = Annotated[Annotated[TextValue, Tag("@value")] | StatedUnknown, Discriminator(_is_structured), Once()]
"""A text, or the statement that it is not known yet."""
DateOrUnknown = Annotated[Annotated[Date, Tag("@value")] | StatedUnknown, Discriminator(_is_unknown), Once()]
UnitOrUnknown = Annotated[Annotated[Unit, Tag("@value")] | StatedUnknown, Discriminator(_is_unknown), Once()]
Party = Annotated[Annotated[PartyRef, Tag("@value")] | StatedUnknown, Discriminator(_is_unknown), Once()]
"""A position, department, partner or person by id, or a stated unknown."""


class Item(Model):
    """What every item may carry.

    ``source``, ``remark`` (a footnote) and ``code`` (the client's own) print; ``note`` never does.
    ``disputed`` keeps readings that disagree with the value beside it.
    """

    id: Id | None = None
    source: Many[Annotated[Citation, short("id")]] = ()
    remark: TextValue | None = None
    code: TextValue | None = None
    by_author: Boolean = False
    internal: Boolean = False
    note: TextValue | None = None
    disputed: Many["Reading"] = ()


class NameForms(Model):
    """A name in other cases, where the dictionary does not know them or is wrong."""

    gen: TextValue | None = None
    dat: TextValue | None = None
    acc: TextValue | None = None
    ins: TextValue | None = None
    pre: TextValue | None = None


class Bound(Model):
    """How much: one number, or from min to max."""

    value: Number | None = None
    min: Number | None = None
    max: Number | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return value if isinstance(value, dict | Bound) else {"value": value}

    @model_validator(mode="after")
    def _upwards(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise problem("E-IND-04", min=str(self.min), max=str(self.max))
        return self


class Change(Model):
    """A change against a base: up by, down by, so many times more or less."""

    up_by: Bound | None = None
    down_by: Bound | None = None
    times_more: Bound | None = None
    times_less: Bound | None = None
    unit: Unit | None = None
    base: Text | None = Field(default=None, alias="from")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        given = [
            key for key in ("up_by", "down_by", "times_more", "times_less") if getattr(self, key) is not None
        ]
        if len(given) != 1:
            raise problem("E-TYP-09", given=", ".join(given), forms="up_by, down_by, times_more, times_less")
        return self


FORMS = (
    "value", "min", "at_least", "at_most", "more_than", "less_than", "from_", "about", "state", "fraction",
    "duration", "change", "unknown",
)  # fmt: skip


class Figure(Item):
    """A figure as words: exactly one form (min and max count as one)."""

    needs_form: ClassVar[bool] = True
    other_forms: ClassVar[tuple[str, ...]] = ()

    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    more_than: Number | None = None
    less_than: Number | None = None
    from_: Number | None = Field(default=None, alias="from")
    about: Number | None = None
    state: TextValue | None = None
    done_when: TextValue | None = None
    fraction: Annotated[tuple[Integer, Integer], Field(min_length=2, max_length=2)] | None = None
    duration: (
        Annotated[TextValue, Field(pattern=r"^(P(\d+[YMWD])+(T(\d+[HMS])+)?|PT(\d+[HMS])+)$")] | None
    ) = None
    change: Change | None = None
    unknown: Annotated[Unknown, short("reason")] | None = None
    unit: Unit | None = None
    per: Per | None = None

    @property
    def form(self) -> str:
        """Which form the figure has; "" for none."""
        values = self.__dict__  # every document asks every figure, and ``getattr`` takes its time
        for keys in (FORMS, self.other_forms):
            for key in keys:
                if values[key] is not None:
                    return key
        return ""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        values = self.__dict__
        given = [key.rstrip("_") for key in FORMS + self.other_forms if values[key] is not None]
        if self.max is not None and self.min is None:
            raise problem("E-TYP-14", text=str(self.max))
        if self.min is not None and self.max is None:
            raise problem("E-TYP-14", text=str(self.min))
        if self.min is not None and self.max is not None and self.min > self.max:
            raise problem("E-IND-04", min=str(self.min), max=str(self.max))
        if len(given) > 1 or (self.needs_form and not given):
            raise problem("E-TYP-09", given=", ".join(given), forms=", ".join(k.rstrip("_") for k in FORMS))
        return self


class Reading(Figure):
    """One of several readings that disagree: a text, a date or a figure, with its source."""

    needs_form: ClassVar[bool] = False

    text: TextValue | None = None
    name: TextValue | None = None
    date: DateOrUnknown | None = None


# An item may carry readings, and a reading is an item: what follows, here and elsewhere, finds them complete.
for _model in (Item, Figure, Reading):
    _model.model_rebuild()


class Statement(Item):
    """A text that may carry a source; a bare text stands for one."""

    text: TextValue


Statements = Many[Annotated[Statement, short("text")]]


class Dated(Figure):
    """A figure and when it was true."""

    date: DateOrUnknown | None = None


class Fact(Dated):
    """A dated, sourced statement: not an indicator."""

    needs_form: ClassVar[bool] = False

    text: TextValue


class Term(Figure):
    """How long, or until when; a bare date stands for one."""

    other_forms: ClassVar[tuple[str, ...]] = ("date",)

    date: DateOrUnknown | None = None


class Money(Figure):
    """An amount of money in one of the forms of a figure, or a text where no sum can be given."""

    other_forms: ClassVar[tuple[str, ...]] = ("amount",)
    needs_form: ClassVar[bool] = False

    amount: Number | None = None
    currency: Currency | None = None
    year: DateOrUnknown | None = None
    text: TextValue | None = None


class Scored(Figure):
    """A score of a touchpoint or the feeling at a stage: by round as it is, or the target."""

    other_forms: ClassVar[tuple[str, ...]] = ("target",)

    round: RoundRef | None = None
    target: Number | None = None


__all__ = [
    "Bound", "Change", "Citation", "DateOrUnknown", "Dated", "Fact", "Figure", "Form", "Item", "Many", "Model",
    "Money", "NameForms", "Party", "Reading", "Scored", "Statement", "Statements", "Term", "Text", "UnitOrUnknown",
    "Unknown", "When", "short",
]  # fmt: skip
