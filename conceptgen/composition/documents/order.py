"""The order that approves the document and introduces it."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Variant, front
from conceptgen.composition.sections import order

VARIANTS = {"full": Variant(runs=((front(order.blocks, key="order"),),))}
"""The draft of an order: blanks for its day and number, who answers, from when, who is to know; a sheet to sign.

Leaves out everything of the concept but its title; it is an annex of the order.
"""
