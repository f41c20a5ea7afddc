"""What each document consists of: one file a kind. What kinds there are is said in ``deliverables``."""

from __future__ import annotations

from importlib import import_module

from conceptgen.composition.documents.variant import Variant
from conceptgen.deliverables.kinds import KINDS


def _variants(kind: str) -> dict[str, Variant]:
    found: dict[str, Variant] = import_module(f"{__name__}.{kind.replace('-', '_')}").VARIANTS
    return found


VARIANTS = {
    (kind.name, variant): _variants(kind.name)[variant]
    for kind in KINDS.values()
    for variant in kind.variant_names
}
"""Every variant by document and name, in the order of the registry."""
