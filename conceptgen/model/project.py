"""The root: one client's work in one input."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from conceptgen.model.base import Many, Model
from conceptgen.model.brand import BrandOrFile
from conceptgen.model.chain import Chain
from conceptgen.model.concept import Concept
from conceptgen.model.contributions import Contributions, Resolution, Voice
from conceptgen.model.document_head import DocumentHead
from conceptgen.model.organization import Organization
from conceptgen.model.pictures import Photo
from conceptgen.model.problems import problem
from conceptgen.model.progress import ProgressReport
from conceptgen.model.reference_data import (
    CustomComponent,
    CustomZone,
    Deliverable,
    GlossaryTerm,
    LegalRef,
    Review,
    Settings,
    Source,
)
from conceptgen.model.relations import Relations
from conceptgen.model.session import Session


class Project(Model):
    """One client's work: a Concept, one or more Chains, or both. Frozen; relations read from both ends.

    It is what ``load`` makes of an input, field for field; ``compose`` takes it. What the fields mean is said in
    ``schemas/conceptgen.schema.json``; a list is a tuple, and a text that is known to be unknown is an ``Unknown``.

        >>> from conceptgen import load
        >>> project = load("samples/hotel.yaml").project
        >>> len(project.concept.goals), project.chains[0].name
        (3, 'Customer service chain of one stay')
    """

    format: Literal["conceptgen/1"] = Field(alias="schema")
    document: DocumentHead
    organization: Organization
    concept: Concept | None = None
    chains: Many[Chain] = ()
    session: Session | None = None
    progress: Many[ProgressReport] = ()
    custom_zones: Many[CustomZone] = ()
    custom_components: Many[CustomComponent] = ()
    sources: Many[Source] = ()
    glossary: Many[GlossaryTerm] = ()
    legal_refs: Many[LegalRef] = ()
    brand: BrandOrFile | None = None
    settings: Settings = Settings.empty()
    review: Review = Review.empty()
    deliverables: Many[Deliverable] = ()
    contributor: Voice | None = None
    contributions: Contributions = Contributions.empty()
    resolutions: Many[Resolution] = ()

    _photos: dict[str, Photo] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _something_to_say(self) -> Self:
        if self.concept is None and not self.chains:
            raise problem("E-DOC-05")
        return self

    @cached_property
    def relations(self) -> Relations:
        """All references of the input, readable from both ends."""
        return Relations.of(self)

    @property
    def photos(self) -> Mapping[str, Photo]:
        """The photographs that were read, by the file their pictures name."""
        return self._photos

    def with_photos(self, photos: Mapping[str, Photo]) -> Self:
        """The same project with photographs read."""
        copy = self.model_copy()
        copy._photos = dict(photos)
        return copy

    def __copy__(self) -> Self:
        """A copy, to be changed: its relations are read anew."""
        copy = super().__copy__()
        copy.__dict__.pop("relations", None)
        return copy

    def __getstate__(self) -> dict[Any, Any]:
        """Leave the relations behind when pickled: they go by identity, and the copy has its own."""
        state = super().__getstate__()
        state["__dict__"] = {key: value for key, value in state["__dict__"].items() if key != "relations"}
        return state
