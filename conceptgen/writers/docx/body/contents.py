"""The list of contents: a field filled in beforehand, its lines leading to the headings."""

from __future__ import annotations

from conceptgen.document.blocks import Contents, Heading
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.headings import CONTENTS_LEVELS, contents_line
from conceptgen.writers.docx.build import Build

STAND_IN = "00"
"""Takes the room of a page number while pages are counted."""
_GALLERY = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
    "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
)


def contents(block: Contents, build: Build) -> str:
    """The title and one line a heading; pages that are not counted here, Word adds when the list is updated."""
    title = xml.paragraph("TOCHeading", xml.run(plain(block.title)))
    entries = _entries(block, build)
    build.contents_lines = max(build.contents_lines, len(entries))
    if entries:
        # The field begins inside its first line and ends inside its last: no empty lines around the list.
        entries[0] = (entries[0][0], xml.field_start(r'TOC \o "1-2" \h \z \u') + entries[0][1])
        entries[-1] = (entries[-1][0], entries[-1][1] + xml.FIELD_END)
    lines = "".join(xml.paragraph(style, content) for style, content in entries)
    return f"<w:sdt>{_GALLERY}<w:sdtContent>{title}{lines}</w:sdtContent></w:sdt>"


def _entries(block: Contents, build: Build) -> list[tuple[str, str]]:
    every = list(blocks(build.document))
    place = next(index for index, other in enumerate(every) if other is block)
    heads = [
        b
        for index, b in enumerate(every)
        if isinstance(b, Heading) and b.level in CONTENTS_LEVELS and b.anchor
        # A template may have sections before the contents; what is no section is listed only where it follows.
        if index > place or b.role != "front"
    ]
    return [_entry(head, build) for head in heads]


def _entry(head: Heading, build: Build) -> tuple[str, str]:
    text = xml.run(contents_line(head, build.document.labels.annex))
    automatic = head.role == "section" and bool(head.number)
    if automatic:
        text = xml.run(head.number) + xml.TAB + text
    style = f"TOC{head.level}" if automatic or head.level > 1 else "TOCFront"
    mark = build.contents_mark(head)
    if build.pages is not None:
        number = str(build.pages.get(mark, STAND_IN))
        text += xml.TAB + xml.field(rf"PAGEREF {mark} \h", xml.run(number))
    return style, f'<w:hyperlink w:anchor="{mark}" w:history="1">{text}</w:hyperlink>'


def heading_marks(build: Build) -> list[str]:
    """The bookmarks of all headings fit for the list of contents."""
    heads = [b for b in blocks(build.document) if isinstance(b, Heading) and b.level in CONTENTS_LEVELS]
    return [build.contents_mark(head) for head in heads if head.anchor]
