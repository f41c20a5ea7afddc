"""LibreOffice, fenced in: where it is, which one it is, and a Word file laid out by it as PDF.

It runs with a profile of its own that lives as long as the run, without a shell or a window, for a limited time.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from conceptgen.errors import EnvironmentFault
from conceptgen.languages import say
from conceptgen.scratch import scratch

NAMES: Final = ("soffice", "libreoffice")
PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
"""Where installers put it without telling the system."""
SECONDS: Final = 180.0
"""How long one run may take; a first start on a slow machine takes twenty."""
_VERSION_SECONDS: Final = 30.0
_EXPORT: Final = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'


def find() -> str:
    """The path of LibreOffice, "" when the machine has none."""
    found = (shutil.which(name) for name in (*NAMES, *PLACES))
    return next((path for path in found if path), "")


def version() -> str:
    """Which LibreOffice lays out here, as it calls itself; "" when there is none or it does not answer."""
    if not find():
        return ""
    try:
        with scratch() as folder:
            said = _run(folder, ["--version"], _VERSION_SECONDS)
    except (OSError, subprocess.SubprocessError):
        return ""
    return " ".join(said.decode("utf-8", "replace").split())


def pdf(docx: bytes, language: str) -> bytes:
    """A Word file laid out as PDF; bookmarks become its named destinations.

    Raises EnvironmentFault, in the words of the language, when LibreOffice is absent or fails.
    """
    if not find():
        raise EnvironmentFault(say(language, "writing.office_absent"))
    try:
        with scratch() as folder:
            source = folder / "document.docx"
            source.write_bytes(docx)
            _run(folder, ["--convert-to", _EXPORT, "--outdir", str(folder), str(source)], SECONDS)
            return source.with_suffix(".pdf").read_bytes()
    except subprocess.TimeoutExpired as fault:
        raise EnvironmentFault(say(language, "writing.office_slow", seconds=round(SECONDS))) from fault
    except (OSError, subprocess.SubprocessError) as fault:
        raise EnvironmentFault(say(language, "writing.office_failed")) from fault


def _run(folder: Path, arguments: Sequence[str], seconds: float) -> bytes:
    """What one run prints; a run that takes too long ends with all it has started."""
    profile = (folder / "profile").as_uri()
    command = [find(), f"-env:UserInstallation={profile}", "--headless", "--norestore", *arguments]
    with subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as run:
        try:
            said, _ = run.communicate(timeout=seconds)
        except BaseException:
            _stop(run)
            raise
    if run.returncode:
        raise subprocess.CalledProcessError(run.returncode, command)
    return said


def _stop(run: subprocess.Popen[bytes]) -> None:
    """LibreOffice is started by a script and works in a process of its own: both go."""
    if not hasattr(os, "killpg"):
        run.kill()
        return
    with suppress(ProcessLookupError):
        os.killpg(run.pid, signal.SIGKILL)
