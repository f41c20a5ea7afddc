"""Problem zones: the sheets to look for them with, and what was found."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Variant, annex, front
from conceptgen.composition.sections import masthead
from conceptgen.composition.sections.zone_audit import cited, missed, report, sheets

BLANK = Variant(runs=((front(sheets.blocks, key="zone_sheets"),),), is_form=True)
"""For the field: how to go about it, a list of all zones, a page of questions for each. Needs no audit."""

FULL = Variant(
    runs=(
        (
            front(masthead.blocks, key="cover"),
            front(report.summary, key="zones"),
            front(missed.blocks, key="missed"),
            front(report.by_stage, key="zones_by_stage"),
            front(report.each_zone, key="zone_cards"),
            annex(cited.blocks, key="sources"),
        ),
    ),
)
"""From the data: verdicts at a glance, what the zones cost and how that was counted, zones by stage, a card a zone.

Leaves out: everything that has nothing to do with a problem zone; of problems found, all but what was heard and where.
"""

VARIANTS = {"blank": BLANK, "full": FULL}
