"""Documents of customer service from one checked file.

``load`` reads an input, ``review`` judges its content, ``compose`` makes a document of it, ``write`` makes that
document a file's bytes. Each is fetched from its room on first use, so that importing the package costs nothing.

    >>> from conceptgen import compose, load, review, write
    >>> loaded = load("samples/minimal.yaml")
    >>> [*loaded.findings, *review(loaded)]
    []
    >>> page = write(compose(loaded.project, variant="short"), "html", loaded.look)
    >>> page[:15]
    b'<!DOCTYPE html>'

Nothing here asks the network, reads the clock or throws dice: the same input and look give the same bytes. Objects that
were handed out are frozen, and may be shared by threads. What is wrong with an input is a list of findings, never an
exception; what is raised is a ConceptgenError, whose text is one sentence for the user.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from conceptgen.composition import compose
    from conceptgen.document.blocks import Document
    from conceptgen.errors import ConceptgenError, EnvironmentFault, InputError, RequestError
    from conceptgen.findings import Finding
    from conceptgen.input import Loaded, load
    from conceptgen.model.project import Project
    from conceptgen.rulebook import review
    from conceptgen.writers import write

__all__ = [
    "ConceptgenError",
    "Document",
    "EnvironmentFault",
    "Finding",
    "InputError",
    "Loaded",
    "Project",
    "RequestError",
    "compose",
    "load",
    "review",
    "write",
]

_HOMES = {
    "ConceptgenError": "errors",
    "Document": "document.blocks",
    "EnvironmentFault": "errors",
    "Finding": "findings",
    "InputError": "errors",
    "Loaded": "input",
    "Project": "model.project",
    "RequestError": "errors",
    "compose": "composition",
    "load": "input",
    "review": "rulebook",
    "write": "writers",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
