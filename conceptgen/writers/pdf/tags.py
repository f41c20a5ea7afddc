"""The tags of a PDF, put right where WeasyPrint falls short of PDF/UA: what a screen reader is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Element = Any
"""A dictionary of the PDF library, which has no type hints; it also knows its ``reference``."""


class Tree:
    """The structure tree of a PDF that is about to be written."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.root: Element = self.at(pdf.catalog["StructTreeRoot"])
        self.owners: list[Any] = self.at(self.root["ParentTree"])["Nums"]

    def at(self, reference: bytes) -> Any:
        """The object a reference such as ``b"12 0 R"`` leads to."""
        return self.pdf.objects[int(reference.split()[0])]

    def kids(self, element: Element) -> list[Element]:
        """The elements inside an element."""
        found = (self.at(kid) for kid in element["K"] if isinstance(kid, bytes))
        return [kid for kid in found if "S" in kid]

    def elements(self, element: Element | None = None) -> Iterator[Element]:
        """Every element, in reading order."""
        for kid in self.kids(element or self.root):
            yield kid
            yield from self.elements(kid)

    def parent(self, element: Element) -> Element:
        """The element an element stands in."""
        parent: Element = self.at(element["P"])
        return parent


def mend(pdf: Any, titles: Mapping[str, str]) -> None:
    """Put right the tags of a PDF; ``titles`` says what each place that is linked to is called."""
    tree = Tree(pdf)
    spoken = list(tree.elements())
    kinds: dict[str, list[Element]] = {}
    for element in spoken:
        kinds.setdefault(element["S"], []).append(element)
    for head in kinds.get("/TH", ()):
        _scope(tree, head)
    for cell in kinds.get("/TD", ()):
        cell["A"].pop("Headers", None)  # Scopes say the same, and a sub-heading ends where the next begins.
    leaders = [leader for link in kinds.get("/Link", ()) for leader in _unnested(tree, link)]
    for listing in kinds.get("/L", ()):
        _contents(tree, listing)
    _notes(tree)
    _silence(tree, spoken, leaders)
    _name_links(pdf, titles)


def _scope(tree: Tree, head: Element) -> None:
    """A head over columns, or over the rows of a group, or before the cells of its row."""
    row = tree.parent(head)
    over = tree.parent(row)["S"] == "/THead" or all(cell["S"] == "/TH" for cell in tree.kids(row))
    head["A"]["Scope"] = "/Column" if over else "/Row"
    head.pop("ID", None)


def _unnested(tree: Tree, link: Element) -> Iterator[Element]:
    """The page number of a line of contents belongs to its link; yields the dots of the leader, which do not."""
    for after in [kid for kid in tree.kids(link) if kid["S"] == "/Link"]:
        after["S"] = "/Span"
        leaders = [kid for kid in tree.kids(after) if kid["S"] == "/Link"]
        yield from leaders
        areas = [kid for kid in after["K"] if isinstance(kid, bytes) and tree.at(kid).get("Type") == "/OBJR"]
        for area in areas:
            tree.owners[2 * tree.at(tree.at(area)["Obj"])["StructParent"] + 1] = link.reference
        gone = {*areas, *(leader.reference for leader in leaders)}
        after["K"][:] = [kid for kid in after["K"] if kid not in gone]
        link["K"] += areas


def _contents(tree: Tree, listing: Element) -> None:
    """A list of nothing but links is a list of contents."""
    bodies = [body for item in tree.kids(listing) for body in tree.kids(item)]
    if bodies and all([kid["S"] for kid in tree.kids(body)] == ["/Link"] for body in bodies):
        listing["S"] = "/TOC"
        for item in tree.kids(listing):
            item["S"] = "/TOCI"
        for body in bodies:
            body["S"] = "/Reference"


def _notes(tree: Tree) -> None:
    """The area at the foot of a page holds remarks; each needs an ID of its own."""
    (document,) = tree.kids(tree.root)
    areas = [area for area in tree.kids(document) if area["S"] == "/NonStruct"]
    notes = [note for area in areas for note in tree.kids(area) if note["S"] == "/Span"]
    for number, note in enumerate(notes, 1):
        note["S"] = "/Note"
        note["ID"] = f"(note-{number})"


def _silence(tree: Tree, spoken: list[Element], leaders: list[Element]) -> None:
    """Running headers, page numbers and leaders are not read aloud: no tag, but an artifact."""
    audible = {id(element) for element in spoken} - {id(element) for element in leaders}
    pages = tree.pdf.pages["Kids"][::3]
    for page, owners in zip(pages, tree.owners[1 : 2 * len(pages) : 2], strict=True):
        mute = {mark for mark, owner in enumerate(owners) if id(tree.at(owner)) not in audible}
        for mark in mute:
            owners[mark] = "null"
        stream = tree.at(tree.pdf.objects[page]["Contents"])
        stream.stream = list(_with_artifacts(stream.stream, mute))


def _with_artifacts(operators: list[Any], mute: set[int]) -> Iterator[Any]:
    """The operators of a page, the marks that are ``mute`` opened as artifacts."""
    for at, operator in enumerate(operators):
        coming = operators[at + 1] if at + 1 < len(operators) else None
        if _mark(coming) in mute and _is_tag(operator):
            yield b"/Artifact"
        elif _mark(operator) in mute:
            yield b"BMC"
        elif operator != b"BDC" or _mark(operators[at - 1]) not in mute:
            yield operator


def _is_tag(operator: Any) -> bool:
    return isinstance(operator, str) and operator.startswith("/")


def _mark(operator: Any) -> int | None:
    return operator.get("MCID") if isinstance(operator, dict) else None


def _name_links(pdf: Any, titles: Mapping[str, str]) -> None:
    """A link says where it leads in words, not by the address."""
    for each in pdf.objects:
        if isinstance(each, dict) and each.get("Subtype") == "/Link" and "Dest" in each:
            target = each["Dest"].string
            each["Contents"].string = titles.get(target, target)
