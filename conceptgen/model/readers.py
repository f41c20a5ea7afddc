"""How a value of the input is read, said in a form that pydantic takes as it is, without looking into the function."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """Annotated metadata: ``read`` makes the value of what is written, ``schema`` tells editors what may be written."""

    read: Callable[..., Any]
    schema: JsonSchemaValue

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read, then validate."""
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> JsonSchemaValue:
        """What may be written."""
        return {**self.schema}


@dataclass(frozen=True, slots=True, eq=False)
class ReadTelling(Read):
    """The same, by a function that also takes the ``ValidationInfo``, to tell how it understood what is written."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read, then validate."""
        return core_schema.with_info_before_validator_function(self.read, handler(source))


@dataclass(frozen=True, slots=True, eq=False)
class ReadWhole(ReadTelling):
    """The same, where nothing is left to validate."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read."""
        return core_schema.with_info_plain_validator_function(self.read)
