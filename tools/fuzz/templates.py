"""Damaged Word templates: each is refused by its check with a plain finding, or a document is made with it."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from random import Random

from conceptgen.composition import compose
from conceptgen.document.blocks import Document
from conceptgen.document.look import Look
from conceptgen.findings import has_errors
from conceptgen.input import load
from conceptgen.resources import samples, template_path
from conceptgen.writers import write
from conceptgen.writers.docx.template.check import check

SECONDS = 60
_WORDS = ("", "0", "-1", "99999999999", "x", "rId404", "Heading1", "w:p", "NaN", "\u0416", "../../x")


def case(random: Random, folder: Path) -> None:  # noqa: ARG001
    """One template."""
    data = damaged(random, template_path("docx", random.choice(("house.docx", "cover.docx"))).read_bytes())
    findings = check(data, "my.docx", random.choice(("ru", "en")))
    assert all(each.code[2:5] == "TPL" and each.message and each.hint for each in findings)
    if not has_errors(findings):
        made = write(_document(), "docx", Look(template=data))
        assert zipfile.is_zipfile(io.BytesIO(made))


@cache
def _document() -> Document:
    project = load(samples() / "minimal.yaml").project
    assert project is not None
    return compose(project, "concept", "short")


def damaged(random: Random, data: bytes) -> bytes:
    """The file with bytes, parts or XML gone wrong."""
    if random.random() < 0.15:
        return spoiled(random, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        name = random.choice(sorted(parts))
        _damage(random, parts, name)
        if not parts:
            break
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _damage(random: Random, parts: dict[str, bytes], name: str) -> None:
    kind = random.randrange(10)
    if kind == 0:
        del parts[name]
    elif kind == 1:
        parts[name] = spoiled(random, parts[name])
    elif kind == 2:
        parts[name] = parts[random.choice(sorted(parts))]
    elif kind == 3:
        parts[name + random.choice(("x", "/", ".xml"))] = parts.pop(name)
    else:
        parts[name] = rearranged(random, parts[name].decode("utf-8", "replace")).encode("utf-8", "replace")


def spoiled(random: Random, data: bytes) -> bytes:
    """Bytes changed, and sometimes the end cut off."""
    made = bytearray(data)
    for _ in range(random.randint(1, 6)):
        if made:
            made[random.randrange(len(made))] = random.randrange(256)
    return bytes(made[: random.randrange(len(made) + 1)] if random.random() < 0.2 else made)


def rearranged(random: Random, text: str) -> str:
    """A tag dropped, doubled, moved or renamed; an attribute dropped or given another value; the text is whole."""
    kind = random.randrange(6)
    places = list(
        re.finditer(r' [\w:]+="[^"]*"' if kind < 3 else r"<([\w:]+)[^<>]*/>|<([\w:]+)[^<>]*>", text)
    )
    if not places:
        return text
    place = random.choice(places)
    before, found, after = text[: place.start()], place[0], text[place.end() :]
    if kind == 0:
        return before + after
    if kind < 3:
        return f'{before}{found.split("=")[0]}="{random.choice(_WORDS)}"{after}'
    return (
        before + _tag(random, kind, place, found) + after
        if "/>" in found
        else _element(random, kind, text, place)
    )


def _tag(random: Random, kind: int, place: re.Match[str], found: str) -> str:
    if kind == 3:
        return ""
    return (
        found * 2 if kind == 4 else found.replace(str(place[1]), random.choice(("w:zzz", "w:p", "w:tbl")), 1)
    )


def _element(random: Random, kind: int, text: str, place: re.Match[str]) -> str:
    """A whole element dropped or doubled, or moved to another place."""
    end = text.find(f"</{place[2]}>", place.end())
    if end < 0:
        return text
    end += len(f"</{place[2]}>")
    element = text[place.start() : end]
    rest = text[: place.start()] + text[end:]
    if kind == 3:
        return rest
    at = random.choice([found.end() for found in re.finditer(r"<[\w:]+[^<>/]*>", rest)] or [len(rest)])
    return rest[:at] + element + rest[at:] if kind == 5 else text[:end] + element + text[end:]
