"""Each document of the new edition in Word with native tracked changes from the old one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from conceptgen.document.blocks import Document
from conceptgen.errors import RequestError
from conceptgen.exchange.redline import redline
from conceptgen.model.project import Project
from conceptgen.pipeline import Output, RenderRequest, outputs
from conceptgen.writers import write


@dataclass(frozen=True, slots=True)
class RedlineOutput(Output):
    """A document with what changed from ``before``, the same document of the old edition."""

    before: Document | None = None

    def data(self) -> bytes:
        """The complete file, signed by the author of the new edition, of its date."""
        assert self.before is not None
        old, new = (write(each, "docx", self.look) for each in (self.before, self.document))
        return redline(old, new, self.document.author, self.document.date)


def redlines(
    old: Project, new: Project, stem: str, request: RenderRequest
) -> Iterator[RedlineOutput | RequestError]:
    """Every wished document of the new edition, compared with that of the old; why there is none to compare with.

    Raises RequestError for a wish that nothing can fulfil.
    """
    for made in outputs(new, stem, replace(request, formats=("docx",))):
        edition = made.document.edition
        same = replace(
            request,
            documents=(edition.document,),
            variants=(edition.variant,),
            chains=(edition.chain,) if edition.chain else (),
            language=made.document.language,
            formats=("docx",),
        )
        try:
            before = next(outputs(old, stem, same)).document
        except RequestError as fault:
            yield fault
            continue
        name = f"{made.name.removesuffix('.docx')}-redline.docx"
        yield RedlineOutput(name, "docx", "", made.document, made.look, before)
