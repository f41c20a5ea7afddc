"""The zones there are, ours before the client's own: what each is called, how it shows, what is asked about it."""

from __future__ import annotations

from conceptgen.composition.lines import capital
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.heat import Zone, zone_name
from conceptgen.document.inline import Inlines, line
from conceptgen.model.reference_data import CustomZone
from conceptgen.model.relations import BUILT_IN

__all__ = ["FACES", "Zone", "every_zone", "face", "id_of", "questions", "zone_name"]

FACES = ("shows_as", "client_meaning", "missing")
"""What is told of a zone: how it shows, what it means to the client, what is missing."""


def every_zone(scope: Scope) -> tuple[Zone, ...]:
    """The ten, then those of the client's own."""
    return (*BUILT_IN["ProblemZone"], *scope.project.custom_zones)


def id_of(zone: Zone) -> str | None:
    """What a verdict calls a zone; None for one of the client's own that nothing refers to."""
    return zone.id if isinstance(zone, CustomZone) else zone


def face(scope: Scope, zone: Zone, name: str) -> Inlines:
    """One of ``FACES`` as a sentence begins; nothing where the client has not told."""
    if isinstance(zone, CustomZone):
        return capital(scope.t(zone, name))
    return capital(line(scope.say(f"zone_catalogue.{zone}.{name}")))


def questions(scope: Scope, zone: Zone) -> tuple[str, ...]:
    """What is asked in the field; «no» is a sign of the zone."""
    return scope.words.several(f"zone_questions.{'own' if isinstance(zone, CustomZone) else zone}")
