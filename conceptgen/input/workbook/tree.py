"""Plain data → the tree that loading takes, every value with its place in the workbook."""

from __future__ import annotations

from typing import Any

from conceptgen.input.text.nodes import Mapping, Node, Scalar, Sequence
from conceptgen.input.workbook.build import Spots

_Place = tuple[int, int]
_NOWHERE: _Place = (0, 0)
_Own = dict[tuple[str | int, ...], _Place]


def tree_of(data: dict[str, Any], spots: Spots, blanks: Spots) -> Mapping:
    """The tree of an input; ``blanks`` are the places of what is not there, which messages may ask for."""
    node = _Planter(spots, blanks).node(data, _NOWHERE, {}, ())
    assert isinstance(node, Mapping)
    return node


class _Planter:
    def __init__(self, spots: Spots, blanks: Spots) -> None:
        self._spots, self._blanks = spots, blanks

    def node(self, value: Any, place: _Place, own: _Own, keys: tuple[str | int, ...]) -> Node:
        """A value as a node; ``own`` are the places of the item it is in, ``keys`` the way there."""
        if isinstance(value, dict):
            if id(value) in self._spots:
                own, keys = self._spots[id(value)], ()
                place = own[()]
            mapping = Mapping(*place)
            for key, each in value.items():
                at = _place_of(own, (*keys, key), place)
                mapping.keys_at[key] = at
                mapping[key] = self.node(each, at, own, (*keys, key))
            for way, at in self._blanks.get(id(value), {}).items():
                if way[0] not in mapping:
                    mapping.keys_at.setdefault(str(way[0]), at)
            return mapping
        if isinstance(value, list):
            sequence = Sequence(*place)
            sequence.extend(
                self.node(each, _place_of(own, (*keys, n), place), own, (*keys, n))
                for n, each in enumerate(value)
            )
            return sequence
        return Scalar(value, "quoted", *place)


def _place_of(own: _Own, keys: tuple[str | int, ...], usual: _Place) -> _Place:
    """The place of a value: its own cell, or the first of those that it is spread over."""
    if keys in own:
        return own[keys]
    inside = [place for way, place in own.items() if way and way[: len(keys)] == keys]
    return min(inside, default=usual)
