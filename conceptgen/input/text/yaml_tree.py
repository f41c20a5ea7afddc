"""Events of the YAML parser → a tree of nodes; what YAML would do in silence is refused aloud."""

from __future__ import annotations

from typing import Any

import yaml

from conceptgen.input import limits
from conceptgen.input.findings_report import Place, Report, name_of
from conceptgen.input.text.character_checks import TextCheck
from conceptgen.input.text.characters import ODD_IN_KEY
from conceptgen.input.text.nodes import Mapping, Node, Scalar, Sequence
from conceptgen.input.text.source import Source
from conceptgen.input.text.tree_builder import LimitReached, TreeBuilder
from conceptgen.input.text.truncated_values import CutAtComma, CutAtHash
from conceptgen.input.text.unsupported_yaml import Refusals, Stopped, place_of
from conceptgen.input.text.yaml_errors import SyntaxProblem, explain
from conceptgen.input.text.yaml_events import events_of

_NULLS = ("", "~", "null", "Null", "NULL")


class Attempt:
    """One reading of a source: its tree, its findings, and where it stopped if it did."""

    def __init__(self, source: Source, report: Report) -> None:
        self.report = report
        self.mishap: SyntaxProblem | None = None
        self._source = source
        self._builder = TreeBuilder(report)
        self._check = TextCheck(source, report)
        self._comma_cuts = CutAtComma(source, self._builder)
        self._hash_cuts = CutAtHash(source, self._builder)
        self._refusals = Refusals(source, self._builder)
        self._documents = 0
        self._is_whole = True
        self._last: Any = None
        self._brackets: list[
            int | None
        ] = []  # where each open mapping or list has its bracket, if it has one
        self._read()

    @property
    def tree(self) -> Node | None:
        """The root, unless a part of the input could not be understood."""
        return self._builder.root if self._is_whole else None

    def _read(self) -> None:
        try:
            for event in events_of(self._source.text):
                self._take(event)
        except yaml.YAMLError as error:
            self._is_whole = False
            if "nesting depth" in str(
                getattr(error, "problem", "")
            ):  # the parser's own limit, far above ours
                self._builder.report.add("E-LIM-02", self._here(error), limit=limits.DEPTH)
            else:
                self.mishap = self._explained(error)
        except Stopped as stopped:
            self.mishap, self._is_whole = stopped.mishap, False
        except LimitReached:
            self._is_whole = False

    def _here(self, error: Any) -> Place:
        return error.problem_mark.line + 1, error.problem_mark.column + 1

    def _explained(self, error: yaml.YAMLError) -> SyntaxProblem:
        bracket = next((offset for offset in self._brackets if offset is not None), None)
        return explain(self._source, error, self._last, bracket)

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._last = event
            self._take_scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._open(event, Mapping(*place_of(event)))
        elif kind is yaml.SequenceStartEvent:
            self._open(event, Sequence(*place_of(event)))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._brackets.pop()
            self._comma_cuts.leave()
            self._builder.close()
        elif kind is yaml.AliasEvent:
            self._take_alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._start_document(event)

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self.report.add("E-YML-06", place_of(event))
            raise LimitReached

    def _take_scalar(self, event: Any) -> None:
        if self._builder.top.expects_key:
            self._take_key(event)
        elif event.value or event.style or not self._comma_cuts.is_orphan(event):
            node = Scalar(self._text(event), "quoted" if event.style else "plain", *place_of(event))
            self._comma_cuts.value(node, event.start_mark.index, event.end_mark.index)
            self._builder.put(node)

    def _text(self, event: Any) -> str:
        text: str = event.value
        if event.anchor or event.tag:
            text = self._refusals.refuse_property(event)
        text = self._refined(event, text)
        if not event.style:
            return self._hash_cuts.undo(text, event.start_mark.index, event.end_mark.index)
        if not text and event.style in "|>":
            return self._refusals.refuse_empty_block(event)
        return text

    def _refined(self, event: Any, text: str) -> str:
        if not self._check.has_dirt and not (event.style == '"' and self._check.has_escapes):
            return text
        start, end = event.start_mark.index, event.end_mark.index
        return self._check.refine(text, start, end, self._builder.path())

    def _take_key(self, event: Any) -> None:
        self._comma_cuts.key(event)
        if event.anchor or event.tag:
            self._refusals.refuse_property(event)
        key: str | None = None
        if not event.style and event.value == "<<":
            self._refusals.refuse_merge(event)
        elif not event.style and event.value in _NULLS:
            self._refusals.refuse_key(event, "null")
        elif self._has_question_mark(event):
            self._refusals.refuse_key(event, "question")
        else:
            key = self._key_text(event)
        self._builder.name(key, place_of(event))

    def _key_text(self, event: Any) -> str:
        text: str = event.value
        if not event.style and text[:1] in ("-", "–", "—"):
            self._refusals.refuse_glued_item(event)
        if not text.isascii() and (odd := ODD_IN_KEY.search(self._source.restore(text))):
            at = self._source.place(event.start_mark.index + odd.start() + bool(event.style))
            text = ODD_IN_KEY.sub("", self._source.restore(text))
            character, path = name_of(odd[0]), self._builder.path()
            self.report.add("E-YML-10", at, "key", path=path, name=text, character=character)
        return self._refined(event, text)

    def _has_question_mark(self, event: Any) -> bool:
        start = event.start_mark.index
        return start > 1 and self._source.text[start - 2 : start] in ("? ", "?\t")

    def _open(self, event: Any, node: Mapping | Sequence) -> None:
        if event.anchor or event.tag:
            self._refusals.refuse_property(event)
        if self._builder.top.expects_key:
            self._refusals.refuse_key(event, "nested")
        self._brackets.append(event.start_mark.index if event.flow_style else None)
        self._comma_cuts.enter(event)
        self._builder.open(node)

    def _take_alias(self, event: Any) -> None:
        self._is_whole = False
        self._refusals.refuse_alias(event)
        if self._builder.top.expects_key:
            self._builder.name(None, place_of(event))
        else:
            self._comma_cuts.flush()
            self._builder.put(Scalar("", "null", *place_of(event)))
