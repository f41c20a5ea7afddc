"""What each document consists of: one file a kind. What kinds there are is said in ``deliverables``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from conceptgen.composition.documents.variant import Variant
from conceptgen.deliverables.kinds import KINDS


class _Variants(Mapping[tuple[str, str], Variant]):
    """The file of a kind, and the sections it names, are loaded when one of its variants is asked for."""

    def __getitem__(self, wanted: tuple[str, str]) -> Variant:
        kind, variant = wanted
        if kind not in KINDS:
            raise KeyError(wanted)
        found: dict[str, Variant] = import_module(f"{__name__}.{kind.replace('-', '_')}").VARIANTS
        return found[variant]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((kind.name, variant) for kind in KINDS.values() for variant in kind.variant_names)

    def __len__(self) -> int:
        return sum(len(kind.variant_names) for kind in KINDS.values())


VARIANTS = _Variants()
"""Every variant by document and name, in the order of the registry."""
