"""The parser's complaint → what the author did, where, and candidates for the corrected line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from conceptgen.input.findings_report import Place
from conceptgen.input.text import quick_fixes
from conceptgen.input.text.brackets import close_bracket, unclosed
from conceptgen.input.text.characters import bad_escapes, join_surrogates
from conceptgen.input.text.quick_fixes import Fix
from conceptgen.input.text.source import Source


@dataclass(frozen=True)
class SyntaxProblem:
    """A place where reading stopped."""

    code: str
    variant: str
    at: Place
    mends: tuple[Fix, ...] = ()
    detail: str = ""


_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<sign>-|[–—][ ]*)(?=[A-Za-z_][\w-]*:(?:\s|$))")
_TAB = re.compile(r"[ ]*\t")


def explain(source: Source, error: yaml.YAMLError, last: Any, bracket: int | None) -> SyntaxProblem:
    """Say in the author's terms what stopped the parser.

    ``last`` is the last text it had read, ``bracket`` the offset of the outermost bracket still open.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return SyntaxProblem("E-YML-01", "other", (1, 1))
    context = getattr(error, "context_mark", None) or mark
    return _ErrorContext(source, str(getattr(error, "problem", "")), mark, context, last, bracket).explain()


def glued_item(source: Source, index: int) -> SyntaxProblem | None:
    """A line (from 0) that begins an item without a hyphen and a space."""
    line = source.line(index)
    if not (found := _ITEM.match(line)):
        return None
    item, sign = f"- {line[found.end() :]}", found["sign"].strip()
    # What stands under the key as it was would stand askew under the mended one: then the first mistake is enough.
    following = source.line(index + 1)
    is_askew = len(following) - len(following.lstrip()) == found.end() != len(found["indent"]) + 2
    mends = () if is_askew else (Fix(found["indent"] + item, item.rstrip()),)
    at = index + 1, found.start("sign") + 1
    return SyntaxProblem("E-YML-01", "hyphen" if sign == "-" else "dash", at, mends, sign)


@dataclass(frozen=True)
class _ErrorContext:
    source: Source
    problem: str
    mark: yaml.Mark
    context: yaml.Mark
    last: Any
    bracket: int | None

    def explain(self) -> SyntaxProblem:
        return (
            self._tab()
            or self._escape()
            or self._quote()
            or self._second_document()
            or self._item()
            or self._open_bracket()
            or self._brackets()
            or self._no_colon()
            or self._extra_colon()
            or self._sign()
            or self._after_value()
            or self._indent()
            or SyntaxProblem("E-YML-01", "other", self._at(self.mark))
        )

    def _at(self, mark: yaml.Mark) -> Place:
        return mark.line + 1, mark.column + 1

    def _sign_at(self, mark: yaml.Mark) -> str:
        return self._line(mark)[mark.column : mark.column + 1]

    def _line(self, mark: yaml.Mark) -> str:
        return self.source.line(mark.line)

    def _tab(self) -> SyntaxProblem | None:
        if not (match := _TAB.match(self._line(self.mark))) or match.end() <= self.mark.column:
            return None
        return SyntaxProblem("E-YML-03", "", (self.mark.line + 1, match.end()))

    def _escape(self) -> SyntaxProblem | None:
        line = self._line(self.mark)
        if "Unicode character escape" in self.problem:
            joined = join_surrogates(line)
            written = line[self.mark.column - 2 :][:12]
            variant, detail = ("half", written[:6]) if next(bad_escapes(written), None) else ("pair", written)
            at = (self.mark.line + 1, self.mark.column - 1)
            return SyntaxProblem("E-ENC-02", variant, at, (Fix(joined, joined.strip()),), detail)
        if "escape" in self.problem:
            return self._mishap("backslash", self.mark, quick_fixes.double_backslashes(line), back=1)
        return None

    def _quote(self) -> SyntaxProblem | None:
        if "unexpected end of stream" in self.problem and self._sign_at(self.context) in ("'", '"'):
            return self._open_quote(self.context)
        last = self.last
        if last is None or last.style not in ("'", '"') or last.end_mark.line != self.mark.line:
            return None
        return self._open_quote(last.start_mark) if last.start_mark.line < self.mark.line else None

    def _open_quote(self, start: yaml.Mark) -> SyntaxProblem:
        return self._mishap("open_quote", start, quick_fixes.close_quote(self._line(start), start.column))

    def _second_document(self) -> SyntaxProblem | None:
        if "<document start>" not in self.problem:
            return None
        last = self.last
        if last is not None and not last.style and last.start_mark.column == 0:
            return SyntaxProblem("E-YML-01", "no_colon", self._at(last.start_mark))
        return SyntaxProblem("E-YML-06", "", self._at(self.mark))

    def _item(self) -> SyntaxProblem | None:
        """``-id: x``, or a dash that a text editor made of a hyphen."""
        return glued_item(self.source, self.mark.line)

    def _open_bracket(self) -> SyntaxProblem | None:
        offset = None if self.bracket is None else unclosed(self.source.text, self.bracket)
        if offset is None:
            return None
        line, column = self.source.place(offset)
        mends = close_bracket(self.source.line(line - 1), column - 1, self.source.line(line))
        sign = self.source.text[offset]
        return SyntaxProblem("E-YML-01", "open_bracket", (line, column), tuple(mends), sign)

    def _brackets(self) -> SyntaxProblem | None:
        if not self.problem.endswith(("',' or ']'", "',' or '}'")):
            return None
        hash_at = self._line(self.context).find(" #", self.context.column)
        for mark in (self.mark, self.context):
            mends = tuple(quick_fixes.quote_entries(self._line(mark)))
            if mends and hash_at >= 0 and self.mark.line > self.context.line:
                at, lost = (self.context.line + 1, hash_at + 2), self._line(self.context)[hash_at + 1 :]
                return SyntaxProblem("E-YML-09", "", at, mends, lost)
            if mends:
                return SyntaxProblem("E-YML-01", "in_brackets", self._at(mark), mends)
        return SyntaxProblem("E-YML-01", "in_brackets", self._at(self.mark))

    def _no_colon(self) -> SyntaxProblem | None:
        if "could not find expected ':'" not in self.problem:
            return None
        mends = tuple(quick_fixes.part_key(self._line(self.context)))
        return SyntaxProblem("E-YML-01", "glued_key" if mends else "no_colon", self._at(self.context), mends)

    def _extra_colon(self) -> SyntaxProblem | None:
        if "mapping values are not allowed" not in self.problem:
            return None
        start = self.last.start_mark if self.last else self.mark
        if start.line == self.mark.line:
            return self._mishap("colon", self.mark, quick_fixes.quote_value(self._line(self.mark)))
        mends = tuple(quick_fixes.part_key(self._line(start)))
        return SyntaxProblem("E-YML-01", "glued_key", self._at(start), mends) if mends else self._shifted()

    def _sign(self) -> SyntaxProblem | None:
        sign = self._sign_at(self.context)
        if self.mark.line != self.context.line or sign not in tuple("@`%&*!|>]},-?"):
            return None
        line = self._line(self.context)
        if mends := tuple(quick_fixes.name_percent(line)):
            return SyntaxProblem("E-YML-01", "percent", self._at(self.context), mends)
        quote = quick_fixes.quote_value if self.bracket is None else quick_fixes.quote_entries
        return self._mishap("sign", self.context, quote(line), detail=sign)

    def _after_value(self) -> SyntaxProblem | None:
        line = self._line(self.mark)
        if not line[: self.mark.column].strip(" -"):
            return None
        if mends := tuple(quick_fixes.drop_comma(line)):
            return SyntaxProblem("E-YML-01", "comma", self._at(self.mark), mends)
        mends = (*quick_fixes.quote_entries(line), *quick_fixes.quote_value(line))
        return SyntaxProblem("E-YML-01", "after_value", self._at(self.mark), mends)

    def _indent(self) -> SyntaxProblem | None:
        if not self.problem.startswith("did not find expected"):
            return None
        if self._sign_at(self.mark) == ":":
            return SyntaxProblem("E-YML-12", "null", self._at(self.mark))
        return self._shifted()

    def _shifted(self) -> SyntaxProblem:
        line = self._line(self.mark)
        return SyntaxProblem("E-YML-01", "indent", (self.mark.line + 1, len(line) - len(line.lstrip()) + 1))

    def _mishap(
        self, variant: str, mark: yaml.Mark, mends: Iterator[Fix], back: int = 0, detail: str = ""
    ) -> SyntaxProblem:
        return SyntaxProblem(
            "E-YML-01", variant, (mark.line + 1, mark.column + 1 - back), tuple(mends), detail
        )
