"""The kit of a strategic session, whole: an input that tells nothing of a session gets it, too."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Variant, front
from conceptgen.composition.sections import unprinted
from conceptgen.composition.sections.kit import (
    data_sheet,
    field,
    invitation,
    large_map,
    print_list,
    protocol,
    rules,
    script,
    seating,
    worksheets,
)

FULL = Variant(
    runs=(
        (
            front(print_list.blocks, key="kit"),
            front(invitation.blocks),
            front(script.blocks),
            front(rules.blocks),
            front(seating.blocks),
            front(data_sheet.blocks),
            front(worksheets.blocks),
            front(large_map.blocks),
            front(field.blocks, key="stickers_and_talks"),
            front(protocol.blocks),
        ),
    ),
    rest=unprinted.of_session,
    is_form=True,
)
"""Invitation, script, rules, seats, worksheets, the large map, stickers, talks, express diagnosis, protocol.

Leaves out everything of the input but the session, its principles, criteria, problem zones and chains.
"""

VARIANTS = {"full": FULL}
