"""Text that YAML cuts off in silence: by a comma between braces, by a ``#`` after a space."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import yaml

from conceptgen.findings import Edit
from conceptgen.input.findings_report import Place
from conceptgen.input.text.nodes import Mapping, Scalar
from conceptgen.input.text.quick_fixes import quoted
from conceptgen.input.text.source import Source
from conceptgen.input.text.tree_builder import TreeBuilder

# A comment has a space after its #, or two before it; ``item #3`` and ``accent: #AA0000`` are text.
_GLUED_HASH = re.compile(r" #\w")
_DECIMAL = re.compile(r"[+-]?\d+,\d{1,2}")
_COLOUR = re.compile(r" #[0-9a-fA-F]{3,8}[ ]*$", re.MULTILINE)


def in_place(source: Source, start: int, end: int, new: str) -> Edit | None:
    """The repair of a text that stands on one line."""
    old = source.restore(source.text[start:end])
    return None if "\n" in old else Edit(*source.place(start), old.rstrip(), new)


class CutAtHash:
    """Texts that end where a glued ``#`` begins."""

    def __init__(self, source: Source, builder: TreeBuilder) -> None:
        self._source, self._builder = source, builder
        self._ends = {self._text_end(match.start()) for match in _GLUED_HASH.finditer(source.text)}

    def _text_end(self, space: int) -> int:
        """Where the text before the space and the ``#`` ends; -1 if what follows is a comment."""
        text, end = self._source.text, space
        while end > 0 and text[end - 1] == " ":
            end -= 1
        if end == space or (text[end - 1] in ":-" and _COLOUR.match(text, space)):
            return end
        return -1

    def undo(self, text: str, start: int, end: int) -> str:
        """The text from ``start`` up to the end of its line if it was cut at ``end``, with a finding."""
        if end not in self._ends:
            return text
        lost = self._source.rest_of_line(end).rstrip()
        at = self._source.place(end + lost.index("#"))
        whole = self._source.restore(f"{text} {lost.strip()}".strip())
        path, fixed = self._builder.path(), self._builder.as_yaml(whole)
        edit = in_place(self._source, start, end + len(lost), quoted(whole))
        self._builder.report.add("E-YML-09", at, path=path, fixed=fixed, edit=edit, detail=lost.strip())
        return whole


@dataclass(slots=True)
class _Braces:
    """An open ``{…}``: the last key, the text that may have been cut, and the cut itself."""

    key: Any = None
    text_key: str | None = None
    text: Scalar | None = None
    start: int = 0
    end: int = 0
    cut_at: Place | None = None
    piece: str = ""


class CutAtComma:
    """Texts between braces that a comma cut: the rest became a key without a colon."""

    def __init__(self, source: Source, builder: TreeBuilder) -> None:
        self._source, self._builder = source, builder
        self._open: list[_Braces | None] = []

    def enter(self, event: Any) -> None:
        """A mapping or list opens."""
        self.flush()
        if self._open and (outer := self._open[-1]):
            outer.text = None
            outer.key = None if self._builder.top.expects_key else outer.key
        is_braces = type(event) is yaml.MappingStartEvent and event.flow_style
        self._open.append(_Braces() if is_braces else None)

    def leave(self) -> None:
        """Leave the innermost open bracket or collection."""
        self.flush()
        self._open.pop()

    def key(self, event: Any) -> None:
        """A key was read."""
        if self._open and (braces := self._open[-1]):
            braces.key = event

    def value(self, node: Scalar, start: int, end: int) -> None:
        """A value was read."""
        self.flush()
        if self._open and (braces := self._open[-1]):
            braces.text = node if node.kind == "plain" and node else None
            braces.text_key, braces.start, braces.end = self._builder.top.key, start, end

    def is_orphan(self, event: Any) -> bool:
        """The value is absent together with its colon: the key is the rest of a text, or stands alone."""
        braces = self._open[-1] if self._open else None
        if braces is None or braces.key is None or event.style:
            return False
        key_end = braces.key.end_mark.index
        if ":" in self._source.text[key_end : event.start_mark.index]:
            return False
        self._builder.forget_key()
        if not self._builder.is_in_key:
            self._join(braces, key_end)
        return True

    def _join(self, braces: _Braces, key_end: int) -> None:
        mark = braces.key.start_mark
        at, piece = (mark.line + 1, mark.column + 1), self._source.restore(braces.key.value)
        if braces.text is None or braces.key.style:
            self._builder.report.add("E-YML-08", at, "alone", path=self._builder.path(), piece=piece)
            return
        braces.end = key_end
        if braces.cut_at is None:
            braces.cut_at, braces.piece = at, piece

    def flush(self) -> None:
        """Report a cut once all its pieces are known, and put the whole text back."""
        braces = self._open[-1] if self._open else None
        if braces is None or braces.cut_at is None or braces.text is None or braces.text_key is None:
            return
        text, key = braces.text, braces.text_key
        written = " ".join(self._source.restore(self._source.text[braces.start : braces.end]).split())
        whole = Scalar(unicodedata.normalize("NFC", written), "plain", text.line, text.column)
        path, fixed, variant = (
            (*self._builder.path_of_container(), key),
            self._builder.as_yaml(whole, key),
            "cut",
        )
        new = quoted(whole)
        if _DECIMAL.fullmatch(whole):
            new = whole.replace(",", ".")
            fixed, variant = f"{key}: {new}", "decimal"
        values = {"text": text, "piece": braces.piece}
        edit = in_place(self._source, braces.start, braces.end, new)
        self._builder.report.add(
            "E-YML-08", braces.cut_at, variant, path=path, fixed=fixed, edit=edit, **values
        )
        mapping = self._builder.top.node
        if isinstance(mapping, Mapping) and mapping.get(key) is text:
            mapping[key] = whole
        braces.cut_at = None
