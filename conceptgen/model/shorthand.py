"""Short ways to write a value, for the reader of the input and for the editor's schema alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Form:
    """Annotated metadata: ``expand`` turns the short form into the full one, ``schema`` says so to editors."""

    expand: Callable[[Any], Any]
    schema: Callable[[JsonSchemaValue], JsonSchemaValue]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Expand, then validate what stands inside."""
        return core_schema.no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(
        self, inner: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe both forms."""
        return self.schema(handler(inner))


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


def _list_or_one(schema: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [schema, schema["items"]]}


Many = Annotated[tuple[T, ...], Form(_as_list, _list_or_one)]
"""A list, or its only item written without one."""


def short(key: str) -> Form:
    """Let an item be written as one bare text, which stands for ``{key: text}``."""

    def expand(value: Any) -> Any:
        return {key: value} if isinstance(value, str) else value

    return Form(expand, lambda schema: {"anyOf": [{"type": ["string", "number"]}, schema]})
