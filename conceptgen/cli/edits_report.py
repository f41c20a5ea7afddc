"""The edits of a Word file, told on the screen and for programs: by what becomes of them, each at its place."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.changes import Teller
from conceptgen.cli.words import text
from conceptgen.exchange.edits import Edit, Edits
from conceptgen.input import Loaded
from conceptgen.input.text.nodes import locate

OUTCOMES = ("applied", "already", "conflict", "unplaced", "comment")
_SHOWN = 140
_SOURCES = 5


def lines(found: Edits, loaded: Loaded, name: str, *, is_applied: bool) -> Iterator[str]:
    """A part for each outcome, a summary, and what of the file's marks is lost."""
    assert loaded.project is not None
    language = loaded.language
    teller = Teller(loaded.project)
    if not found.found:
        yield text("edits.nothing", language, name=name)
    for outcome in OUTCOMES:
        edits = [each for each in found.found if each.outcome == outcome]
        if edits:
            key = "certain" if outcome == "applied" and not is_applied else outcome
            yield text(f"edits.head.{key}", language, count=len(edits))
            for each in edits:
                yield from _edit(each, loaded, teller)
    if found.kept < found.marks:
        yield text("edits.marks_lost", language, kept=found.kept, all=found.marks)
    if found.format == 1:
        yield text("edits.old_map", language)


def _edit(each: Edit, loaded: Loaded, teller: Teller) -> Iterator[str]:
    language = loaded.language
    if each.outcome == "applied" and each.change:
        yield f"  {_SIGNS[each.change.kind]} {teller.sentence(each.change)}"
    else:
        yield f"  · {_said(each, language)}"
        if each.reason:
            yield f"      {text(f'edits.reason.{each.reason}', language)}"
    if each.kind in ("words", "unclear") and each.sources:
        yield f"      {text('edits.near', language, names=', '.join(each.sources[:_SOURCES]))}"
    place = "; ".join(filter(None, (_place(each, loaded), _section(each, language), _who(each))))
    if place:
        yield f"      {place}"


_SIGNS = {"set": "~", "add": "+", "remove": "−", "move": "↕"}


def _said(each: Edit, language: str) -> str:
    old, new, ours = (_short(value) for value in (each.old, each.new, each.ours))
    if each.outcome == "conflict" and ours:
        return text("edits.said.conflict", language, new=new, ours=ours)
    if each.kind == "comment":
        return text("edits.said.comment", language, text=new, quote=old) if old else new
    key = "both" if old and new else "old" if old else "new" if new else "gone"
    return text(f"edits.said.{key}", language, old=old, new=new)


def _short(value: str) -> str:
    value = " ".join(value.split())
    return value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1].rstrip()}…"


def _place(each: Edit, loaded: Loaded) -> str:
    """Where in the input it stands: file, line, address."""
    address = each.via or each.address
    if not address:
        return ""
    if not each.path or loaded.tree is None:
        return address
    line, column = locate(loaded.tree, each.path)
    return f"{loaded.name}:{line}:{column} ({address})"


def _section(each: Edit, language: str) -> str:
    return text("edits.section", language, name=_short(each.section)) if each.section else ""


def _who(each: Edit) -> str:
    day = each.date[:10]
    return ", ".join(filter(None, (each.author, day))) if each.author or day else ""


def record(found: Edits, loaded: Loaded, *, is_applied: bool) -> dict[str, object]:
    """All of it as plain data."""
    assert loaded.project is not None
    teller = Teller(loaded.project)
    edits = []
    for each in found.found:
        facts = each.record()
        if each.path and loaded.tree is not None:
            facts["line"], facts["column"] = locate(loaded.tree, each.path)
        if each.reason:
            facts["why"] = text(f"edits.reason.{each.reason}", loaded.language)
        if each.change:
            facts["sentence"] = teller.sentence(each.change)
        edits.append(facts)
    counts = {outcome: sum(each.outcome == outcome for each in found.found) for outcome in OUTCOMES}
    marks = {"format": found.format, "kept": found.kept, "of": found.marks}
    return {"file": loaded.name, "written": is_applied, "counts": counts, "map": marks, "edits": edits}
