"""What a PDF says to its reader, and which lines of its document it does not say."""

from __future__ import annotations

import io

from html_text import expected_pieces
from pypdf import PdfReader

from conceptgen.document.blocks import Document


def unsaid(document: Document, data: bytes) -> list[str]:
    """The lines of the tree that are not on the pages; hyphens, spaces and page furniture aside."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    # The first page has no running header, but its title may be worded like one.
    said = _bare("".join(_body(page, document if number else None) for number, page in enumerate(pages)))
    broken = [line for line in map(_bare, expected_pieces(document)) if line not in said]
    # A line that runs over a page is cut by that page's footnotes: its first and last words must still be there.
    lost = [line for line in broken if line[:25] not in said or line[-25:] not in said]
    return lost or (broken if len(broken) > len(pages) else [])


def _body(page: str, document: Document | None) -> str:
    furniture = (document.running, document.draft) if document else ()
    lines = [line for line in page.splitlines() if line.strip() not in furniture]
    return "\n".join(lines[:-1] if lines and lines[-1].strip().isdigit() else lines)


def _bare(text: str) -> str:
    return "".join(text.replace("\u00ad", "").replace("-", "").replace("‐", "").split())
