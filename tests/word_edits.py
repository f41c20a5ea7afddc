"""A Word file edited as Word leaves it in the XML: runs cut anew, tracked changes, rows, comments."""

from __future__ import annotations

import copy
import io
import zipfile
from itertools import count
from typing import Any
from xml.sax.saxutils import escape

from docx_text import W
from lxml import etree

WORD = f'xmlns:w="{W[1:-1]}"'
AUTHOR = "Рецензент А. А."
DATE = "2027-01-15T10:00:00Z"
_TRACKED = f'w:author="{AUTHOR}" w:date="{DATE}"'
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def element(xml: str) -> Any:
    return etree.fromstring(f"<root {WORD}>{xml}</root>")[0]


class WordEditor:
    """One file being edited; ``mark`` names a bookmark of ours."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.marks = {each.get(f"{W}name"): each for each in self.root.iter(f"{W}bookmarkStart")}
        self.prints = self._map()
        self._ids = count(90_000)
        self._comments: list[str] = []

    def _map(self) -> dict[str, tuple[str, str | None]]:
        """Address and reference of each bookmark."""
        (xml,) = (part for part in self.parts.values() if b"urn:conceptgen:map" in part and b"<map" in part)
        found = etree.fromstring(xml).iter("{*}print")
        return {each.get("bookmark"): (each.get("address"), each.get("via")) for each in found}

    def mark(self, address: str, via: str | None = None, nth: int = 0) -> str:
        """The bookmark of a print."""
        return [mark for mark, known in self.prints.items() if known == (address, via)][nth]

    def inside(self, mark: str) -> tuple[Any, list[Any], Any]:
        start = self.marks[mark]
        found = []
        for each in start.itersiblings():
            if each.tag == f"{W}bookmarkEnd" and each.get(f"{W}id") == start.get(f"{W}id"):
                return start, found, each
            found.append(each)
        raise AssertionError(mark)

    def text(self, mark: str) -> str:
        return "".join(t.text or "" for each in self.inside(mark)[1] for t in each.iter(f"{W}t"))

    def run(self, text: str, like: Any = None, tag: str = "t") -> Any:
        made = element(
            f'<w:r w:rsidR="00AB12CD"><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'
        )
        properties = like.find(f"{W}rPr") if like is not None else None
        if properties is not None:
            made.insert(0, copy.deepcopy(properties))
        return made

    def replace(self, mark: str, text: str) -> None:
        """Typed over inside the value: Word leaves several runs."""
        _, middle, end = self.inside(mark)
        like = next(each for each in middle if each.tag == f"{W}r")
        for each in middle:
            each.getparent().remove(each)
        cut = len(text) // 2
        for piece in (text[:cut], text[cut:]):
            end.addprevious(self.run(piece, like))
        end.addprevious(element('<w:proofErr w:type="spellStart"/>'))

    def track(self, mark: str, text: str) -> None:
        """The same with changes tracked: only what differs is deleted and inserted."""
        _, middle, end = self.inside(mark)
        like, old = next(each for each in middle if each.tag == f"{W}r"), self.text(mark)
        head = next(
            (n for n, (a, b) in enumerate(zip(old, text, strict=False)) if a != b), min(len(old), len(text))
        )
        tail = 0
        while tail < min(len(old), len(text)) - head and old[-1 - tail] == text[-1 - tail]:
            tail += 1
        for each in middle:
            each.getparent().remove(each)
        for kind, piece in (
            ("", old[:head]),
            ("del", old[head : len(old) - tail]),
            ("ins", text[head : len(text) - tail]),
            ("", old[len(old) - tail :] if tail else ""),
        ):
            if piece:
                run = self.run(piece, like, "delText" if kind == "del" else "t")
                end.addprevious(self._tracked(kind, run) if kind else run)

    def _tracked(self, kind: str, *inside: Any) -> Any:
        made = element(f'<w:{kind} w:id="{next(self._ids)}" {_TRACKED}/>')
        made.extend(inside)
        return made

    def type_after(self, mark: str, text: str) -> None:
        """Typed right behind the value, outside of its bookmark."""
        _, middle, end = self.inside(mark)
        end.addnext(self.run(text, middle[-1] if middle[-1].tag == f"{W}r" else None))

    def retype(self, mark: str, text: str) -> None:
        """The whole paragraph selected and typed anew: its bookmarks are gone."""
        paragraph = self.paragraph(mark)
        for each in [each for each in paragraph if each.tag != f"{W}pPr"]:
            paragraph.remove(each)
        paragraph.append(self.run(text))

    def paragraph(self, mark: str) -> Any:
        return next(self.marks[mark].iterancestors(f"{W}p"))

    def row(self, mark: str) -> Any:
        return next(self.marks[mark].iterancestors(f"{W}tr"))

    def delete_row(self, mark: str, *, tracked: bool = False) -> None:
        row = self.row(mark)
        if not tracked:
            row.getparent().remove(row)
            return
        self._row_properties(row).append(element(f'<w:del w:id="{next(self._ids)}" {_TRACKED}/>'))
        for paragraph in row.iter(f"{W}p"):
            self._delete(paragraph)

    @staticmethod
    def _row_properties(row: Any) -> Any:
        found = row.find(f"{W}trPr")
        if found is None:
            found = element("<w:trPr/>")
            row.insert(0, found)
        return found

    def _delete(self, paragraph: Any) -> None:
        for run in paragraph.findall(f"{W}r"):
            deleted = self._tracked("del")
            run.addprevious(deleted)
            deleted.append(run)
            for text in run.findall(f"{W}t"):
                text.tag = f"{W}delText"

    def delete_paragraph(self, mark: str, *, tracked: bool = False) -> None:
        paragraph = self.paragraph(mark)
        if tracked:
            self._delete(paragraph)
        else:
            paragraph.getparent().remove(paragraph)

    def add_row(self, mark: str, cells: list[str], *, tracked: bool = False) -> None:
        """A row like this one under it."""
        row = self.row(mark)
        made = copy.deepcopy(row)
        self._forget(made)
        for cell, text in zip(made.iter(f"{W}tc"), [*cells, *[""] * 20], strict=False):
            first, *others = cell.findall(f"{W}p")
            for each in others:
                cell.remove(each)
            for each in [each for each in first if each.tag != f"{W}pPr"]:
                first.remove(each)
            run = self.run(text)
            first.append(self._tracked("ins", run) if tracked else run)
        if tracked:
            self._row_properties(made).append(element(f'<w:ins w:id="{next(self._ids)}" {_TRACKED}/>'))
        row.addnext(made)

    @staticmethod
    def _forget(made: Any) -> None:
        for each in list(made.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            each.getparent().remove(each)

    def add_paragraph(self, mark: str, text: str) -> None:
        """A paragraph like this one under it."""
        paragraph = self.paragraph(mark)
        made = copy.deepcopy(paragraph)
        for each in [each for each in made if each.tag != f"{W}pPr"]:
            made.remove(each)
        made.append(self.run(text))
        paragraph.addnext(made)

    def move_row(self, mark: str, by: int = 1) -> None:
        row = self.row(mark)
        target = row
        for _ in range(by):
            target = target.getnext()
        target.addnext(row)

    def comment(self, mark: str, text: str) -> None:
        id = 7000 + len(self._comments)
        start, _, end = self.inside(mark)
        start.addprevious(element(f'<w:commentRangeStart w:id="{id}"/>'))
        end.addnext(element(f'<w:r><w:commentReference w:id="{id}"/></w:r>'))
        end.addnext(element(f'<w:commentRangeEnd w:id="{id}"/>'))
        body = f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
        self._comments.append(f'<w:comment w:id="{id}" {_TRACKED} w:initials="РА">{body}</w:comment>')

    def saved(self) -> bytes:
        parts = dict(self.parts)
        if self._comments:
            parts["word/comments.xml"] = f"<w:comments {WORD}>{''.join(self._comments)}</w:comments>".encode()
            kind = f'<Override PartName="/word/comments.xml" ContentType="{_COMMENTS}"/></Types>'
            link = f'<Relationship Id="rIdRemarks" Type="{_RELATION}" Target="comments.xml"/></Relationships>'
            for part, end, more in (
                ("[Content_Types].xml", "</Types>", kind),
                ("word/_rels/document.xml.rels", "</Relationships>", link),
            ):
                parts[part] = parts[part].decode().replace(end, more).encode()
        parts["word/document.xml"] = etree.tostring(
            self.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()
