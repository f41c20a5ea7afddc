"""Whatever loads is composed and written in every format without an engine, and the files are sound."""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import Path
from random import Random

from lxml import etree, html

from conceptgen.errors import ConceptgenError
from conceptgen.input import Loaded, load_bytes
from conceptgen.languages import LANGUAGES
from conceptgen.pipeline import Output, RenderRequest, outputs
from conceptgen.readiness import reports, review_copies
from fuzz.mutants import as_json, grown, trees

SECONDS = 120


def case(random: Random, folder: Path) -> None:
    """One document of a tree that loads; of one that does not, its report."""
    loaded = _loaded(random, folder)
    format = random.choice(("html", "html", "docx"))
    request = RenderRequest(formats=(format,), language=random.choice(("", *LANGUAGES)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            made = list(_made(random, loaded, format, request))
        except ConceptgenError:
            return
        for output in random.sample(made, min(2, len(made))):
            _sound(output, output.data())


def _loaded(random: Random, folder: Path) -> Loaded:
    """A tree gone astray that can still be read, as far as a few tries give one."""
    tree = random.choice(list(trees().values()))
    for _ in range(6):
        loaded = load_bytes(as_json(grown(random, tree)), "x.json", folder)
        if loaded.project is not None:
            break
    return loaded


def _made(random: Random, loaded: Loaded, format: str, request: RenderRequest) -> list[Output]:
    what = random.randrange(5)
    if loaded.project is None or what == 0:
        return list(reports(loaded, "x", (format,)))
    if what == 1:
        return list(review_copies(loaded, "x", RenderRequest()))
    return list(outputs(loaded.project, "x", request))


def _sound(output: Output, data: bytes) -> None:
    if output.name.endswith(".html"):
        assert html.document_fromstring(data.decode()).body is not None
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
