"""Files that are whole or not there: a temporary beside, flushed, renamed. What was there before is never damaged."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import stat
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path, PurePosixPath, PureWindowsPath

from conceptgen.errors import EnvironmentFault, RequestError
from conceptgen.languages import say
from conceptgen.visible import visible

_STEM_BYTES = 150
_NAME_BYTES = 220
_FORGOTTEN_AFTER = 3600.0
_REASONS = {
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EROFS: "read_only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.ENAMETOOLONG: "too_long",
    errno.ENOTDIR: "not_a_folder",
    errno.EEXIST: "not_a_folder",
    errno.EISDIR: "folder",
    errno.ENOTEMPTY: "folder",
    errno.ENXIO: "special",
}
# Windows refuses these before the first dot, in any case and with any ending.
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')


def make_folder(folder: Path, language: str) -> None:
    """Make a folder that can be written to, with what leads to it."""
    with translate_os_errors(folder, language):
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "", str(folder))


def replace_file(path: Path, data: bytes, language: str) -> None:
    """Write a file whole, in place of an older one if there is one. Raises EnvironmentFault.

    Only a file, or a link to one, gives way; a device or a pipe of that name stays what it is.
    """
    refuse_to_replace(path, language)
    _remove_forgotten(path)
    with translate_os_errors(path, language):
        temporary = path.with_name(f".{path.name[:50]}.{secrets.token_hex(4)}.cgtmp")
        try:
            _write(temporary, data)
            temporary.replace(path)
            _settle(path.parent)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def refuse_to_replace(path: Path, language: str) -> None:
    """Raise EnvironmentFault where something lies that no file may take the place of."""
    with translate_os_errors(path, language), suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "", str(path))
        if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
            raise OSError(errno.ENXIO, "", str(path))


def new_file(path: Path, data: bytes, language: str) -> None:
    """Write a file that must not exist yet. Raises RequestError if it does, EnvironmentFault if it cannot."""
    with translate_os_errors(path, language):
        try:
            _write(path, data)
        except FileExistsError as fault:
            raise RequestError(say(language, "outputs.exists", name=display_name(path))) from fault
        _settle(path.parent)


def keep_beside(path: Path, data: bytes, language: str) -> Path:
    """Keep an earlier text of a file as ``client.yaml.bak``, or under the next free name: it is never lost."""
    names = (path.with_name(f"{path.name}.bak{number if number > 1 else ''}") for number in count(1))
    backup = next(each for each in names if not os.path.lexists(each))
    new_file(backup, data, language)
    return backup


def _write(path: Path, data: bytes) -> None:
    """Make the file and bring it to the disk; a piece of a file does not stay."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _settle(folder: Path) -> None:
    """Bring the folder's list of names to the disk; some file systems cannot, and the file is whole anyway."""
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _remove_forgotten(path: Path) -> None:
    """Remove what a run that was killed left behind, but not what another run is writing now."""
    pattern = re.compile(rf"\.{re.escape(path.name[:50])}\.[0-9a-f]{{8}}\.cgtmp")
    with suppress(OSError):
        for file in path.parent.iterdir():
            if pattern.fullmatch(file.name) and time.time() - file.stat().st_mtime > _FORGOTTEN_AFTER:
                file.unlink()


@contextmanager
def translate_os_errors(path: Path, language: str) -> Iterator[None]:
    """Turn the system's refusals into one plain sentence."""
    try:
        yield
    except OSError as fault:
        reason = _REASONS.get(fault.errno or 0, "other")
        sentence = say(
            language, f"outputs.{reason}", name=display_name(path), reason=fault.strerror or str(fault)
        )
        raise EnvironmentFault(sentence) from fault


def display_name(path: Path | str) -> str:
    """A file's name as text to print, whatever bytes it is made of and whatever a terminal would do at them."""
    return visible(_text_of(path))


def _text_of(name: Path | str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def is_inside(name: str) -> bool:
    """True if a name with forward slashes, taken from a folder, stays in it, on any system."""
    windows = PureWindowsPath(name)
    is_plain = not (windows.drive or windows.root or PurePosixPath(name).is_absolute() or "\0" in name)
    return is_plain and bool(windows.parts) and ".." not in (*windows.parts, *PurePosixPath(name).parts)


def stem_of(name: str) -> str:
    """The stem of an input's name, fit for a file name on any system: «-» is ``stdin``, ``CON`` is ``_CON``."""
    if name == "-":
        return "stdin"
    return safe_name(Path(name).stem, _STEM_BYTES)


def safe_name(name: str, limit: int = _NAME_BYTES) -> str:
    """A name fit for a file on any system, without what leads out of its folder."""
    stem = unicodedata.normalize("NFC", _text_of(name))
    stem = "".join("_" if unicodedata.category(char).startswith("C") else char for char in stem)
    stem = _short(_NOT_IN_NAMES.sub("_", stem).strip(" ."), limit)
    stem = f"_{stem}" if _RESERVED.match(stem) else stem
    # Back to the name's own form: under a C locale Python keeps the letters of names as escaped bytes.
    return os.fsdecode((stem or "_").encode())


def _short(stem: str, limit: int) -> str:
    """A long name cut, with a mark of the whole, so that two long names stay two files."""
    data = stem.encode()
    if len(data) <= limit:
        return stem
    mark = hashlib.sha256(data).hexdigest()[:8]
    return f"{data[: limit - 9].decode('utf-8', 'ignore').rstrip(' .')}-{mark}"
