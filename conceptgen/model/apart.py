"""Each model is checked by a validator of its own, built when its first value comes: an input needs few of a hundred.

Pydantic by itself builds into one validator whatever a model may hold. Here a model inside another one is a call of
its own validator; what that refuses is told with its whole place.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_is_inside: ContextVar[bool] = ContextVar("is_inside", default=False)


def core_schema_of(kind: type[BaseModel], source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    """The whole of the model that is asked for; of a model inside it, a call."""
    if _is_inside.get():
        return core_schema.with_info_plain_validator_function(partial(_validate, kind))
    return _inside(source, handler)


def _inside(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    outside = _is_inside.set(True)
    try:
        return handler(source)
    finally:
        _is_inside.reset(outside)


def _validate(kind: type[BaseModel], value: Any, info: core_schema.ValidationInfo[Any]) -> Any:
    return kind.__pydantic_validator__.validate_python(value, context=info.context)


@dataclass(frozen=True, slots=True, eq=False)
class Once:
    """Annotated metadata of what stands in hundreds of fields: what checks it is made up once for all of them.

    Not for a type whose own metadata say something to editors: pydantic would hear that only the first time.
    """

    made: list[CoreSchema] = field(default_factory=list)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A copy each time: pydantic writes into it what the field says."""
        if not self.made:
            self.made.append(_inside(source, handler))
        fresh: Any = {**self.made[0]}
        fresh["metadata"] = {key: copy(said) for key, said in fresh.get("metadata", {}).items()}
        return fresh  # type: ignore[no-any-return]


def together(root: CoreSchema, kinds: Iterable[type[BaseModel]]) -> CoreSchema:
    """For a JSON Schema: the root, and the models it may hold, each under its name; a call is that name."""
    inside: list[CoreSchema] = [{**_linked(_whole(kind)), "ref": _name(kind)} for kind in kinds]
    return core_schema.definitions_schema(_linked(root), inside)


def _whole(kind: type[BaseModel]) -> CoreSchema:
    kind.model_rebuild()
    return kind.__pydantic_core_schema__


def _linked(node: Any) -> Any:
    if isinstance(node, list | tuple):
        return [_linked(each) for each in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "function-plain" and isinstance(called := node["function"]["function"], partial):
        return core_schema.definition_reference_schema(_name(called.args[0]))
    return {key: _linked(value) for key, value in node.items()}


def _name(kind: type[BaseModel]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}:{id(kind)}"
