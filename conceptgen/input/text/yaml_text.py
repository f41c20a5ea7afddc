"""YAML → tree, mending what is mendable so that one run shows every mistake and not only the first."""

from __future__ import annotations

from conceptgen.findings import Edit
from conceptgen.input.findings_report import Report
from conceptgen.input.text.nodes import Node
from conceptgen.input.text.odd_spaces import straighten
from conceptgen.input.text.source import Source
from conceptgen.input.text.yaml_errors import SyntaxProblem
from conceptgen.input.text.yaml_tree import Attempt

_EFFORT = 3_000_000
"""Characters parsed again in search of further mistakes; beyond it the first mistake is shown alone."""

_SURE = ("", "colon", "in_brackets", "sign", "template", "percent", "glued_key", "hyphen", "dash", "comma")
"""Mistakes whose mending leaves nothing to guess; where a quote or a bracket was to be closed only its author knows."""


def read_yaml(source: Source, report: Report) -> Node | None:
    """The tree (with mistakes mended where their meaning is clear), or None."""
    source = straighten(source, report)
    attempt = Attempt(source, report.blank())
    effort = _EFFORT
    while (mishap := attempt.mishap) is not None:
        effort -= len(source.text) * max(1, len(mishap.mends))
        better = _mended(source, mishap, report) if effort > 0 else None
        _tell(mishap, better, source, report)
        if better is None:
            break
        source, _, attempt = better
        straight = straighten(source, report)
        if straight is not source:
            source, attempt = straight, Attempt(straight, report.blank())
    report.take(attempt.report)
    return attempt.tree


def _mended(source: Source, mishap: SyntaxProblem, report: Report) -> tuple[Source, str, Attempt] | None:
    for mend in mishap.mends:
        trial = source.with_line(mishap.at[0] - 1, mend.line)
        attempt = Attempt(trial, report.blank())
        if attempt.mishap is None or attempt.mishap.at[0] > mishap.at[0]:
            return trial, mend.shown, attempt
    return None


def _tell(
    mishap: SyntaxProblem, better: tuple[Source, str, Attempt] | None, source: Source, report: Report
) -> None:
    shown = source.restore(better[1]) if better else ""
    edit = _edit(mishap.at[0], source, better[0]) if better and mishap.variant in _SURE else None
    report.add(mishap.code, mishap.at, mishap.variant, fixed=shown, edit=edit, detail=mishap.detail)


def _edit(number: int, source: Source, mended: Source) -> Edit:
    before, after = (source.restore(each.line(number - 1)) for each in (source, mended))
    return Edit(number, 1, before, after)
