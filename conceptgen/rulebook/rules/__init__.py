"""The rules, one file a rule, named after its code: ``e_ind_01.py``. To put a file here is to add a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conceptgen.rulebook.context import RuleContext
    from conceptgen.rulebook.violation import Violation

GROUPS = (
    "DOC", "PRI", "ASM", "CAU", "PZ", "GOL", "PRG", "ACT", "IND", "GOV", "CHN", "ROL", "SEG", "PIC", "TXT", "MON",
    "SES", "MRG", "RVW",
)  # fmt: skip
"""The groups of codes in the order of the document."""
SECTIONS = (
    "document", "organization", "purpose", "principles", "current_state", "goals", "programme", "indicators",
    "governance", "chains", "progress", "roles", "session", "register", "review",
)  # fmt: skip
"""What a rule can be about, in the order of the document."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, the section it is about, the documents it concerns, and the question itself.

    A ``contradiction`` stops a document in every status and cannot be accepted.
    """

    code: str
    section: str
    documents: frozenset[str]
    contradiction: bool
    check: Callable[[RuleContext], Iterator[Violation]]

    @property
    def group(self) -> str:
        """``IND``: what the code is about."""
        return self.code.split("-")[1]

    @property
    def order(self) -> tuple[int, int, str]:
        """By group, in a group errors first."""
        return GROUPS.index(self.group), "EWA".index(self.code[0]), self.code


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of this folder, in the order of the document."""
    names = [module.name for module in iter_modules(__path__)]
    return tuple(sorted(map(_read, names), key=lambda rule: rule.order))


@cache
def contradictions() -> frozenset[str]:
    """The codes of rules that stop a document in every status."""
    return frozenset(rule.code for rule in rules() if rule.contradiction)


def _read(name: str) -> Rule:
    module = import_module(f"{__name__}.{name}")
    contradiction = getattr(module, "CONTRADICTION", False)
    return Rule(module.CODE, module.SECTION, module.DOCUMENTS, contradiction, module.check)
