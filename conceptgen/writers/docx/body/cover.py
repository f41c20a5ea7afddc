"""The title page: stamps at the top right, the title a third of the way down, author and place at the foot."""

from __future__ import annotations

from itertools import takewhile

from conceptgen.document.blocks import Cover, CoverLine
from conceptgen.document.inline import Break, plain
from conceptgen.document.photos import cover_room, size
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.drawing import CENTIMETRE, TWIP, band, logo, photo
from conceptgen.writers.docx.body.inlines import runs
from conceptgen.writers.docx.body.title_lines import narrowed
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.styles import roles
from conceptgen.writers.profiles import profile_of

TITLE, COMPACT_TITLE = 30.0, 22.0
"""The type of the title in the template of the house, in points."""
TITLE_STANDS = 3000
"""How far down the title block begins, in twips, unless the stamps above it need more."""
STAMPS = ("access", "approval", "agreement")
FOOT = ("author", "place")
STAMP_LINE = 300
LEAST_GAP = 800
LOGO = (7.0 * CENTIMETRE, 2.0 * CENTIMETRE)
COMPACT_LOGO = (4.2 * CENTIMETRE, 1.0 * CENTIMETRE)
"""The room for a logo on a title page, and above a text on the same page."""
COMPACT_GAP = 300
"""The air between stamps and title above a text that follows on the same page."""
_AT_THE_FOOT = (
    '<w:framePr w:w="9600" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
    ' w:xAlign="center" w:yAlign="bottom"/>'
)


def cover(block: Cover, build: Build) -> str:
    """The lines of the cover, one paragraph each."""
    above = _above(block) if profile_of(build.document) else []
    stamps = [line for line in block.lines if line.role in STAMPS]
    rest = [line for line in block.lines if line.role not in (*STAMPS, *FOOT) and line not in above]
    foot = [line for line in block.lines if line.role in FOOT]
    drop = (
        COMPACT_GAP * bool(stamps)
        if block.compact
        else max(LEAST_GAP, TITLE_STANDS - STAMP_LINE * sum(map(_height, stamps)))
    )
    top = [*above, *stamps]
    paragraphs = [xml.paragraph(roles.COVER[line.role], runs(line.content, build)) for line in top]
    for index, line in enumerate(rest):
        below = f'<w:spacing w:before="{drop}"/>' if index == 0 else ""
        below += _narrowed(line, block, build)
        paragraphs.append(xml.paragraph(roles.COVER[line.role], runs(line.content, build), below))
    paragraphs += _picture(block, build)
    # Neighbours of one frame stand in it together; it hangs on the paragraph after it, still on this page.
    place = "" if block.compact else _AT_THE_FOOT
    paragraphs += [xml.paragraph(roles.COVER[line.role], runs(line.content, build), place) for line in foot]
    edge = _band(build) if not (block.compact or profile_of(build.document)) else ""
    return _logo(block, build) + "".join(paragraphs) + (edge or xml.SPACER)


def _narrowed(line: CoverLine, block: Cover, build: Build) -> str:
    """What keeps years and short names of a title on one line, at the size of the house."""
    text, profile = plain(line.content), profile_of(build.document)
    if line.role != "title" or "\n" in text:
        return ""
    size = profile.title if profile else COMPACT_TITLE if block.compact else TITLE
    less = narrowed(text, size, build.width)
    if not less:
        return ""
    return f'<w:ind w:left="{less // 2}" w:right="{less // 2}"/>' if profile else f'<w:ind w:right="{less}"/>'


def _band(build: Build) -> str:
    """A band in the colour of the document along the edge of the page, as the PDF has it; nothing to be read."""
    return xml.SPACER.replace("</w:pPr>", "</w:pPr>" + band(build))


def _picture(block: Cover, build: Build) -> list[str]:
    """The picture under the title, its caption with it."""
    if block.picture is None:
        return []
    side = '<w:jc w:val="center"/>' if profile_of(build.document) else '<w:jc w:val="left"/>'
    stays = xml.KEEP_NEXT if block.picture.caption else ""
    drawn = photo(block.picture, size(block.picture, cover_room(block)), build)
    return [
        xml.paragraph("Figure", drawn, f'{stays}<w:spacing w:before="480" w:after="80"/>{side}'),
        *(xml.paragraph(roles.PARAGRAPH["note"], runs(said, build), side) for said in block.picture.caption),
    ]


def _logo(block: Cover, build: Build) -> str:
    """The logo in a frame of its own, so that what stands on the page stays where it is."""
    if build.logo is None:
        return ""
    width, height = build.logo.fitted(*(COMPACT_LOGO if block.compact else LOGO))
    # Beside stamps, which stand at the right, the logo keeps to the left.
    stamped = block.lines[0].role in STAMPS
    side = "right" if block.compact and not stamped else "left"
    place = (
        f'<w:framePr w:w="{round(width / TWIP)}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
        f' w:xAlign="{side}" w:yAlign="top"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    )
    return xml.paragraph("", logo(build.logo, width, height, build), place)


def _above(block: Cover) -> list[CoverLine]:
    """The organisation over the stamps of an official title page."""
    return list(takewhile(lambda line: line.role == "organization", block.lines))


def _height(line: CoverLine) -> int:
    """How many lines a stamp takes."""
    return 1 + sum(isinstance(each, Break) for each in line.content)
