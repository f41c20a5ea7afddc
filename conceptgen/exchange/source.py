"""The input that an edition carries inside: in a Word file a part of its own, in a PDF an attachment."""

from __future__ import annotations

import io
from typing import Any

from conceptgen.document.look import Attachment
from conceptgen.errors import RequestError
from conceptgen.exchange.word.package import unpacked
from conceptgen.input.limits import BYTES
from conceptgen.languages import say
from conceptgen.writers.docx.source import source_of

_ENDINGS = (".yaml", ".yml", ".json", ".xlsx")


def source_inside(data: bytes, name: str, language: str) -> Attachment | None:
    """The input inside a Word file or a PDF, None where there is none. ``language`` is that of messages.

    Raises RequestError, in one sentence, for a file that is damaged or does harm.
    """
    if not name.lower().endswith(".pdf"):
        return source_of(unpacked(data, name, language).values(), BYTES)
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found = (each for each in pdf.attachments if each.lower().endswith(_ENDINGS))
            return next((_attached(pdf.attachments[each], each) for each in found), None)
    except (pikepdf.PdfError, KeyError, ValueError) as fault:
        raise RequestError(say(language, "comparing.damaged", name=name)) from fault


def _attached(file: Any, name: str) -> Attachment:
    return Attachment(name, file.get_file().read_bytes())
