"""The kinds of documents: what each is called, what of the input it needs, which variants it has, what judges it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from conceptgen.deliverables.formats import OF_PICTURES, OF_SLIDES, PAGED

Group = Literal[
    "whole concept",
    "outline of the concept",
    "whole chain",
    "outline of the chain",
    "problem zones",
    "check form",
    "order",
    "announcement",
    "progress",
    "roles",
    "card",
    "session",
]
"""What a variant prints, as the rules of the review ask for it."""

MAP_SIZES: Final = ("auto", "a4", "a3")
"""Papers the map of a chain may stand on; the usual one is the smallest that holds it on one sheet."""


AUDIENCES: Final = ("staff",)
"""Readers who get an edition of their own, which leaves out what is not for them."""

FINAL: Final = ("approved", "superseded")
"""The states of a document that has been approved."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A kind at one length.

    ``usual``: made when no variant is named and the input has all that ``needs`` names. A need is a dotted path of the
    input; where one of several will do, they stand with «or» between. ``reviewed_as``: the groups of rules that judge
    it, beside those that judge every document. ``also``: formats it is written in beside those of every document.
    """

    name: str
    reviewed_as: tuple[Group, ...] = ()
    usual: bool = True
    needs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document; ``needs`` names the chapters of the input without which there is nothing to print.

    ``title``: the key of its own title among the words of documents; without one it has the title of the input.
    ``per_chain``: one document a chain, about that chain and with its name for a title. ``per_report``: one document a
    report on progress, of its day. ``unasked``: made when no kind is named, too. ``gate``: the states in which every
    error stops it; in the others contradictions do. ``is_official``: set in the official layout of its language, where
    the input names none. ``audiences``: readers who may get an edition of it that leaves out what is not for them.
    """

    name: str
    needs: tuple[str, ...]
    variants: tuple[Variant, ...]
    title: str = ""
    per_chain: bool = False
    per_report: bool = False
    unasked: bool = True
    gate: tuple[str, ...] = FINAL
    is_official: bool = False
    audiences: tuple[str, ...] = AUDIENCES

    @property
    def variant_names(self) -> tuple[str, ...]:
        """Its variants, the shortest first."""
        return tuple(each.name for each in self.variants)


_SIX_SECTIONS = (
    "concept.purpose",
    "concept.current_state.criteria or concept.current_state.not_assessed",
    "concept.goals",
    "concept.programme",
    "concept.indicators",
    "concept.governance",
)

_ALL = (
    Kind(
        "concept",
        needs=("concept",),
        variants=(
            Variant("page", ("outline of the concept",), usual=False),
            Variant("short", ("outline of the concept",), also=OF_SLIDES),
            Variant("full", ("whole concept",), needs=_SIX_SECTIONS),
        ),
    ),
    Kind(
        "chain",
        needs=("chains",),
        variants=(
            Variant("map", ("outline of the chain",), usual=False, also=OF_PICTURES),
            Variant("short", ("outline of the chain",), also=OF_SLIDES),
            Variant("full", ("whole chain",)),
        ),
        per_chain=True,
    ),
    Kind(
        "combined",
        needs=("concept", "chains"),
        variants=(
            Variant("short", ("outline of the concept", "outline of the chain"), also=OF_SLIDES),
            Variant("full", ("whole concept", "whole chain"), needs=_SIX_SECTIONS),
        ),
    ),
    Kind(
        "progress",
        needs=("concept", "progress"),
        variants=(Variant("short", ("progress",), also=OF_SLIDES), Variant("full", ("progress",))),
        title="progress.title",
        per_report=True,
        unasked=False,
    ),
    Kind(
        "roles",
        needs=("organization.roles",),
        variants=(Variant("full", ("roles",)),),
        title="role_profiles.title",
        unasked=False,
    ),
    Kind(
        "card",
        needs=("organization.roles",),
        variants=(Variant("page", ("card",)),),
        title="role_cards.title",
        unasked=False,
    ),
    Kind(
        "problem-zones",
        needs=(),
        variants=(
            Variant("blank"),
            Variant("full", ("problem zones",), needs=("concept.current_state.zone_audit",)),
        ),
        title="zone_audit.title",
        unasked=False,
    ),
    Kind(
        "check-form",
        needs=("chains",),
        variants=(Variant("full", ("check form",)),),
        title="check_form.title",
        per_chain=True,
        unasked=False,
        audiences=(),
    ),
    Kind(
        "order",
        needs=("concept",),
        variants=(Variant("full", ("order",)),),
        title="order.title",
        unasked=False,
        is_official=True,
        audiences=(),
    ),
    Kind(
        "letter",
        needs=("concept",),
        variants=(Variant("full"),),
        title="letter.title",
        unasked=False,
        audiences=(),
    ),
    Kind(
        "announcement",
        needs=("concept",),
        variants=(Variant("full", ("announcement",)),),
        title="announcement.title",
        unasked=False,
    ),
    Kind(
        "kit",
        needs=(),
        variants=(Variant("full", ("session",)),),
        title="kit.title",
        unasked=False,
        audiences=(),
    ),
)

KINDS: Final = {each.name: each for each in _ALL}
"""Every kind by its name, in the order in which they are made and offered."""

VARIANT_NAMES: Final = tuple(dict.fromkeys(name for kind in _ALL for name in kind.variant_names))
"""What the variants of all kinds are called."""


def formats_of(document: str, variant: str) -> tuple[str, ...]:
    """The formats a variant of a kind is written in: not each can be shown from a screen, or as one picture."""
    also = (each.also for each in KINDS[document].variants if each.name == variant)
    return (*PAGED, *next(also, ()))


def with_edition_for(audience: str) -> tuple[str, ...]:
    """The kinds of which an audience may get an edition of its own."""
    return tuple(kind.name for kind in _ALL if audience in kind.audiences)


def reviewed_as(*groups: Group) -> frozenset[str]:
    """The documents (``concept/full``) that one of these groups of rules judges; all of them for no group."""
    return frozenset(_reviewed_as(groups))


def _reviewed_as(groups: tuple[Group, ...]) -> Iterator[str]:
    for kind in _ALL:
        for variant in kind.variants:
            if not groups or set(groups) & set(variant.reviewed_as):
                yield f"{kind.name}/{variant.name}"
