"""A change of an input as a value: found by comparing, merged with others, written into the text at its own place.

``compare`` lists what makes one input into another; ``merge`` puts what two people did to one input together;
``apply`` writes changes into YAML or JSON, and whatever is not changed keeps its bytes. A ``Change`` is the currency
of this room, as a ``Finding`` is that of loading and review.
"""

from __future__ import annotations

from conceptgen.changes.apply import CannotApply, apply
from conceptgen.changes.change import Change
from conceptgen.changes.compare import compare
from conceptgen.changes.merge import Conflict, Merge, merge
from conceptgen.changes.sentences import Teller

__all__ = ["CannotApply", "Change", "Conflict", "Merge", "Teller", "apply", "compare", "merge"]
