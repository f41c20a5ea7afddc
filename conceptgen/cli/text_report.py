"""Findings as lines to read: by section of the document, many of one kind under one title, a verdict at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from conceptgen.cli import streams
from conceptgen.cli.check_results import CheckedFile
from conceptgen.cli.listing import format_list
from conceptgen.cli.words import text
from conceptgen.findings import Finding, Severity
from conceptgen.languages import say
from conceptgen.origin import format_path
from conceptgen.rulebook.catalogue import catalogue
from conceptgen.rulebook.folding import Alike, Fold, fold
from conceptgen.rulebook.sections import ORDER, section_of
from conceptgen.visible import visible

_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "advice": "36", "note": "2"}


def report(judged: CheckedFile, *, unfolded: bool = False) -> Iterator[str]:
    """All there is to say about a file; of one that cannot be read only what stands in the way.

    ``unfolded`` gives every finding a line of its own.
    """
    if judged.loaded.project is None:
        yield from format_list(judged.findings, judged.loaded.language)
    else:
        yield from _by_section(judged.open, judged.loaded.language, unfolded)
        yield from _accepted(judged)
    yield verdict(judged)


def verdict(judged: CheckedFile) -> str:
    """One line that says whether the file can be used, and whether it can go to approval."""
    spoken = judged.loaded.language
    counts = Counter(finding.severity for finding in judged.open)
    notes = counts["note"] + counts["advice"]
    key = "bad" if counts["error"] else "remarks" if counts else "good"
    values = {"errors": counts["error"], "warnings": counts["warning"], "notes": notes}
    line = text(f"verdict.{key}", spoken, name=judged.loaded.name, **values)
    if judged.loaded.project is None and judged.loaded.workbook is not None:
        line += " " + text("verdict.later", spoken)
    in_the_way = sum(each.stops_approval for each in judged.open)
    if judged.loaded.project is not None and in_the_way:
        line += " " + text("verdict.not_ready", spoken, count=in_the_way)
    return line


def _by_section(findings: Iterable[Finding], spoken: str, unfolded: bool) -> Iterator[str]:
    ranked = sorted(findings, key=lambda finding: ORDER.index(section_of(finding)))
    for name, found in groupby(ranked, section_of):
        if name:
            yield say(spoken, f"review.sections.{name}")
        indent = "  " if name else ""
        for each in found if unfolded else fold(found):
            if isinstance(each, Fold):
                yield from _many(each, spoken, indent)
            else:
                yield _coloured(each, f"{indent}{each}")


def _many(many: Fold, spoken: str, indent: str) -> Iterator[str]:
    """The title and how many; below it what is wrong, with everyone it is wrong with and where."""
    first = many.first
    title = catalogue(spoken)[first.code].title
    counted = text("many", spoken, title=title, count=len(many.findings))
    hint = f" → {many.hint}" if many.hint else ""
    yield _coloured(first, f"{indent}{first.place}: {first.code}: {counted}{hint}")
    for alike in many.alike:
        own_hint = "" if many.hint or not alike.hint else f" → {alike.hint}"
        yield visible(f"{indent}  {_alike(alike)}{own_hint}")


def _alike(alike: Alike) -> str:
    if len(alike.findings) == 1:
        return f"{_place(alike.findings[0])}: {alike.words}"
    told = "; ".join(f"{each.subject} {_place(each)}".strip() for each in alike.findings)
    return f"{alike.words}: {told}"


def _place(finding: Finding) -> str:
    """``12:7 (concept.indicators[0])``."""
    if finding.cell:
        return finding.cell
    path = f" ({format_path(finding.path)})" if finding.path else ""
    return f"{finding.line}:{finding.column}{path}"


def _accepted(judged: CheckedFile) -> Iterator[str]:
    spoken = judged.loaded.language
    accepted = [finding for finding in judged.findings if finding.suppressed]
    if accepted:
        yield text("accepted", spoken, count=len(accepted))
    for each in accepted:
        reason = each.hint or text("no_reason", spoken)
        yield f"  {each.place}: {each.code}: {each.message} — {reason}"


def _coloured(finding: Finding, line: str) -> str:
    """The line with its code in the colour of its severity, where the reader is a terminal."""
    if not streams.is_colourful():
        return line
    shown = f"\033[{_COLOURS[finding.severity]}m{finding.code}\033[0m"
    return streams.Painted(visible(line).replace(finding.code, shown, 1))
