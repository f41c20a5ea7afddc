"""The story of a code, the same in the terminal and on its page: what it asks, why, bad, good, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from conceptgen.languages import vocabulary
from conceptgen.rulebook.catalogue import Entry


def as_text(entry: Entry, language: str) -> str:
    """For a terminal."""
    told = [f"{entry.code}. {entry.title}"]
    for head, body, is_example in _chapters(entry, language):
        told.append(f"{head}\n{indent(body, '  ') if is_example or body.startswith('- ') else body}")
    return "\n\n".join(told)


def as_page(entry: Entry, language: str) -> str:
    """For ``docs/rules``."""
    told = [f"# {entry.code}. {entry.title}"]
    for head, body, is_example in _chapters(entry, language):
        told.append(f"## {head}\n\n```yaml\n{body}\n```" if is_example else f"## {head}\n\n{body}")
    return "\n\n".join(told) + "\n"


def _chapters(entry: Entry, language: str) -> Iterator[tuple[str, str, bool]]:
    """Heading, text, and whether the text is an example; a code of reading has only what it says."""
    heads = vocabulary(language)["review"]["story"]
    if entry.rule is None:
        yield heads["says"], _listed(entry.messages), False
    else:
        yield heads["what"], entry.summary, False
        yield heads["gate"], heads[_gate(entry)], False
        yield heads["why"], entry.why, False
        yield heads["bad"], entry.bad, True
        yield heads["good"], entry.good, True
    if any(entry.hints):
        yield heads["mend"], _listed(entry.hints), False


def _gate(entry: Entry) -> str:
    if entry.rule and entry.rule.contradiction:
        return "contradiction"
    return {"E": "error", "W": "warning", "A": "advice"}[entry.code[0]]


def _listed(sentences: tuple[str, ...]) -> str:
    """One sentence as it is, several as a list without repetitions."""
    told = [f"{sentence.rstrip('.')}." for sentence in dict.fromkeys(sentences) if sentence]
    return told[0] if len(told) == 1 else "\n".join(f"- {sentence}" for sentence in told)
