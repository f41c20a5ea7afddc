"""What must hold in every Word file we write, beyond the schema; also a command: ``python docx_invariants.py FILE…``.

It reads the file as anybody's program would and knows nothing of the writer.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MAP = "{urn:conceptgen:map:2}"
STORIES = ("document", "header", "footer", "footnotes")
REFERENCES = ("REF", "PAGEREF", "NOTEREF")

Parts = dict[str, Any]
"""Path inside the file → its tree; None for what is not XML."""


def faults(data: bytes) -> list[str]:
    """Every broken invariant of a Word file, in words."""
    parts = _read(data)
    checks = (
        fields,
        bookmarks,
        ids,
        footnotes,
        tables,
        descriptions,
        chart_labels,
        headings,
        references,
        relationships,
        styles,
        value_map,
        settings,
    )
    return [f"{check.__name__}: {fault}" for check in checks for fault in check(parts)]


def _read(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name)) if name.endswith((".xml", ".rels")) else None
            for name in archive.namelist()
        }


def _stories(parts: Parts) -> Iterator[tuple[str, Any]]:
    for name, root in parts.items():
        if name.startswith("word/") and name.count("/") == 1 and name[5:].startswith(STORIES):
            yield name, root


def _every(parts: Parts, *tags: str) -> Iterator[Any]:
    for _, root in _stories(parts):
        yield from root.iter(*tags)


def _repeated(values: Iterable[Any]) -> list[Any]:
    return [value for value, count in Counter(values).items() if count > 1]


def _shown(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))


def fields(parts: Parts) -> Iterator[str]:
    """Every field begins, separates and ends in its story, and has a result to show before any update."""
    for name, root in _stories(parts):
        opened: list[list[Any]] = []
        for node in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
            yield from (f"{name}: {fault}" for fault in _step(node, opened))
        yield from (f"{name}: «{field[0].strip()}» has no end" for field in opened)


def _step(node: Any, opened: list[list[Any]]) -> Iterator[str]:
    kind = node.get(f"{W}fldCharType")
    if kind == "begin":
        opened.append(["", None])
    elif not opened:
        if node.tag != f"{W}t":
            yield f"{kind or 'instruction'} outside a field"
    elif kind == "separate":
        opened[-1][1] = ""
    elif kind == "end":
        instruction, result = opened.pop()
        if not (result or "").strip():
            yield f"«{instruction.strip()}» has no result"
        if opened and opened[-1][1] is not None:
            opened[-1][1] += result or ""
    elif node.tag == f"{W}instrText":
        opened[-1][0] += node.text
    elif opened[-1][1] is not None:
        opened[-1][1] += node.text or ""


def bookmarks(parts: Parts) -> Iterator[str]:
    """Names and ids are unique in the whole file, names fit Word, and each bookmark ends where it began."""
    names: list[str] = []
    numbers: list[str] = []
    for name, root in _stories(parts):
        starts = list(root.iter(f"{W}bookmarkStart"))
        ends = [end.get(f"{W}id") for end in root.iter(f"{W}bookmarkEnd")]
        names += [start.get(f"{W}name") for start in starts]
        numbers += [start.get(f"{W}id") for start in starts]
        if sorted(ends) != sorted(start.get(f"{W}id") for start in starts):
            yield f"{name}: beginnings and ends do not match"
    yield from (f"name {name} is there twice" for name in _repeated(map(str.lower, names)))
    yield from (f"id {number} is there twice" for number in _repeated(numbers))
    yield from (
        f"name {name} does not fit"
        for name in names
        if len(name) > 40 or not name.replace("_", "a").isalnum()
    )


def ids(parts: Parts) -> Iterator[str]:
    """Ids of drawings and of content controls are unique."""
    drawings = [node.get("id") for node in _every(parts, f"{WP}docPr")]
    controls = [
        node.get(f"{W}val") for node in _every(parts, f"{W}id") if node.getparent().tag == f"{W}sdtPr"
    ]
    yield from (f"drawing {number} is there twice" for number in _repeated(drawings))
    yield from (f"content control {number} is there twice" for number in _repeated(controls))


def footnotes(parts: Parts) -> Iterator[str]:
    """Footnotes are numbered from one without gaps, each called once, in order."""
    root = parts.get("word/footnotes.xml")
    kept = [] if root is None else [int(note.get(f"{W}id")) for note in root if not note.get(f"{W}type")]
    called = [int(node.get(f"{W}id")) for node in parts["word/document.xml"].iter(f"{W}footnoteReference")]
    if kept != list(range(1, len(kept) + 1)):
        yield f"the ids are {kept}"
    if called != kept:
        yield f"called are {called}, kept are {kept}"


def tables(parts: Parts) -> Iterator[str]:
    """A table has columns and rows, a row fills its table, a cell ends with a paragraph."""
    for table in _every(parts, f"{W}tbl"):
        columns, rows = table.find(f"{W}tblGrid"), table.findall(f"{W}tr")
        if columns is None or len(columns) == 0:
            yield "a table without columns"
        elif any(_width(row) != len(columns) for row in rows):
            yield f"a row does not fill its {len(columns)} columns"
        if not rows:
            yield "a table without rows"
    for cell in _every(parts, f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield f"the cell «{_shown(cell)}» does not end with a paragraph"


def _width(row: Any) -> int:
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
    return sum(1 if span is None else int(span.get(f"{W}val")) for span in spans)


def descriptions(parts: Parts) -> Iterator[str]:
    """Every picture and chart says in words what it shows, or that it is an ornament."""
    for drawing in _every(parts, f"{WP}docPr"):
        if next(drawing.iter("{*}decorative"), None) is None and not (drawing.get("descr") or "").strip():
            yield f"drawing {drawing.get('id')} has no alternative text"


def chart_labels(parts: Parts) -> Iterator[str]:
    """No label of a chart is empty: programs fill such a label with the value of a neighbour."""
    for name, root in parts.items():
        for label in root.iter(f"{CHART}dLbl") if root is not None else ():
            rich = label.find(f"{CHART}tx/{CHART}rich")
            if rich is not None and not "".join(rich.itertext()).strip():
                yield f"{name} has an empty label"


def headings(parts: Parts) -> Iterator[str]:
    """Levels of headings go down one at a time; the title of the document is above all of them."""
    levels = _outline(parts["word/styles.xml"]) | {"Title": 1}
    before = 0
    for paragraph in parts["word/document.xml"].iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = levels.get(style.get(f"{W}val"), 0) if style is not None else 0
        if level > before + 1:
            yield f"«{_shown(paragraph)}» is of level {level} after level {before}"
        before = level or before


def _outline(styles: Any) -> dict[str, int]:
    """Style → its heading level from one, those based on it too."""
    known = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}

    def level(style: Any) -> int:
        own, based = style.find(f"{W}pPr/{W}outlineLvl"), style.find(f"{W}basedOn")
        if own is not None:
            return int(own.get(f"{W}val")) % 9 + 1 if own.get(f"{W}val") != "9" else 0
        return level(known[based.get(f"{W}val")]) if based is not None else 0

    return {id: level(style) for id, style in known.items()}


def references(parts: Parts) -> Iterator[str]:
    """Every reference, page reference and link inside the document leads to a bookmark."""
    names = {start.get(f"{W}name") for start in _every(parts, f"{W}bookmarkStart")}
    wanted = [link.get(f"{W}anchor") for link in _every(parts, f"{W}hyperlink") if link.get(f"{W}anchor")]
    for node in _every(parts, f"{W}instrText"):
        words = node.text.split()
        wanted += words[1:2] if words[:1] and words[0] in REFERENCES else []
    yield from (f"{name} is nowhere" for name in sorted(set(wanted) - names))


def relationships(parts: Parts) -> Iterator[str]:
    """Every relationship leads to a part of the file, and every id in use is a relationship."""
    for name, root in parts.items():
        if name.endswith(".rels"):
            source = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[:-5])
            links = {link.get("Id"): link for link in root}
            for link in links.values():
                target = posixpath.normpath(posixpath.join(posixpath.dirname(source), link.get("Target")))
                if link.get("TargetMode") != "External" and target.lstrip("/") not in parts:
                    yield f"{name}: {link.get('Target')} is not in the file"
            used = [] if parts.get(source) is None else parts[source].iter()
            for id in {value for node in used for key, value in node.attrib.items() if key.startswith(R)}:
                if id not in links:
                    yield f"{source}: {id} is no relationship"


def styles(parts: Parts) -> Iterator[str]:
    """Every style in use exists, and every list."""
    known = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    used = {node.get(f"{W}val") for node in _every(parts, f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    yield from (f"{style} does not exist" for style in sorted(used - known))
    lists = {node.get(f"{W}numId") for node in parts["word/numbering.xml"].iter(f"{W}num")} | {"0"}
    asked = {node.get(f"{W}val") for node in _every(parts, f"{W}numId")}
    yield from (f"list {number} does not exist" for number in sorted(asked - lists))


def value_map(parts: Parts) -> Iterator[str]:
    """The map names every bookmark of a value once, with the fingerprint of what stands there."""
    maps = [root for name, root in parts.items() if name.startswith("customXml/") and root.tag == f"{MAP}map"]
    if len(maps) != 1:
        yield f"{len(maps)} maps"
    told = {each.get("bookmark"): each for root in maps for each in root.iter(f"{MAP}print")}
    printed = dict(_values(parts))
    yield from (f"{name} is not on the map" for name in sorted(set(printed) - set(told)))
    for name, each in told.items():
        if name not in printed:
            yield f"{name} is on the map only"
        elif fingerprint(printed[name]) != each.get("sha256"):
            yield f"«{printed[name]}» has another fingerprint than {each.get('address')}"


def fingerprint(text: str) -> str:
    """The fingerprint of a printed text, as the map gives it."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def _values(parts: Parts) -> Iterator[tuple[str, str]]:
    """Bookmark of a value → what stands in it."""
    for start in _every(parts, f"{W}bookmarkStart"):
        if start.get(f"{W}name").startswith("_cg"):
            said = []
            for node in start.itersiblings():
                if node.tag == f"{W}bookmarkEnd" and node.get(f"{W}id") == start.get(f"{W}id"):
                    break
                said += [t.text or "" if t.tag == f"{W}t" else "\n" for t in node.iter(f"{W}t", f"{W}br")]
            yield start.get(f"{W}name"), "".join(said)


def settings(parts: Parts) -> Iterator[str]:
    """Word asks nothing at opening and hyphenates."""
    root = parts["word/settings.xml"]
    if root.find(f"{W}updateFields") is not None:
        yield "fields are updated at opening"
    if root.find(f"{W}autoHyphenation") is None:
        yield "words are not hyphenated"


if __name__ == "__main__":
    found = [f"{file}: {fault}" for file in sys.argv[1:] for fault in faults(Path(file).read_bytes())]
    print("\n".join(found) or "clean")
    sys.exit(bool(found))
