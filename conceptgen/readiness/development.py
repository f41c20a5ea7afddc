"""6. How the chains were made, and what each way leaves to be feared; here and never in the client's document."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bullets, h1
from conceptgen.composition.lines import strong
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Paragraph
from conceptgen.document.inline import Text, line
from conceptgen.languages import vocabulary
from conceptgen.model.chain import Chain


def blocks(scope: Scope) -> Iterator[Piece]:
    """What the way the chain was made leaves to be feared."""
    if scope.project.chains:
        yield h1(scope, "readiness.development.title")
    for chain in scope.project.chains:
        yield from _way(scope, chain)


def _way(scope: Scope, chain: Chain) -> Iterator[Block]:
    mode = chain.development.mode if chain.development else None
    if mode is None:
        missing = Text(scope.say("readiness.broken.mode"), "gap")
        yield Paragraph(line(strong(scope.t(chain, "name")), ": ", missing))
        return
    told = vocabulary(scope.words.language)["documents"]["readiness"]["development"][mode]
    name = line(strong(scope.t(chain, "name")), ": ", scope.label("development_mode", mode), ".")
    yield Paragraph(line(name, " ", told["lead"]), "intro")
    yield from bullets(line(each) for each in told["points"])
    yield Paragraph(line(told["advice"]))
