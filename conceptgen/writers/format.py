"""What the program must know of a format beside how to write it; each writer keeps such a record as ``FORMAT``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Literal

from conceptgen.document.look import DEFAULT_LOOK, Look

if TYPE_CHECKING:
    from conceptgen.document.blocks import Document


def _nothing(_: Look) -> str:
    return ""


def _none(_: Document, __: Look) -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Format:
    """The record of a format.

    ``libraries``: those whose version shows in its bytes, beside the ones common to all. ``reads``: the fields of the
    look that show in it. ``machine(look)``: what of this machine shows in it, as the version of a system library.
    ``missing_letters(document, look)``: the letters its fonts lack, each with its code and name; ``letters``: what
    becomes of them, the key of the words that tell it.
    """

    media_type: str
    libraries: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    machine: Callable[[Look], str] = _nothing
    missing_letters: Callable[[Document, Look], dict[str, str]] = _none
    letters: Literal["borrowed", "replaced"] = "borrowed"

    def concerning(self, look: Look) -> Look:
        """The look with everything that does not show in this format as the house has it."""
        unread = {each.name for each in fields(look)} - set(self.reads)
        return replace(look, **{name: getattr(DEFAULT_LOOK, name) for name in unread})
