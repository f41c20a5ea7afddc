"""What every text of the input goes through: one Unicode form, nothing that Word cannot hold."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from conceptgen.input import limits
from conceptgen.input.findings_report import Report, name_of
from conceptgen.input.text.characters import (
    BAD,
    DIRECTION,
    MOJIBAKE,
    SUSPECT,
    UNFIT,
    ZERO_WIDTH,
    bad_escapes,
    unscrambled,
)
from conceptgen.input.text.source import Source
from conceptgen.origin import Path
from conceptgen.typography.long_words import LONGEST, is_chained, too_long

_TOO_MANY = 1_000
_LINE_END = re.compile(r"\r\n?")


def refuse_bad_characters(source: Source, report: Report) -> Source | None:
    """Report each bad character and put a space in its place; None when this is hardly a text."""
    if not source.has_any_of(UNFIT):
        return source
    found = list(islice(BAD.finditer(source.text), _TOO_MANY))
    if len(found) == _TOO_MANY:
        report.add("E-ENC-01", source.place(found[0].start()), "binary")
        return None
    for match in found:
        report.add("E-ENC-02", source.place(match.start()), "raw", character=name_of(match[0]))
    return source.replaced(BAD.sub(" ", source.text))


class TextCheck:
    """Refines the texts of one source; cheap when the whole file is clean."""

    def __init__(self, source: Source, report: Report) -> None:
        self._source, self._report = source, report
        self.has_escapes = "\\" in source.text
        self.has_dirt = (
            source.is_altered
            or source.has_any_of(SUSPECT)
            or "в„" in source.text
            or too_long(source.text) is not None
            or is_chained(source.text)
            or not unicodedata.is_normalized("NFC", source.text)
        )

    def refine(self, text: str, start: int, end: int, path: Path) -> str:
        """The text in its final form; what is wrong with it is reported at its place in the file."""
        text = self._source.restore(text)
        if BAD.search(text):
            self._refuse_escapes(start, end, path)
            text = BAD.sub("", text)
        text = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
        self._warn_of_invisible(text, start, end, path)
        self._warn_of_mojibake(text, start, end, path)
        self._warn_of_long_words(text, start, end, path)
        return text

    def _refuse_escapes(self, start: int, end: int, path: Path) -> None:
        for offset, code in bad_escapes(self._source.text[start:end]):
            at = self._source.place(start + offset)
            self._report.add("E-ENC-02", at, "escape", path=path, detail=f"U+{code:04X}")

    def _warn_of_invisible(self, text: str, start: int, end: int, path: Path) -> None:
        for variant, pattern in (("direction", DIRECTION), ("zero_width", ZERO_WIDTH)):
            if found := pattern.search(text):
                offset = self._source.restore(self._source.text[start:end]).find(found[0])
                at = self._source.place(start + max(offset, 0))
                self._report.add("W-ENC-01", at, variant, path=path, character=name_of(found[0]))

    def _warn_of_mojibake(self, text: str, start: int, end: int, path: Path) -> None:
        if not (found := MOJIBAKE.search(text)):
            return
        at = self._source.place(start + max(self._source.text.find(found[0], start, end) - start, 0))
        meant = unscrambled(found[0])
        variant = "lost" if "\ufffd" in found[0] else "guessed" if meant else "unclear"
        self._report.add("W-ENC-02", at, variant, path=path, run=found[0], meant=meant)

    def _warn_of_long_words(self, text: str, start: int, end: int, path: Path) -> None:
        if len(text) > limits.TEXT:  # refused as a whole
            return
        if is_chained(text):
            self._report.add("W-ENC-03", self._source.place(start), "no_break", path=path, limit=LONGEST)
        if (word := too_long(text)) and "://" not in word[0]:
            at = self._source.place(max(self._source.text.find(word[0][:LONGEST], start, end), start))
            shown = word[0][:20]
            self._report.add("W-ENC-03", at, "word", path=path, length=len(word[0]), start=shown)
