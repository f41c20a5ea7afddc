"""The list of contents: a field filled in beforehand, its lines leading to the headings."""

from __future__ import annotations

from conceptgen.document.blocks import Contents, Heading
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks
from conceptgen.write.docx import xml
from conceptgen.write.docx.build import Build
from conceptgen.write.docx.headings import CONTENTS_LEVELS, contents_line

_GALLERY = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
    "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
)


def contents(block: Contents, build: Build) -> str:
    """The title and one line a heading; Word adds page numbers when the reader updates the list."""
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
    following = iter(blocks(build.document))
    for other in following:
        if other is block:
            break
    heads = [b for b in following if isinstance(b, Heading) and b.level in CONTENTS_LEVELS and b.anchor]
    return [_entry(head, build) for head in heads]


def _entry(head: Heading, build: Build) -> tuple[str, str]:
    text = xml.run(contents_line(head, build.document.labels.annex))
    automatic = head.role == "section" and bool(head.number)
    if automatic:
        text = xml.run(head.number) + xml.TAB + text
    style = f"TOC{head.level}" if automatic or head.level > 1 else "TOCFront"
    return style, f'<w:hyperlink w:anchor="{build.contents_mark(head)}" w:history="1">{text}</w:hyperlink>'
