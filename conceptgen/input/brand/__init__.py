"""The brand of a document: from the input, from a file it names, or from ``brand.yaml`` beside it.

The first there is counts as a whole: nothing is taken from the next.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from conceptgen.document import colour, look, typefaces
from conceptgen.findings import Finding, has_errors
from conceptgen.input import sibling_files
from conceptgen.input.brand import visibility
from conceptgen.input.brand.bad_logo import BadLogo
from conceptgen.input.brand.logo import read_logo
from conceptgen.input.check.explain import Explainer
from conceptgen.input.check.make_finding import make_finding
from conceptgen.input.check.validate import without_nulls
from conceptgen.input.files import BRAND_FILE
from conceptgen.input.text.nodes import Mapping, locate
from conceptgen.input.text.read import read, read_file
from conceptgen.model.brand import Brand
from conceptgen.origin import Path as ValuePath

_KEY: ValuePath = ("brand",)

Found = tuple[look.Brand, list[Finding]]


@dataclass(frozen=True)
class _Written:
    """A brand where it is written: the tree its values stand in, the folder its paths count from."""

    tree: Mapping
    file: str
    language: str
    folder: Path | None
    is_inside: bool
    """True if it stands in the input, under its key; a file of its own has the key added for reading."""

    def tell(self, code: str, facts: dict[str, Any], *steps: str) -> Finding:
        path = (*_KEY, *steps)
        place = locate(self.tree, path)
        shown = path if self.is_inside else path[1:]
        return make_finding(code, facts, self.language, self.file, place, shown)


def brand_of(
    brand: Brand | str | None, tree: Mapping, name: str, language: str, folder: Path | None
) -> Found:
    """The brand of an input of ``folder`` (None: it came from no file), and what is wrong with it."""
    here = _Written(tree, name, language, folder, is_inside=True)
    if isinstance(brand, Brand):
        return _with_logo(brand, here)
    try:
        if brand is not None:
            path = sibling_files.find(brand, folder)
        elif folder is not None and os.path.lexists(folder / BRAND_FILE) and Path(name).name != BRAND_FILE:
            path = sibling_files.find(BRAND_FILE, folder)
        else:
            return look.Brand(), []
        data = sibling_files.read(path)
    except sibling_files.Refused as refused:
        return look.Brand(), [
            here.tell("E-BRD-03", {"text": brand or BRAND_FILE, "variant": refused.variant})
        ]
    return _read(data, str(Path(name).parent / (brand or BRAND_FILE)), language, path.parent)


def brand_file(path: Path, name: str, language: str) -> Found:
    """The brand of a file of its own; ``name`` is shown in messages."""
    data, findings = read_file(path, language)
    if data is None:
        return look.Brand(), [replace(finding, file=name) for finding in findings]
    return _read(data, name, language, path.parent)


def _read(data: bytes, name: str, language: str, folder: Path) -> Found:
    tree, findings = read(data, name, language)
    if tree is None:
        return look.Brand(), findings
    wrapped = Mapping(tree.line, tree.column)
    wrapped["brand"] = tree
    here = _Written(wrapped, name, language, folder, is_inside=False)
    brand, refusals = _validated(here)
    if brand is None:
        return look.Brand(), findings + refusals
    seen, told = _with_logo(brand, here)
    return seen, findings + told


def _validated(here: _Written) -> tuple[Brand | None, list[Finding]]:
    rest = without_nulls(here.tree)
    try:
        return Brand.model_validate(rest["brand"]), []
    except ValidationError as refused:
        explainer = Explainer(rest, here.file, here.language)
        under_key = [{**error, "loc": (*_KEY, *error["loc"])} for error in refused.errors(include_url=False)]
        told = [explainer.explain(error) for error in under_key]  # type: ignore[arg-type]
        return None, [replace(each, path=each.path[1:]) for each in told]


def _with_logo(brand: Brand, here: _Written) -> Found:
    """The brand as writers need it: its logo read, and what its reader should know about it."""
    logo, findings = _logo(brand, here)
    findings += _pale_accent(brand, here) + _rare_fonts(brand, here)
    if has_errors(tuple(findings)):
        return look.Brand(), findings
    seen = look.Brand(
        firm=brand.firm,
        logo=logo,
        accent=brand.colors.accent or "",
        second=brand.colors.second or "",
        text_font=brand.fonts.text or "",
        heading_font=brand.fonts.heading or "",
        footer=brand.footer or "",
        disclaimer=brand.disclaimer or "",
    )
    return seen, findings


def _logo(brand: Brand, here: _Written) -> tuple[look.Logo | None, list[Finding]]:
    if not brand.logo:
        return None, []
    try:
        logo = read_logo(sibling_files.read(sibling_files.find(brand.logo, here.folder)), brand.firm)
    except sibling_files.Refused as refused:
        return None, [here.tell("E-BRD-03", {"text": brand.logo, "variant": refused.variant}, "logo")]
    except BadLogo as bad:
        facts = {"text": brand.logo, "variant": bad.variant, **bad.facts}
        return None, [here.tell("E-BRD-04", facts, "logo")]
    return logo, _hard_to_see(logo, brand.logo, here)


def _hard_to_see(logo: look.Logo, file: str, here: _Written) -> list[Finding]:
    seen, filled = visibility.seen_share(logo.png)
    if seen >= visibility.INKED and filled >= visibility.FILLED:
        return []
    variant = "hint" if seen < visibility.INKED else "margin"
    facts = {"text": file, "share": max(1, round(filled * 100)), "variant": variant}
    return [here.tell("W-BRD-03", facts, "logo")]


def _pale_accent(brand: Brand, here: _Written) -> list[Finding]:
    accent = brand.colors.accent
    if not accent or (ratio := colour.contrast(accent, colour.WHITE)) >= colour.READABLE:
        return []
    from conceptgen.languages.words import words

    number = words(here.language).number
    facts = {
        "text": accent,
        "ratio": number(Decimal(f"{ratio:.1f}")),
        "least": number(Decimal(str(colour.READABLE))),
        "ready": colour.lettering(accent),
    }
    return [here.tell("W-BRD-01", facts, "colors", "accent")]


def _rare_fonts(brand: Brand, here: _Written) -> list[Finding]:
    usual: dict[str, typefaces.Kind] = {"text": "serif", "heading": "sans"}
    found = []
    for key, name in (("text", brand.fonts.text), ("heading", brand.fonts.heading)):
        if name and not typefaces.is_common(name):
            ready = typefaces.SHIPPED[typefaces.kind(name, usual[key])]
            facts = {"text": name, "ready": ready, "known": ", ".join(typefaces.COMMON)}
            found.append(here.tell("W-BRD-02", facts, "fonts", key))
    return found
