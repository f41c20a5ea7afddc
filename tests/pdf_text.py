"""What a PDF says to its reader, and which lines of its document it does not say."""

from __future__ import annotations

import io
from itertools import pairwise

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
    lost = [line for line in lost if not _is_torn(line, [_bare(page) for page in pages])]
    return lost or (broken if len(broken) > len(pages) else [])


def _is_torn(line: str, pages: list[str]) -> bool:
    """Whether the head of a line stands on a page and all the rest of it on the next: a high row may be divided."""
    cuts = range(1, len(line))
    return any(line[:cut] in page and line[cut:] in after for page, after in pairwise(pages) for cut in cuts)


def _body(page: str, document: Document | None) -> str:
    furniture = (document.running, document.draft) if document else ()
    lines = [line for line in page.splitlines() if line.strip() not in furniture]
    return "\n".join(lines[:-1] if lines and lines[-1].strip().isdigit() else lines)


def _bare(text: str) -> str:
    return "".join(text.replace("\u00ad", "").replace("-", "").replace("‐", "").split())
