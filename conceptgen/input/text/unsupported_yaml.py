"""Features of YAML that an author here never means: anchors, aliases, tags, keys that are not text."""

from __future__ import annotations

import re
from typing import Any

import yaml

from conceptgen.input.findings_report import Place
from conceptgen.input.text import quick_fixes
from conceptgen.input.text.source import Source
from conceptgen.input.text.tree_builder import TreeBuilder
from conceptgen.input.text.yaml_errors import SyntaxProblem, glued_item

_TEMPLATE = re.compile(r"(?<!\{)\{{2,3}(?!\{)")
"""Two or three braces are a foreign template's; a longer row is mere nesting."""


class Stopped(Exception):
    """The parser could go on, but not in the author's sense."""

    def __init__(self, mishap: SyntaxProblem) -> None:
        super().__init__(mishap)
        self.mishap = mishap


class Refusals:
    """Reports each of them, with the text in quotes where a text was meant."""

    def __init__(self, source: Source, builder: TreeBuilder) -> None:
        self._source, self._builder = source, builder

    def refuse_alias(self, event: Any) -> None:
        """``*name``."""
        self._add("E-YML-04", event, "alias", name=event.anchor)

    def refuse_merge(self, event: Any) -> None:
        """``<<:``."""
        self._add("E-YML-04", event, "merge")

    def refuse_key(self, event: Any, variant: str) -> None:
        """An empty, null or nested key; ``{{ name }}`` of a foreign template is one too."""
        if self._builder.is_in_key:
            return
        line = self._source.line(event.start_mark.line)
        if _TEMPLATE.search(line):
            mends = tuple(quick_fixes.quote_templates(line))
            raise Stopped(SyntaxProblem("E-YML-12", "template", place_of(event), mends))
        self._add("E-YML-12", event, variant)

    def refuse_glued_item(self, event: Any) -> None:
        """``-id: x`` reads as a key with a hyphen in its name."""
        line = self._source.line(event.start_mark.line)
        begins_line = not line[: event.start_mark.column].strip()
        if begins_line and (mishap := glued_item(self._source, event.start_mark.line)):
            raise Stopped(mishap)

    def refuse_property(self, event: Any) -> str:
        """An anchor or a tag; gives the text as the author most likely meant it."""
        written = self._source.text[event.start_mark.index : event.end_mark.index].rstrip()
        is_text = type(event) is yaml.ScalarEvent and not event.style and event.value
        is_meant = bool(is_text) and not written.startswith("!!") and "\n" not in written
        fixed = self._builder.as_yaml(self._source.restore(written)) if is_meant else ""
        if event.anchor:
            self._add("E-YML-04", event, "anchor", fixed, name=event.anchor)
        else:
            self._add("E-YML-05", event, "", fixed, name=written.split()[0])
        return written if is_meant else getattr(event, "value", "")

    def refuse_empty_block(self, event: Any) -> str:
        """``limit: >5`` reads as a block of lines that never comes; the author meant a sign."""
        header = self._source.rest_of_line(event.start_mark.index).strip()
        if not any(c.isdigit() for c in header):
            return ""
        self._add("E-YML-01", event, "sign", self._builder.as_yaml(header), detail=header[0])
        return header

    def _add(self, code: str, event: Any, variant: str, fixed: str = "", **values: Any) -> None:
        path = self._builder.path()
        self._builder.report.add(code, place_of(event), variant, path=path, fixed=fixed, **values)


def place_of(event: Any) -> Place:
    """Line and column, from 1, where an event starts."""
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
