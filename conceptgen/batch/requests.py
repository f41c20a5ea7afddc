"""What is to be made of an input: its ``deliverables``, or what it has content for."""

from __future__ import annotations

from dataclasses import replace

from conceptgen.document.look import Look
from conceptgen.model.project import Project
from conceptgen.model.reference_data import Deliverable
from conceptgen.pipeline import RenderRequest


def requests_for(project: Project, look: Look, map_size: str) -> tuple[RenderRequest, ...]:
    """One order a deliverable; a single one for everything where there are none."""
    usual = RenderRequest(look=look, editions=True, map_size=map_size)
    return tuple(_request(each, usual) for each in project.deliverables) or (usual,)


def _request(deliverable: Deliverable, usual: RenderRequest) -> RenderRequest:
    return replace(
        usual,
        documents=(deliverable.document,),
        variants=deliverable.variant,
        formats=deliverable.format or usual.formats,
        language=deliverable.language or "",
        chains=(deliverable.chain,) if deliverable.chain else (),
        status=deliverable.status or "",
        file_name=deliverable.file_name or "",
        audience=deliverable.audience or "",
    )
