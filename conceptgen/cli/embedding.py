"""The input as a file inside the PDF: whole, and then what of it is private is said, or only what is public."""

from __future__ import annotations

from pathlib import Path

from conceptgen.cli import streams
from conceptgen.cli.words import text
from conceptgen.document.look import Attachment
from conceptgen.files import display_name, safe_name
from conceptgen.input import Loaded


def embedded_source(loaded: Loaded, file: str, data: bytes, much: str) -> Attachment:
    """What goes inside; an input that cannot be read goes nowhere, so that it does not matter here."""
    from conceptgen.changes.public import private, public

    name = _name(file, data)
    if loaded.project is None:
        return Attachment(name, data)
    if much == "public":
        name = f"{Path(name).stem}.yaml" if loaded.workbook is not None else name
        return Attachment(name, public(loaded.project, name))
    notes, internal = private(loaded.project)
    if notes or internal:
        streams.write_error(text("embedded_private", loaded.language, notes=notes, internal=internal))
    return Attachment(name, data)


def _name(file: str, data: bytes) -> str:
    """The name of the input; what came through standard input gets one."""
    if file == "-":
        file = "stdin.json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "stdin.yaml"
    return display_name(safe_name(Path(file).name))
