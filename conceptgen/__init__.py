"""Documents of customer service from one checked file: ``write(compose(load(file).project), "docx")``.

``load`` reads an input, ``review`` judges its content, ``compose`` makes a document of it, ``write`` makes that
document a file's bytes. Each is fetched from its room on first use, so that importing the package costs nothing.
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
