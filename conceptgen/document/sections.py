"""The names of sections, the same for ever: templates that their owners have at home call sections by them."""

from __future__ import annotations

from typing import Final

SECTIONS: Final = (
    *("cover", "glance", "rights", "contents", "terms"),
    *("purpose", "current_state", "goals", "programme", "indicators", "governance"),
    *("sources", "method", "measurements", "roles", "agreement", "revisions", "remainder"),
    *("principles", "why", "where_we_are", "where_we_go", "first_steps", "who_answers"),
    *("organization", "general", "map", "key_points", "stages", "zones", "checks", "changes"),
    *("chains", "chain_annexes"),
    *("summary", "diagram", "plan_and_fact", "states", "deviations", "corrections", "decisions", "forecast"),
    "next_round",
    *("profiles", "cards"),
    *("zone_sheets", "missed", "zones_by_stage", "zone_cards", "check_sheet"),
    *("order", "covering", "announcement"),
    *(
        "kit",
        "invitation",
        "script",
        "rules",
        "seating",
        "data_sheet",
        "worksheets",
        "large_map",
        "stickers_and_talks",
        "protocol",
    ),
)
"""The concept's frame, its six sections, its annexes; the theses; the chain; chains inside a concept; what goes into
the field; the report on progress."""
