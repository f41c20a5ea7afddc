"""Templates as their owners leave them: made in code from the house's by changing its parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from conceptgen.resources import template_path

BODY_SLOT = "slot:body"
COVER_SLOT = "slot:section.cover"


def house() -> bytes:
    return template_path("docx", "house.docx").read_bytes()


def own_cover() -> bytes:
    return template_path("docx", "cover.docx").read_bytes()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The template with the text of one part changed; the change must change something."""
    parts = parts_of(data)
    before = parts.get(part, b"").decode()
    after = change(before)
    assert after != before
    return packed({**parts, part: after.encode()})


def replaced(data: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    return changed(data, part, lambda text: text.replace(old, new))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    return packed({**parts_of(data), name: content})


def control(name: str) -> str:
    """A slot of the house template as it stands there."""
    text = parts_of(house())["word/document.xml"].decode()
    start = text.rindex("<w:sdt>", 0, text.index(f'w:val="{name}"'))
    return text[start : text.index("</w:sdt>", start) + len("</w:sdt>")]


def block(slot: str, content: str = "<w:p><w:r><w:t>образец</w:t></w:r></w:p>") -> str:
    """A slot for pages."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="slot:{slot}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def inline(slot: str, look: str = "") -> str:
    """A slot in a line."""
    return block(slot, f"<w:r><w:rPr>{look}</w:rPr><w:t>образец</w:t></w:r>")


def text(said: str, style: str = "", more: str = "") -> str:
    """A paragraph of the owner's own."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t>{said}</w:t></w:r></w:p>"


PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def around_body(before: str = "", after: str = "", cover: str | None = None, data: bytes = b"") -> bytes:
    """The house template with pages of its owner's before and after the text; ``cover`` in the cover's place."""
    made = data or house()
    if cover is not None:
        made = replaced(made, control(COVER_SLOT), cover)
    body = control(BODY_SLOT)
    return replaced(made, body, before + body + after) if before or after else made


def save(folder: Path, data: bytes, name: str = "my.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
