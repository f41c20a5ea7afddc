"""Why a logo cannot be used; raised by whatever reads one, pixels or drawing."""

from __future__ import annotations


class BadLogo(Exception):
    """A picture that cannot be used; ``variant`` says why, as the language files call it."""

    def __init__(self, variant: str = "hint", **facts: object) -> None:
        super().__init__(variant)
        self.variant, self.facts = variant, facts
