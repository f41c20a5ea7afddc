"""Text → Project, or findings with file:line:column. Nothing here judges the content; that is the review's work."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from conceptgen.document.look import DEFAULT_LOOK, Brand, Look
from conceptgen.findings import Finding, has_errors
from conceptgen.garbage import no_search_for_garbage
from conceptgen.input import limits
from conceptgen.input.files import is_workbook, read_file
from conceptgen.input.findings_report import NOWHERE, Report
from conceptgen.input.text.nodes import Mapping, locate
from conceptgen.languages import USUAL, say
from conceptgen.origin import Path as ValuePath

if TYPE_CHECKING:
    from conceptgen.input.brand import Found
    from conceptgen.input.workbook import Workbook
    from conceptgen.model.project import Project


@dataclass(frozen=True)
class Loaded:
    """What loading gave: the project when there are no errors, every finding in the order of the file.

    ``project`` is None exactly where a finding is an error. ``name`` is the file as messages name it, ``language`` that
    of the input, ``tree`` what stood in the file, with the place of every value. ``brand`` is the one given in its
    place, or else the one the input has, names or lies beside; an empty one where there is none. ``workbook`` is what
    the input was read from where that was a workbook of Excel.

        >>> from conceptgen import load
        >>> loaded = load("samples/minimal.yaml")
        >>> loaded.project.organization.name
        'Пекарня «Тёплый угол»'
        >>> loaded.place(("organization", "name"))
        (8, 9)
    """

    name: str
    language: str
    project: Project | None
    findings: tuple[Finding, ...]
    tree: Mapping | None
    brand: Brand = DEFAULT_LOOK.brand
    workbook: Workbook | None = None

    @property
    def look(self) -> Look:
        """How its documents look: what ``write`` takes beside a document."""
        return replace(DEFAULT_LOOK, brand=self.brand)

    def place(self, path: ValuePath) -> tuple[int, int]:
        """Line and column (from 1) of a value, or of the nearest thing that holds it; (0, 0) for nothing."""
        return locate(self.tree, path) if self.tree is not None else (0, 0)

    def in_its_words(self, finding: Finding) -> Finding:
        """A finding as it is told of this kind of file: of a workbook by sheet, row and column, without keys."""
        if self.workbook is None:
            return finding
        from conceptgen.input.workbook.in_words import in_sheet_words

        cell = self.workbook.atlas.words(finding.line, finding.column)
        if not cell and finding.path:
            cell = say(self.language, "workbook.place.book")
        message, hint = (in_sheet_words(each, self.language) for each in (finding.message, finding.hint))
        return replace(finding, message=message, hint=hint, cell=cell, edit=None)

    def advice(self, code: str, variant: str, path: ValuePath) -> str:
        """What to do about a finding of a rule in a workbook, its places unfilled; "" where the rule says it itself."""
        if self.workbook is None:
            return ""
        from conceptgen.input.workbook.whereabouts import advice

        return advice(code, variant, path, self.language)


def load(
    source: Path | str | bytes,
    name: str = "",
    *,
    language: str = USUAL,
    folder: Path | None = None,
    brand: Path | str | Brand | None = None,
) -> Loaded:
    """Load one input, YAML or JSON in UTF-8 or a workbook of Excel: a file's path, or its bytes with the ``name`` to
    show in messages.

    Never raises for bad input, one that cannot be opened included: what is wrong is in ``findings``, all of it at once,
    each with line, column and what to do.

        >>> from conceptgen import load
        >>> wrong = load(b"document: {title: Concept, language: en, date: 2027-02-30}", "client.yaml")
        >>> wrong.project is None
        True
        >>> for finding in wrong.findings:
        ...     print(finding.line, finding.column, finding.code, finding.message.partition(":")[0])
        1 1 E-TYP-01 The required field “schema” is empty
        1 1 E-DOC-01 The required field “Organisation” (organization) is empty
        1 48 E-DAT-01 There is no such date

    ``language`` is that of messages where the input itself does not tell (a file that cannot be opened). ``folder`` is
    where bytes come from: there the files they name are looked for. ``brand``, or the file that holds one, takes the
    place of the input's own.

    Limits, each with a finding of its own: 10 MB, 32 levels of nesting, 300,000 values, 50,000 signs in one text. Of
    more than 1,000 findings the first are given, and the last says so.
    """
    if isinstance(source, bytes):
        return load_bytes(source, name or "stdin", folder, brand)
    shown = name or str(source)
    data, findings = read_file(Path(source), language)
    if data is None:
        named = tuple(replace(finding, file=shown) for finding in findings)
        return Loaded(shown, language, None, named, None)
    return load_bytes(data, shown, Path(source).parent, brand)


def load_bytes(
    data: bytes, name: str, folder: Path | None = None, brand: Path | str | Brand | None = None
) -> Loaded:
    """Load an input from its bytes; ``folder`` and ``brand`` as for ``load``."""
    with no_search_for_garbage():
        loaded = load_workbook(data, name) if is_workbook(data, name) else _load(data, name)
    return _in_cells(with_files(loaded, folder, brand))


def with_files(loaded: Loaded, folder: Path | None, given: Path | str | Brand | None) -> Loaded:
    """The same with the files it names: its brand and photographs; one that cannot be used is an error of the input."""
    if loaded.project is None or loaded.tree is None:
        return loaded
    from conceptgen.input.pictures import pictures_of

    brand, told = _brand(loaded.project, loaded.tree, loaded, folder, given)
    seen, unseen = pictures_of(loaded.project, loaded.tree, loaded.name, loaded.language, folder)
    findings = loaded.findings + tuple(told) + tuple(unseen)
    project = None if has_errors(findings) else seen
    return replace(loaded, project=project, findings=findings, brand=brand)


def _brand(
    project: Project, tree: Mapping, loaded: Loaded, folder: Path | None, given: Path | str | Brand | None
) -> Found:
    """The brand in the order the documentation gives: the first there is."""
    if isinstance(given, Brand):
        return given, []
    from conceptgen.input.brand import brand_file, brand_of

    if given is not None:
        shown = os.fsencode(given).decode("utf-8", "replace")
        return brand_file(Path(given), shown, loaded.language)
    return brand_of(project.brand, tree, loaded.name, loaded.language, folder)


def load_workbook(data: bytes, name: str, *, keep_missing: bool = False) -> Loaded:
    """Load a workbook; with ``keep_missing`` what it was made from stays where its row is gone."""
    from conceptgen.input.workbook import read_workbook

    book = read_workbook(data, name, keep_missing=keep_missing)
    return _in_cells(replace(_checked(book.tree, book.findings, name, book.language), workbook=book))


def _in_cells(loaded: Loaded) -> Loaded:
    """The same with every finding at its sheet, row and column."""
    if loaded.workbook is None:
        return loaded
    from conceptgen.input.workbook.retell import retell

    told = retell(loaded.findings, loaded.tree, loaded.language, loaded.workbook.failed)
    return replace(loaded, findings=tuple(map(loaded.in_its_words, told)))


def _load(data: bytes, name: str) -> Loaded:
    from conceptgen.input.text.read import language_of, read

    tree, findings = read(data, name)
    return _checked(tree, findings, name, language_of(data.decode("utf-8", "replace")))


def _checked(tree: Mapping | None, findings: list[Finding], name: str, language: str) -> Loaded:
    from conceptgen.input.check.integrity import check_integrity
    from conceptgen.input.check.validate import validate

    project = None
    if tree is not None:
        project, problems, partial = validate(tree, name, language)
        findings = _without_refused_words(findings, problems) + _without_echoes(problems, findings)
        if partial is not None:
            findings += islice(check_integrity(partial, tree, name, language), limits.FINDINGS + 1)
    found = _in_order(findings, name, language)
    return Loaded(name, language, None if has_errors(found) else project, found, tree)


def _without_echoes(problems: list[Finding], findings: list[Finding]) -> list[Finding]:
    """A decimal comma that cut its number is told once, as the error it is."""
    told = {(finding.line, finding.path[-1:]) for finding in findings if finding.code == "E-YML-08"}
    return [
        each for each in problems if not (each.code == "N-TYP-01" and (each.line, each.path[-1:]) in told)
    ]


def _without_refused_words(findings: list[Finding], problems: list[Finding]) -> list[Finding]:
    """A word longer than a line need not be told of where its text is refused."""
    refused = {problem.path for problem in problems if problem.severity == "error"}
    return [each for each in findings if not (each.code == "W-ENC-03" and each.path in refused)]


def _in_order(findings: list[Finding], name: str, language: str) -> tuple[Finding, ...]:
    """Findings in the order of the file; what is more than anyone reads is left out, and that is said."""
    findings.sort(key=lambda finding: (finding.line, finding.column))
    if len(findings) <= limits.FINDINGS:
        return tuple(findings)
    report = Report(name, language)
    report.findings = findings[: limits.FINDINGS]
    report.add("E-LIM-05", NOWHERE)
    return tuple(report.findings)
