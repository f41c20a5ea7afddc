"""2. Remarks by section: how grave, where, what, what to do; many of one kind in one row; the accepted ones apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from conceptgen.composition.builders import Piece, cell, columns, group, h1, h2, row
from conceptgen.composition.lines import join, quiet, strong
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Paragraph, Row, Tone
from conceptgen.document.inline import Inlines, line
from conceptgen.findings import Finding
from conceptgen.languages import say
from conceptgen.languages.words import NBSP
from conceptgen.readiness.builders import explained
from conceptgen.readiness.judgement import Judgement, Remark
from conceptgen.rulebook.folding import MANY, Alike, together

_GRAVITY = ("error", "warning", "advice", "note")


def blocks(scope: Scope, judgement: Judgement) -> Iterator[Piece]:
    """Section 2; nothing where there is nothing to remark, as the verdict has said."""
    if not judgement.remarks:
        return
    yield h1(scope, "readiness.remarks.title")
    if not judgement.open:
        yield Paragraph(line(scope.say("readiness.remarks.none")))
    heads = columns(
        scope, ("severity", 1.5), ("where", 1.9), ("what", 3.2), ("to_do", 2.9), of="readiness.columns"
    )
    yield from explained(scope, "readiness.remarks", heads, list(_rows(scope, judgement.open)))
    if judgement.accepted:
        yield h2(scope, "readiness.accepted.title")
        heads = columns(scope, ("where", 2.0), ("what", 3.6), ("reason", 2.6), of="readiness.columns")
        rows = [_accepted(scope, each) for each in judgement.accepted]
        yield from explained(scope, "readiness.accepted", heads, rows)


def section_name(scope: Scope, section: str) -> str:
    """What a section of the document is called; the file itself for none."""
    return say(scope.words.language, f"review.sections.{section}") if section else scope.say("readiness.file")


def _rows(scope: Scope, remarks: tuple[Remark, ...]) -> Iterator[Row]:
    for section, found in groupby(remarks, lambda each: each.section):
        yield group(line(section_name(scope, section)), 4)
        ranked = sorted(found, key=lambda each: (_GRAVITY.index(each.severity), each.finding.code))
        for _, kind in groupby(ranked, lambda each: (each.severity, each.finding.code)):
            alike = list(kind)
            if len(alike) > MANY:
                yield _together(scope, alike)
            else:
                yield from (_row(scope, each) for each in alike)


def _row(scope: Scope, remark: Remark) -> Row:
    found = remark.finding
    return _told(scope, remark, _place(scope, remark), [line(found.message)], [line(found.hint)])


def _together(scope: Scope, alike: list[Remark]) -> Row:
    """Many of a kind: how many, then what is wrong, with everyone it is wrong with and where."""
    count = line(scope.say("readiness.remarks.places", count=len(alike)))
    many = together(each.finding for each in alike)
    told = [_alike(scope, each) for each in many.alike]
    hints = dict.fromkeys(each.hint for each in many.alike)
    return _told(
        scope, alike[0], [count], [line(alike[0].title, ":"), *told], [line(hint) for hint in hints if hint]
    )


def _alike(scope: Scope, alike: Alike) -> Inlines:
    if len(alike.findings) == 1:
        return line(alike.words, *_line(scope, alike.findings[0]))
    named = [line(each.subject, *_line(scope, each)) for each in alike.findings]
    return line(alike.words, ": ", *join(named, "; "))


def _line(scope: Scope, finding: Finding) -> Inlines:
    """« (строка 12)»."""
    return line(quiet(f" ({_number(scope, finding)})")) if finding.line else ()


def _number(scope: Scope, finding: Finding) -> str:
    return finding.cell or f"{scope.say('readiness.line')}{NBSP}{finding.line}"


def _told(
    scope: Scope, remark: Remark, where: Iterable[Inlines], what: Iterable[Inlines], to_do: Iterable[Inlines]
) -> Row:
    stops = remark.at_approval == "error"
    tone: Tone = "low" if stops else "none"
    severity = line(scope.say(f"readiness.severity.{remark.severity}"))
    code = quiet(remark.finding.code)
    return row(
        cell(
            strong(severity),
            code,
            quiet(scope.say("readiness.stops")) if stops else (),
            tone=tone,
        ),
        cell(*where),
        cell(*what),
        cell(*to_do),
    )


def _place(scope: Scope, remark: Remark) -> Iterator[Inlines]:
    found = remark.finding
    yield line(found.subject)
    if found.line:
        yield quiet(_number(scope, found))


def _accepted(scope: Scope, remark: Remark) -> Row:
    reason = remark.finding.hint
    told = line(reason) if reason else quiet(scope.say("readiness.accepted.no_reason"))
    return row(
        cell(*_place(scope, remark)),
        cell(line(remark.finding.message), quiet(remark.finding.code)),
        cell(told),
    )
