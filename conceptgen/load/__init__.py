"""Text → Project, or findings with file:line:column. Nothing here judges the content; that is the review's work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from conceptgen.findings import Finding, has_errors
from conceptgen.load.integrity import check_integrity
from conceptgen.load.nodes import Mapping, locate
from conceptgen.load.reading import language_of, read, read_file
from conceptgen.load.validation import validate
from conceptgen.model.project import Project
from conceptgen.origin import Path as ValuePath


@dataclass(frozen=True)
class Loaded:
    """What loading gave: the project when there are no errors, every finding in the order of the file."""

    name: str
    language: str
    project: Project | None
    findings: tuple[Finding, ...]
    tree: Mapping | None

    def place(self, path: ValuePath) -> tuple[int, int]:
        """Line and column (from 1) of a value, or of the nearest thing that holds it; (0, 0) for nothing."""
        return locate(self.tree, path) if self.tree is not None else (0, 0)


def load(source: Path | str | bytes, name: str = "", *, language: str = "ru") -> Loaded:
    """Load one input: a file's path, or its bytes with the ``name`` to show in messages.

    Never raises for bad input: what is wrong is in ``findings``, all of it at once. ``language`` is that of messages
    where the input itself does not tell (a file that cannot be opened).
    """
    if isinstance(source, bytes):
        return load_bytes(source, name or "stdin")
    shown = name or str(source)
    data, findings = read_file(Path(source), language)
    if data is None:
        named = tuple(replace(finding, file=shown) for finding in findings)
        return Loaded(shown, language, None, named, None)
    return load_bytes(data, shown)


def load_bytes(data: bytes, name: str) -> Loaded:
    """Load an input from its bytes."""
    tree, findings = read(data, name)
    language = language_of(data.decode("utf-8", "replace"))
    project = None
    if tree is not None:
        project, problems, partial = validate(tree, name, language)
        findings += problems
        if partial is not None:
            findings += check_integrity(partial, tree, name, language)
    findings.sort(key=lambda finding: (finding.line, finding.column))
    found = tuple(findings)
    return Loaded(name, language, None if has_errors(found) else project, found, tree)
