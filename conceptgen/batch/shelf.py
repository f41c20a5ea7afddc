"""The output folder: what lies there, what is put there, and what a hand has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from conceptgen.batch.fingerprint import digest
from conceptgen.batch.records import Kept
from conceptgen.files import make_folder, plain_faults, replace_file


class Shelf:
    """One output folder. Names are relative to it, with forward slashes."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder, language

    def path(self, name: str) -> Path:
        """Where an output lies."""
        return self.folder / name

    def sha(self, name: str, kept: Kept | None = None) -> str:
        """The hash of an output as it lies there; "" where there is none. Unread where it was not touched since."""
        path = self.path(name)
        try:
            seen = path.stat()
            if kept and kept.size and (seen.st_size, seen.st_mtime_ns) == (kept.size, kept.time):
                return kept.sha
            return digest(path.read_bytes())
        except OSError:
            return ""

    def put(self, name: str, data: bytes) -> None:
        """Write an output whole. Raises EnvironmentFault."""
        path = self.path(name)
        make_folder(path.parent, self.language)
        replace_file(path, data, self.language)

    def touched(self, name: str, kept: Kept) -> bool:
        """Whether what lies there is none of ours: neither as it was written nor as it was before."""
        return self.sha(name, kept) not in ("", kept.sha, kept.earlier)

    def lay_aside(self, name: str) -> str:
        """Move a file changed by hand out of the way, and give its new name: ``name.edited-2026-11-22.docx``."""
        path = self.path(name)
        with plain_faults(path, self.language):
            day = datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
            aside = _free(path, f"edited-{day}")
            path.rename(aside)
        return aside.relative_to(self.folder).as_posix()

    def seen(self, name: str, kept: Kept) -> Kept:
        """The same with the size and time of the file, so that it need not be read again."""
        with suppress(OSError):
            file = self.path(name).stat()
            return replace(kept, size=file.st_size, time=file.st_mtime_ns)
        return kept

    def remove(self, names: Iterable[str]) -> None:
        """Remove outputs, and the folders that are empty without them."""
        for name in names:
            path = self.path(name)
            with plain_faults(path, self.language):
                path.unlink(missing_ok=True)
            for folder in path.parents:
                if folder == self.folder or any(folder.iterdir()):
                    break
                folder.rmdir()

    def sweep(self) -> None:
        """Remove what a build that was killed left half written. Only the holder of the lock may."""
        for path in self.folder.rglob(".*.cgtmp"):
            with suppress(OSError):
                path.unlink()


def _free(path: Path, mark: str) -> Path:
    number = 1
    while True:
        aside = path.with_name(f"{path.stem}.{mark}{f'-{number}' if number > 1 else ''}{path.suffix}")
        if not aside.exists():
            return aside
        number += 1
