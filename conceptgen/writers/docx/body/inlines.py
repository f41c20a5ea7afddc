"""Lines → runs."""

from __future__ import annotations

from itertools import groupby

from conceptgen.document.inline import Break, Footnote, Inline, Inlines, Ref, Text, plain
from conceptgen.origin import Origin
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.styles import roles

COMMA = xml.run(",", "FootnoteReference")


def runs(content: Inlines, build: Build, base: str = "") -> str:
    """The runs of a line, each value and each gap in its bookmark; plain text takes the character style ``base``."""
    if len(content) == 1:  # as in most cells
        written, whose_only = _run(content[0], build, base), _origin(content[0])
        return build.printed(whose_only, plain(content), written) if whose_only else written
    whose = iter(_origins(content))
    result = []
    for origin, group in groupby(content, key=lambda _: next(whose)):
        said = tuple(group)
        written = _runs(_joined(said), build, base)
        result.append(build.printed(origin, plain(said), written) if origin else written)
    return "".join(result)


def _origins(content: Inlines) -> list[Origin | None]:
    """Whose value each inline prints, or waits for; a line break inside a value is its own."""
    found = [_origin(inline) for inline in content]
    for index in range(1, len(content) - 1):
        if isinstance(content[index], Break) and found[index - 1] == found[index + 1]:
            found[index] = found[index - 1]
    return found


def _origin(inline: Inline) -> Origin | None:
    return (inline.origin or inline.lacks) if isinstance(inline, Text) and inline.text else None


def _runs(content: Inlines, build: Build, base: str) -> str:
    return "".join(
        [
            (COMMA if _both_footnotes(content, index) else "") + _run(inline, build, base)
            for index, inline in enumerate(content)
        ]
    )


def _joined(content: Inlines) -> Inlines:
    """The line with neighbouring texts of one look as one: LibreOffice may break a line between two runs."""
    result: list[Inline] = []
    for inline in content:
        last = result[-1] if result else None
        if isinstance(inline, Text) and isinstance(last, Text) and inline.style == last.style:
            result[-1] = Text(last.text + inline.text, last.style)
        else:
            result.append(inline)
    return tuple(result)


def _both_footnotes(content: Inlines, index: int) -> bool:
    """True if a mark follows a mark: without a comma 1 and 2 would read as 12."""
    return index > 0 and isinstance(content[index], Footnote) and isinstance(content[index - 1], Footnote)


def _run(inline: Inline, build: Build, base: str) -> str:
    match inline:
        case Text():
            direct = roles.DIRECT.get(inline.style, "")
            return xml.run(inline.text, roles.CHARACTER[inline.style] or base, direct)
        case Break():
            return xml.BREAK
        case Ref():
            return _reference(inline, build, base)
        case Footnote():
            return build.footnote(_footnote(inline.content, build))


def _reference(ref: Ref, build: Build, base: str) -> str:
    if not ref.number or ref.target not in build.anchors:
        return xml.run(ref.number, base)
    number = r" \r" if ref.target in build.automatic else ""
    instruction = rf"REF {build.reference_mark(ref.target)}{number} \h"
    return xml.field(instruction, xml.run(ref.number, base))


def _footnote(content: Inlines, build: Build) -> str:
    # A footnote inside a footnote has no place to stand in Word.
    said = tuple(inline for inline in content if not isinstance(inline, Footnote))
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return xml.paragraph("FootnoteText", mark + xml.run(" ") + runs(said, build))
