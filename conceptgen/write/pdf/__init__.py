"""The PDF writer: the HTML page on sheets of paper. The engine and its system libraries load only here."""

from __future__ import annotations

from conceptgen.document.blocks import Document
from conceptgen.document.look import HOUSE, Look
from conceptgen.errors import EnvironmentFault
from conceptgen.languages import say
from conceptgen.write.html.attire import attire
from conceptgen.write.html.page import markup
from conceptgen.write.html.views import titles


def write(document: Document, look: Look = HOUSE) -> bytes:
    """The document as a tagged PDF, the same bytes for the same document and look.

    Raises EnvironmentFault when the machine has no Pango.
    """
    try:
        from conceptgen.write.pdf import engine
    except OSError as fault:
        raise EnvironmentFault(say(document.language, "writing.pango")) from fault
    dressed = attire(look)
    pictures = (dressed.logo_address,) if dressed and dressed.logo else ()
    source = look.source
    attached = (
        (engine.attachment(source, say(document.language, "writing.source"), document.date),)
        if source
        else ()
    )
    page = markup(document, look, paged=True)
    return engine.render(engine.Request(page, document.language, titles(document), attached, pictures))
