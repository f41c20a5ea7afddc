"""The form to check a chain by: for a mystery shopper, or for oneself."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Variant, front
from conceptgen.composition.sections.chain import check_sheet

FULL = Variant(runs=((front(check_sheet.blocks, key="check_sheet"),),), is_form=True)
"""Every standard of the chain with room for yes or no, the time, and what was seen; the same in each round.

Leaves out: touchpoints that are to go or do not apply; of the others all but their standards.
"""

VARIANTS = {"full": FULL}
