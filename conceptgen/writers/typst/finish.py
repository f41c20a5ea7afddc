"""What Typst leaves to do: heads of rows, links that say where they lead, whose the file is; and packing it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode

_GROUPS = (Name.Document, Name.Part, Name.Sect, Name.Div)
_ENGINE = re.compile(rb"<(xmp:CreatorTool|stEvt:softwareAgent)>[^<]*</\1>")


def finish(data: bytes, producer: str, titles: Mapping[str, str]) -> bytes:
    """The file put right; ``titles`` says what each place that is linked to is called."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for table in _tables(pdf.Root.StructTreeRoot):
            _name_rows(table)
        for page in pdf.pages:
            for link in page.get("/Annots", ()):
                _name_link(link, titles)
        _sign(pdf, producer)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return out.getvalue()


def _tables(element: Any) -> Iterator[Any]:
    """Every table; a table holds no other."""
    for kid in _kids(element):
        if Name.Table == kid.S:
            yield kid
        elif kid.S in _GROUPS:
            yield from _tables(kid)


def _name_rows(table: Any) -> None:
    """In a table without heads the first cell of a row is its head: Typst cannot say so itself."""
    if any(Name.THead == kid.S for kid in _kids(table)):
        return
    for first in (_kids(row)[0] for row in _rows(table)):
        first.S = Name.TH
        held = first.get("/A", Array())
        others = list(held) if isinstance(held, Array) else [held]
        first.A = Array([*others, Dictionary(O=Name.Table, Scope=Name.Row)])


def _rows(table: Any) -> Iterator[Any]:
    for kid in _kids(table):
        if kid.S == Name.TR:
            yield kid
        elif kid.S in (Name.THead, Name.TBody, Name.TFoot):
            yield from _rows(kid)


def _kids(element: Any) -> list[Any]:
    held = element.get("/K", Array())
    every = list(held) if isinstance(held, Array) else [held]
    return [kid for kid in every if isinstance(kid, Dictionary) and "/S" in kid]


def _name_link(link: Any, titles: Mapping[str, str]) -> None:
    """A link by name says what it leads to in words; another keeps what Typst says, the page."""
    target = link.get("/Dest")
    if isinstance(target, pikepdf.String) and str(target) in titles:
        link.Contents = pikepdf.String(titles[str(target)])


def _sign(pdf: pikepdf.Pdf, producer: str) -> None:
    """The file is its author's, not the engine's."""
    said = pdf.Root.Metadata.read_bytes()
    named = _ENGINE.sub(lambda tag: b"<%b>%b</%b>" % (tag[1], escape(producer).encode(), tag[1]), said)
    pdf.Root.Metadata.write(named)
    pdf.docinfo["/Creator"] = producer
