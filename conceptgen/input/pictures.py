"""The photographs an input names: each is looked for in its folder, read once, and told of where it cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from conceptgen.findings import Finding
from conceptgen.input import limits, sibling_files
from conceptgen.input.check.make_finding import make_finding
from conceptgen.input.photo import BadPhoto, read_photo
from conceptgen.input.text.nodes import Mapping, locate
from conceptgen.model.pictures import Photo, Picture
from conceptgen.model.project import Project
from conceptgen.origin import Path as ValuePath

MOST = 200
"""Photographs of one input, each file counted once."""
_REMEMBERED = 64
_read: dict[bytes, Photo] = {}
"""The last that were read, by the hash of their files: a file that is being written is loaded at every save."""


def pictures_of(
    project: Project, tree: Mapping, name: str, language: str, folder: Path | None
) -> tuple[Project, list[Finding]]:
    """The project with its photographs, and what is wrong with them, all at once."""
    named = list(_named(project))
    if not named:
        return project, []

    def tell(code: str, path: ValuePath, **facts: Any) -> Finding:
        return make_finding(code, facts, language, name, locate(tree, path), path)

    if folder is None:
        return project, [tell("W-PIC-01", named[0][1], text=named[0][0])]
    found = {file: _found(file, folder) for file in list(dict.fromkeys(file for file, _ in named))[:MOST]}
    findings = []
    for file, path in named:
        match found.get(file, BadPhoto("many", limit=MOST)):
            case sibling_files.Refused() as refused:
                findings.append(tell("E-PIC-01", path, text=file, variant=refused.variant))
            case BadPhoto() as bad:
                findings.append(tell("E-PIC-02", path, text=file, variant=bad.variant, **bad.facts))
    findings.sort(key=lambda finding: (finding.line, finding.column))
    photos = {file: photo for file, photo in found.items() if isinstance(photo, Photo)}
    return project.with_photos(photos), findings


def _found(file: str, folder: Path) -> Photo | sibling_files.Refused | BadPhoto:
    """A photograph, or why it cannot be used: told at each place that names it, found out once."""
    try:
        return _photo(file, folder)
    except (sibling_files.Refused, BadPhoto) as fault:
        return fault


def _named(project: Project) -> Iterator[tuple[str, ValuePath]]:
    for place in project.relations.places:
        if isinstance(place.part, Picture):
            yield place.part.file, (*place.origin.path, "file")


def _photo(file: str, folder: Path) -> Photo:
    found = sibling_files.find(file, folder)
    if found.is_file() and found.stat().st_size > limits.BYTES:
        raise BadPhoto("bytes", limit=limits.BYTES // 1024 // 1024)
    data = sibling_files.read(found)
    key = sha256(data).digest()
    if key not in _read:
        _read[key] = read_photo(data)
        while len(_read) > _REMEMBERED:
            del _read[next(iter(_read))]
    return _read[key]
