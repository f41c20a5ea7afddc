"""True if a file is meant as an input: it says so of itself, or has the parts that only an input has."""

from __future__ import annotations

import re

from conceptgen.input.files import ZIP

# Each repetition is bounded, so that no run of blanks or lines is looked through again and again.
_BEGIN = rb"""(?:^[ \t]{0,40}|[{,][ \t]{0,40})["']?"""
_END = rb"""["']?[ \t]{0,40}:[ \t]{0,40}"""
_MARK = re.compile(_BEGIN + rb"schema" + _END + rb"""["']?conceptgen/""", re.MULTILINE)
_MISTYPED = re.compile(rb"""^["']?\w{1,20}""" + _END + rb"""["']?conceptgen/""", re.MULTILINE)
_PART = rb"""["']?(document|organization|concept|chains|deliverables)["']?[ \t]{0,40}:"""
_YAML_PART = re.compile(rb"^" + _PART, re.MULTILINE)
_JSON_PART = re.compile(rb"(?:^[ \t]{0,4}|[{,][ \t]{0,4})" + _PART, re.MULTILINE)
_SCHEMA = re.compile(rb"""["']?\$defs["']?[ \t]{0,40}:""")
"""The description of the fields for editors has the same names."""
_CONTRIBUTION = re.compile(_BEGIN + rb"schema" + _END + rb"""["']?conceptgen-contribution/""", re.MULTILINE)
"""What a participant says is put into an input by ``merge``; no documents are made of it alone."""
_ENOUGH = 2
"""So many parts of an input make one of a file whose first line is mistyped or not there."""


def is_input(data: bytes) -> bool:
    """True if a file calls itself an input or looks like one, even if the rest of it cannot be read (UTF-16 too)."""
    if data.startswith(ZIP):
        from conceptgen.input.workbook.package import is_ours

        return is_ours(data)
    plain = data.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").replace(b"\r", b"\n")
    if _CONTRIBUTION.search(plain):
        return False
    return bool(_MARK.search(plain)) or (not _SCHEMA.search(plain) and _looks_like_one(plain))


def _looks_like_one(plain: bytes) -> bool:
    if _MISTYPED.search(plain):
        return True
    part = _JSON_PART if plain.lstrip()[:1] == b"{" else _YAML_PART
    return len({found[1] for found in part.finditer(plain)}) >= _ENOUGH
