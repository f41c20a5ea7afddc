"""The title page: stamps at the top right, the title a third of the way down, author and place at the foot."""

from __future__ import annotations

from conceptgen.document.blocks import Cover
from conceptgen.write.docx import roles, xml
from conceptgen.write.docx.build import Build
from conceptgen.write.docx.inlines import runs

TITLE_STANDS = 3000
"""How far down the title block begins, in twips, unless the stamps above it need more."""
STAMPS = ("access", "approval")
FOOT = ("author", "place")
STAMP_LINE = 300
LEAST_GAP = 800
COMPACT_GAP = 300
"""The air between stamps and title above a text that follows on the same page."""
_AT_THE_FOOT = (
    '<w:framePr w:w="9600" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
    ' w:xAlign="center" w:yAlign="bottom"/>'
)


def cover(block: Cover, build: Build) -> str:
    """The lines of the cover, one paragraph each."""
    stamps = [line for line in block.lines if line.role in STAMPS]
    rest = [line for line in block.lines if line.role not in STAMPS and line.role not in FOOT]
    foot = [line for line in block.lines if line.role in FOOT]
    drop = (
        COMPACT_GAP * bool(stamps)
        if block.compact
        else max(LEAST_GAP, TITLE_STANDS - STAMP_LINE * len(stamps))
    )
    paragraphs = [xml.paragraph(roles.COVER[line.role], runs(line.content, build)) for line in stamps]
    for index, line in enumerate(rest):
        below = f'<w:spacing w:before="{drop}"/>' if index == 0 else ""
        paragraphs.append(xml.paragraph(roles.COVER[line.role], runs(line.content, build), below))
    # Neighbours of one frame stand in it together; it hangs on the paragraph after it, still on this page.
    place = "" if block.compact else _AT_THE_FOOT
    paragraphs += [xml.paragraph(roles.COVER[line.role], runs(line.content, build), place) for line in foot]
    return "".join(paragraphs) + xml.SPACER
