"""What is said on the command line of an edition that leaves something out; the document itself says nothing of it."""

from __future__ import annotations

from conceptgen.cli import streams
from conceptgen.cli.words import text
from conceptgen.composition.audience import counted
from conceptgen.errors import RequestError
from conceptgen.model.project import Project


def refuse_what_tells_all(language: str, *, embedded: bool, review_copy: bool) -> None:
    """Raise RequestError for wishes that would put into an edition what it leaves out."""
    if embedded:
        raise RequestError(text("staff_embeds_nothing", language))
    if review_copy:
        raise RequestError(text("staff_has_no_review_copy", language))


def tell_left_out(project: Project, audience: str) -> None:
    """One sentence: how much each rule leaves out."""
    if not audience:
        return
    language = project.document.language
    counts = counted(project, audience)
    told = [text(f"left_out.rules.{rule}", language, count=count) for rule, count in counts.items()]
    key = "told" if told else "nothing"
    streams.write_error(text(f"left_out.{key}", language, what="; ".join(told)))
