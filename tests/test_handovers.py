"""The table of hand-overs has the rules that somebody wrote, each once; where one is missing the review says so."""

from __future__ import annotations

from typing import Any

from cases import patched

from conceptgen.composition import compose
from conceptgen.document.walk import plain_text
from conceptgen.input import load_bytes
from conceptgen.rulebook import review

POINTS = {
    "chains[evening].stages[booking].zones[line].elements[talk].touchpoints[t_call].served_by": ["director"],
    "chains[evening].stages[visit].zones[door].elements[greeter].touchpoints[t_greet].served_by": ["admin"],
}
WITHOUT_UNITS = POINTS | {
    "organization.roles[admin].department": None,
    "organization.roles[director].department": None,
}
RULE = {"chains[evening].handovers": [{"from": "director", "to": "admin", "rule": "стол назван вслух"}]}


def told(patch: dict[str, Any]) -> tuple[str, list[str]]:
    """The text of the whole chain, and the codes the review tells."""
    loaded = load_bytes(patched(patch), "a.yaml")
    assert loaded.project is not None
    text = "\n".join(plain_text(compose(loaded.project, "chain", "full", chain="evening")))
    return text.replace("\u00a0", " "), [each.code for each in review(loaded)]


def test_a_rule_of_the_whole_way_is_told_once() -> None:
    text, codes = told(POINTS | RULE)
    assert text.count("стол назван вслух") == 1
    assert "W-CHN-03" not in codes


def test_who_meets_the_client_next_is_no_hand_over() -> None:
    """Neighbours in the order of touchpoints hand nobody over by that alone: the review asks."""
    text, codes = told(WITHOUT_UNITS)
    assert "Передачи клиента" not in text
    assert "W-CHN-03" in codes
    _, codes = told(WITHOUT_UNITS | RULE)
    assert "W-CHN-03" not in codes
