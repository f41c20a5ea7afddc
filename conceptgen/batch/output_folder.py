"""The output folder: what lies there, what is put there, and what a hand has changed since."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from conceptgen.batch.fingerprint import digest
from conceptgen.batch.made_folders import MadeFolders
from conceptgen.batch.records import Kept
from conceptgen.errors import EnvironmentFault
from conceptgen.files import display_name, is_inside, make_folder, replace_file, translate_os_errors
from conceptgen.languages import say
from conceptgen.safe_read import read_regular

LARGEST = 1 << 30
"""More bytes than any document of ours has: a file beyond is a stranger's, and is not read."""
STRANGE = "?"
"""In place of the hash of what cannot be read: a pipe, a device, a huge file."""
_HALF_WRITTEN = re.compile(r"\..*\.[0-9a-f]{8}\.cgtmp", re.DOTALL)


class OutputFolder:
    """One output folder. Names are relative to it, with forward slashes; none leads out of it, by a link either."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder, language
        self.made = MadeFolders(folder, language)

    def path(self, name: str) -> Path:
        """Where an output lies. Raises EnvironmentFault for a name that leads out of the folder."""
        path = self.folder / name
        root, parent = os.path.realpath(self.folder), os.path.realpath(path.parent)
        if not is_inside(name) or not Path(parent).is_relative_to(root):
            raise EnvironmentFault(say(self.language, "building.leads_out", name=display_name(path)))
        return path

    def sha(self, name: str, kept: Kept | None = None) -> str:
        """The hash of an output as it lies there; "" where there is none.

        With ``kept`` a file of the same size and time goes unread: enough to leave it be, not to replace or remove it.
        """
        try:
            path = self.path(name)
            seen = path.stat()
            if kept and kept.size and (seen.st_size, seen.st_mtime_ns) == (kept.size, kept.time):
                return kept.sha
            return digest(read_regular(path, LARGEST))
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError, EnvironmentFault):
            return ""
        except OSError:
            return STRANGE

    def put(self, name: str, data: bytes) -> None:
        """Write an output whole. Raises EnvironmentFault."""
        path = self.path(name)
        missing = [folder for folder in path.parents if not os.path.exists(folder) and folder != self.folder]  # noqa: PTH110
        self.made.note(folder for folder in missing if folder.is_relative_to(self.folder))
        make_folder(path.parent, self.language)
        replace_file(path, data, self.language)

    def touched(self, name: str, kept: Kept) -> bool:
        """True if what lies there is none of ours: neither as it was written nor as it was before. Reads it."""
        return self.sha(name) not in ("", kept.sha, kept.earlier)

    def keep_user_copy(self, name: str) -> str:
        """Move a file changed by hand out of the way, and give its new name: ``name.edited-2026-11-22.docx``."""
        path = self.path(name)
        with translate_os_errors(path, self.language):
            day = datetime.fromtimestamp(path.lstat().st_mtime, UTC).date().isoformat()
            aside = _free(path, f"edited-{day}")
            path.rename(aside)
        return aside.relative_to(self.folder).as_posix()

    def seen(self, name: str, kept: Kept) -> Kept:
        """The same with the size and time of the file, so that it need not be read again."""
        with suppress(OSError, EnvironmentFault):
            file = self.path(name).stat()
            return replace(kept, size=file.st_size, time=file.st_mtime_ns)
        return kept

    def remove(self, name: str) -> None:
        """Remove an output, and the folders we made that are empty without it. Raises EnvironmentFault."""
        path = self.path(name)
        with translate_os_errors(path, self.language):
            path.unlink(missing_ok=True)
            self.made.remove_empty(path.parent)

    def sweep(self) -> None:
        """Remove what a build that was killed left half written. Only the holder of the lock may."""
        for folder, _, files in os.walk(self.folder):
            for name in filter(_HALF_WRITTEN.fullmatch, files):
                with suppress(OSError):
                    (Path(folder) / name).unlink()


def _free(path: Path, mark: str) -> Path:
    number = 1
    while True:
        aside = path.with_name(f"{path.stem}.{mark}{f'-{number}' if number > 1 else ''}{path.suffix}")
        if not os.path.lexists(aside):
            return aside
        number += 1
