"""Documents of customer service from one checked file: ``write(compose(load(file).project), "docx")``.

``load`` reads an input, ``review`` judges its content, ``compose`` makes a document of it, ``write`` makes that
document a file's bytes. Each loads its room on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

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
    "Loaded": "load",
    "Project": "model.project",
    "RequestError": "errors",
    "compose": "compose",
    "load": "load",
    "review": "review",
    "write": "write",
}


def _fetch(name: str) -> Any:
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _fetch(name)


def __dir__() -> list[str]:
    return __all__


class _Verb:
    """Four rooms are called after the function they offer: in the package the name means the function, always.

    Without this, whoever first imports ``conceptgen.input`` would put the room in the function's place.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, package: ModuleType, kind: type) -> Any:
        return _fetch(self.name)

    def __set__(self, package: ModuleType, room: ModuleType) -> None:
        """Leave the room where it is: in ``sys.modules``."""


class _Package(ModuleType):
    load = _Verb("load")
    review = _Verb("review")
    compose = _Verb("compose")
    write = _Verb("write")


sys.modules[__name__].__class__ = _Package
