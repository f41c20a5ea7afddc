"""What an HTML file says to its reader, and what it must say: the two sides of the parity tests."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html as lxml_html

from conceptgen.document.blocks import Block, Chart, Document, Heading, Table
from conceptgen.document.inline import Footnote, Inlines, plain
from conceptgen.document.walk import blocks, footnotes, lines

_LINES = ("h1", "h2", "h3", "h4", "h5", "p", "li", "caption", "th", "td", "figcaption")


def expected_text(document: Document) -> list[str]:
    """The lines a document must say in HTML: numbers of headings and captions included, footnotes last."""
    said = [prefix + plain(content) for prefix, content in spoken(document)]
    return [text for text in said if text] + [plain(content) for content in footnotes(document)]


def expected_pieces(document: Document) -> list[str]:
    """The same lines for a page, where a footnote's number stands inside its line: cut at each footnote."""
    pieces: list[str] = []
    for prefix, content in spoken(document):
        start = 0
        for index, inline in enumerate(content):
            if isinstance(inline, Footnote):
                pieces.append(plain(content[start:index]))
                start = index + 1
        pieces.append((prefix if start == 0 else "") + plain(content[start:]))
    return [piece for piece in pieces if piece]


def spoken(document: Document) -> Iterator[tuple[str, Inlines]]:
    """Every line with what is printed before it."""
    for block in blocks(document):
        for index, content in enumerate(lines(block)):
            yield (_prefix(block, document) if index == 0 else ""), content


def _prefix(block: Block, document: Document) -> str:
    labels = document.labels
    if isinstance(block, Heading) and block.number:
        annex = block.role == "annex" and block.level == 1
        return f"{labels.annex} {block.number}. " if annex else f"{block.number} "
    if isinstance(block, Table | Chart) and block.caption:
        label = labels.table if isinstance(block, Table) else labels.figure
        return f"{label} {block.number}{labels.after_number}"
    return ""


def body_text(data: bytes) -> list[str]:
    """The lines of the main text in reading order, without navigation, drawings and footnote marks."""
    page = lxml_html.document_fromstring(data.decode("utf-8"))
    said = [_words(element) for element in page.body.iter(*_LINES) if _counts(element)]
    return [text for text in said if text]


def _counts(element: lxml_html.HtmlElement) -> bool:
    """Whether an element is a line of the text, and not merely holds lines or belongs to the furniture."""
    if element.get("class") == "draft" or element.get("id") == "notes-title":
        return False
    inside = {ancestor.tag for ancestor in element.iterancestors()}
    if "nav" in inside and element.get("class") != "contents-title":
        return False
    return "svg" not in inside and element.find("p") is None


def _words(element: lxml_html.HtmlElement) -> str:
    text = element.text or ""
    for child in element:
        if child.tag == "br":
            text += "\n"
        elif child.tag != "svg" and child.get("class") not in ("call", "back"):
            text += _words(child)
        text += child.tail or ""
    return text
