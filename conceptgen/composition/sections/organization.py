"""2.1 The organisation and its customers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from conceptgen.composition.builders import Piece, bullets, card, cell, columns, grid, label, row
from conceptgen.composition.dates import date_for_brackets
from conceptgen.composition.figures import bare_figure, bare_number
from conceptgen.composition.lines import in_brackets, join
from conceptgen.composition.marks import full_text, full_texts, marks_of, named_or_said
from conceptgen.composition.names import all_in
from conceptgen.composition.pictures import named_photographs, portraits
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.languages.words import NBSP
from conceptgen.model.base import Fact
from conceptgen.model.organization import Department, Offering, Partner, Person, Segment, Site, System


def blocks(scope: Scope) -> Iterator[Piece]:
    """A card of the organisation, its facts, its customers."""
    organization, say = scope.project.organization, scope.say
    rows = (
        ("name", (scope.t(organization, "name"),)),
        ("legal_name", (scope.t(organization, "legal_name"),)),
        ("industry", (scope.t(organization, "industry"),)),
        (
            "customers",
            (line(", ".join(scope.label("customer_type", c) for c in organization.customer_types)),),
        ),
        ("sites", tuple(_site(scope, each) for each in organization.sites)),
        ("departments", tuple(_department(scope, each) for each in organization.departments)),
        ("partners", tuple(_partner(scope, each) for each in organization.partners)),
        ("offerings", tuple(_offering(scope, each) for each in organization.offerings)),
        ("channels", (join(full_texts(scope, organization.channels)),)),
        ("systems", tuple(_system(scope, each) for each in organization.systems)),
        ("people", tuple(_person(scope, each) for each in organization.people)),
    )
    yield from card(((say(f"organization.{key}"), said) for key, said in rows), say("organization.alt"))
    yield from _photographs(scope)
    facts = [*organization.facts, *scope.state.facts]
    if facts:
        yield label(scope, "organization.facts")
        yield from bullets(fact_line(scope, fact) for fact in facts)
    heads = columns(scope, ("segment", 1.4), ("share", 0.7, "center"), ("needs", 2.2), ("expectations", 2.2))
    yield from grid(scope, "segments", heads, [_segment(scope, each) for each in organization.segments])
    yield from portraits(scope, organization.segments)


def _photographs(scope: Scope) -> Iterator[Block]:
    """Those of the organisation, then of its sites, each by the name of its site."""
    organization = scope.project.organization
    of_all = ((each, line()) for each in organization.pictures)
    of_sites = ((each, scope.t(site, "name")) for site in organization.sites for each in site.pictures)
    yield from named_photographs(scope, chain(of_all, of_sites))


def fact_line(scope: Scope, fact: Fact) -> Inlines:
    """«жалоб на ожидание — 17 (июль – сентябрь 2026 г.) [1]»."""
    figure = bare_figure(scope, fact)
    when = line(" (", date_for_brackets(scope, fact, "date"), ")") if fact.date else ()
    return line(scope.t(fact, "text"), " — " if figure else "", figure, when, marks_of(scope, fact))


def _bracketed(*said: Inlines) -> Inlines:
    return in_brackets(join(said))


def _site(scope: Scope, site: Site) -> Inlines:
    return line(full_text(scope, site), _bracketed(scope.t(site, "kind"), scope.t(site, "address")))


def _department(scope: Scope, department: Department) -> Inlines:
    parent = scope.who(department, "parent")
    head = line(scope.say("organization.head"), " ", scope.who(department, "head")) if department.head else ()
    return line(full_text(scope, department), _bracketed(parent, head))


def _partner(scope: Scope, partner: Partner) -> Inlines:
    kind = line(scope.label("partner_kind", partner.kind)) if partner.kind else ()
    curator = scope.who(partner, "curator")
    curator = line(scope.say("organization.curator"), " ", curator) if curator else ()
    return line(full_text(scope, partner), _bracketed(kind, curator))


def _offering(scope: Scope, offering: Offering) -> Inlines:
    return line(full_text(scope, offering), _bracketed(all_in(scope, offering, "segments")))


def _system(scope: Scope, system: System) -> Inlines:
    linked = join(named_or_said(scope, each) for each in system.integrated_with)
    linked = line(scope.say("organization.integrated"), " ", linked) if linked else ()
    return line(full_text(scope, system), _bracketed(scope.who(system, "owner"), linked))


def _person(scope: Scope, person: Person) -> Inlines:
    role = scope.who(person, "role")
    return line(full_text(scope, person), " — " if role else "", role)


def _segment(scope: Scope, segment: Segment) -> Row:
    label = scope.label("life_cycle", segment.life_cycle) if segment.life_cycle else ""
    cycle = line("" if label.casefold() in segment.name.casefold() else label)
    return row(
        cell(full_text(scope, segment), cycle),
        cell(bare_number(scope, segment, "share_pct", "pct")),
        cell(*(full_text(scope, each) for each in segment.needs)),
        cell(
            *(
                line(
                    full_text(scope, each),
                    f"{NBSP}({scope.label('expectation_source', each.from_)})" if each.from_ else "",
                )
                for each in segment.expectations
            )
        ),
    )
