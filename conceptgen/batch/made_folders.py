"""Which folders of an output folder are ours: only these are removed when nothing lies in them any more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from conceptgen.batch.records import LARGEST, own_place
from conceptgen.files import make_folder, replace_file
from conceptgen.safe_read import read_regular


class MadeFolders:
    """The folders that builds have made, remembered from build to build."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder, language

    def note(self, folders: Iterable[Path]) -> None:
        """Remember folders that are about to be made."""
        new = {each.relative_to(self.folder).as_posix() for each in folders}
        if new:
            self._keep(new | self._names())

    def remove_empty(self, folder: Path) -> None:
        """Remove a folder of ours and those above it, as far as they are empty."""
        names = self._names()
        while folder != self.folder and folder.relative_to(self.folder).as_posix() in names:
            if any(folder.iterdir()):
                break
            folder.rmdir()
            names.remove(folder.relative_to(self.folder).as_posix())
            self._keep(names)
            folder = folder.parent

    def _names(self) -> set[str]:
        try:
            return set(map(str, json.loads(read_regular(self._path, LARGEST))))
        except (OSError, ValueError, TypeError, RecursionError):
            return set()

    @property
    def _path(self) -> Path:
        return own_place(self.folder, self.language, "folders.json")

    def _keep(self, names: set[str]) -> None:
        make_folder(self._path.parent, self.language)
        replace_file(self._path, json.dumps(sorted(names)).encode(), self.language)
