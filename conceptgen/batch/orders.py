"""What is to be made of an input: its ``deliverables``, or what it has content for."""

from __future__ import annotations

from dataclasses import replace

from conceptgen.document.look import Look
from conceptgen.model.project import Project
from conceptgen.model.register import Deliverable
from conceptgen.pipeline import Wishes


def orders(project: Project, look: Look) -> tuple[Wishes, ...]:
    """One order a deliverable; a single one for everything where there are none."""
    usual = Wishes(look=look, editions=True)
    return tuple(_order(each, usual) for each in project.deliverables) or (usual,)


def _order(deliverable: Deliverable, usual: Wishes) -> Wishes:
    return replace(
        usual,
        documents=(deliverable.document,),
        variants=deliverable.variant,
        formats=deliverable.format or usual.formats,
        language=deliverable.language or "",
        chains=(deliverable.chain,) if deliverable.chain else (),
        status=deliverable.status or "",
        file_name=deliverable.file_name or "",
    )
