"""What the sheets call the text that the room works on: a draft until it is approved, then Concept and Chain."""

from __future__ import annotations

from conceptgen.composition.scope import Scope


def stands(scope: Scope) -> bool:
    """True if the document is approved: what the room would change is proposed for its next review."""
    return scope.status not in ("draft", "for_approval")


def named(scope: Scope) -> dict[str, str]:
    """The words for the sentences that name it: of what its principles are, of what its stages."""
    key = "approved" if stands(scope) else "draft"
    return {each: scope.say(f"kit.source.{key}.{each}") for each in ("concept", "chain", "review")}
