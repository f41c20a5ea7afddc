"""Findings as lines to read: by section of the document, many of one kind in one line, a verdict at the end."""

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
from conceptgen.rulebook.catalogue import catalogue
from conceptgen.rulebook.sections import ORDER, section_of
from conceptgen.visible import visible

MANY, NAMED = 3, 5
"""More than so many findings of one code stand in one line, which names so many."""
_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "advice": "36", "note": "2"}


def report(judged: CheckedFile) -> Iterator[str]:
    """All there is to say about a file; of one that cannot be read only what stands in the way."""
    if judged.loaded.project is None:
        yield from format_list(judged.findings, judged.loaded.language)
    else:
        yield from _by_section(judged.open, judged.loaded.language)
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
    in_the_way = sum(each.code[0] == "E" for each in judged.open)
    if judged.loaded.project is not None and in_the_way:
        line += " " + text("verdict.not_ready", spoken, count=in_the_way)
    return line


def _by_section(findings: Iterable[Finding], spoken: str) -> Iterator[str]:
    ranked = sorted(findings, key=lambda finding: ORDER.index(section_of(finding)))
    for name, found in groupby(ranked, section_of):
        if name:
            yield say(spoken, f"review.sections.{name}")
        yield from _grouped(list(found), spoken, "  " if name else "")


def _grouped(findings: list[Finding], spoken: str, indent: str) -> Iterator[str]:
    """In the order of the file; many of one code where the first of them stands."""
    counts = Counter(finding.code for finding in findings)
    told: set[str] = set()
    for finding in findings:
        if counts[finding.code] <= MANY:
            yield _coloured(finding, f"{indent}{finding}")
        elif finding.code not in told:
            told.add(finding.code)
            many = _many([f for f in findings if f.code == finding.code], spoken)
            yield _coloured(finding, f"{indent}{many}")


def _many(findings: list[Finding], spoken: str) -> str:
    first, rest = findings[0], len(findings) - NAMED
    named = ", ".join(each.subject or text("line", spoken, number=each.line) for each in findings[:NAMED])
    if rest > 0:
        named += f", {text('more', spoken, count=rest)}"
    title = catalogue(spoken)[first.code].title
    hint = f" → {first.hint}" if first.hint and len({each.hint for each in findings}) == 1 else ""
    counted = text("many", spoken, title=title, count=len(findings), named=named)
    return f"{first.file}:{first.line}:{first.column}: {first.code}: {counted}{hint}"


def _accepted(judged: CheckedFile) -> Iterator[str]:
    spoken = judged.loaded.language
    accepted = [finding for finding in judged.findings if finding.suppressed]
    if accepted:
        yield text("accepted", spoken, count=len(accepted))
    for each in accepted:
        reason = each.hint or text("no_reason", spoken)
        yield f"  {each.file}:{each.line}:{each.column}: {each.code}: {each.message} — {reason}"


def _coloured(finding: Finding, line: str) -> str:
    """The line with its code in the colour of its severity, where the reader is a terminal."""
    if not streams.is_colourful():
        return line
    shown = f"\033[{_COLOURS[finding.severity]}m{finding.code}\033[0m"
    return streams.Painted(visible(line).replace(finding.code, shown, 1))
