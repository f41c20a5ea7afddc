"""The composed document as a printer sets it: typography over every line and chart, addresses kept."""

from __future__ import annotations

import re
from dataclasses import replace

from conceptgen.document.blocks import Block, Chart, Cover, Document, Part, Photos, Row, Table
from conceptgen.document.inline import Break, Footnote, Inline, Inlines, Ref, Text
from conceptgen.document.reshape import each_line, each_word
from conceptgen.typography import NBSP, OBJECT, typeset


def typeset_document(document: Document) -> Document:
    """Every text a reader sees, set by the rules of the document's language."""
    language = document.language

    def name(text: str) -> str:
        return _one(_LINE_ENDS.sub(" ", text), language).replace(NBSP, " ")

    def part(each: Part) -> Part:
        return replace(each, blocks=tuple(_block(block, language) for block in each.blocks))

    return replace(
        document,
        title=name(document.title),
        running=name(document.running),
        organization=name(document.organization),
        author=name(document.author),
        keywords=tuple(map(name, document.keywords)),
        parts=tuple(map(part, document.parts)),
    )


def typeset_line(content: Inlines, language: str) -> Inlines:
    """One line, its runs set together; each run keeps its address. Lines an author typed stay lines."""
    content = _broken(content)
    if len(content) == 1 and isinstance(only := content[0], Text):
        (text,) = typeset((only.text,), language)
        return content if text == only.text else (replace(only, text=text),)
    said = tuple([_said(inline) for inline in content])
    done = typeset(said, language)
    return tuple([_with(inline, text, language) for inline, text in zip(content, done, strict=True)])


_LINE_ENDS = re.compile("(?<![ \\t])[ \\t]*(?:\\r\\n|[\\n\\r\\v\\f\\x85\\u2028\\u2029])\\s*")


def _broken(content: Inlines) -> Inlines:
    """The line with a break for every end of a line inside its texts."""
    if not any(isinstance(each, Text) and _LINE_ENDS.search(each.text) for each in content):
        return content
    done: list[Inline] = []
    for inline in content:
        if not isinstance(inline, Text):
            done.append(inline)
            continue
        for index, piece in enumerate(_LINE_ENDS.split(inline.text)):
            done += [Break()] * bool(index) + [replace(inline, text=piece)] * bool(piece)
    return tuple(done)


def _with(inline: Inline, text: str, language: str) -> Inline:
    if isinstance(inline, Text):
        return inline if text == inline.text else replace(inline, text=text)
    return Footnote(typeset_line(inline.content, language)) if isinstance(inline, Footnote) else inline


def _said(inline: Inline) -> str:
    if isinstance(inline, Text):
        return inline.text
    return OBJECT if isinstance(inline, Ref) else "\n" if isinstance(inline, Break) else ""


def _block(block: Block, language: str) -> Block:
    done = each_line(block, lambda content: typeset_line(content, language))
    if isinstance(done, Table):
        rows = tuple(_row(row, language) if row.strip else row for row in done.rows)
        return replace(done, alt=_label(done.alt, language), rows=rows)
    if isinstance(done, Chart):
        drawn = each_word(done.data, lambda text: _label(text, language))
        return replace(done, data=drawn, alt=_label(done.alt, language))
    if isinstance(done, Cover) and done.picture:
        return replace(done, picture=replace(done.picture, alt=_label(done.picture.alt, language)))
    if isinstance(done, Photos):
        return replace(done, items=tuple(replace(e, alt=_label(e.alt, language)) for e in done.items))
    return done


def _row(row: Row, language: str) -> Row:
    """A row with a drawing, its words set too."""
    cells = (replace(c, strip=each_word(c.strip, lambda text: _label(text, language))) for c in row.cells)
    return replace(row, cells=tuple(cells))


def _label(text: str, language: str) -> str:
    """Words of a drawing: they are set in lines of its own making, whatever lines and tabs the author typed."""
    return _one(_LINE_ENDS.sub(" ", text).replace("\t", " "), language)


def _one(text: str, language: str) -> str:
    return typeset((text,), language)[0]
