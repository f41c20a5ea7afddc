"""The input as a JSON Schema for editors: Russian titles, explanations, and every short form the models take.

``python -m conceptgen.model.schema > schemas/conceptgen.schema.json`` writes it; with ``brand`` added, that of a
brand's file.
"""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from conceptgen.languages import USUAL, vocabulary
from conceptgen.model import apart
from conceptgen.model.base import Bound, DateOrUnknown, Model, Party, Text, UnitOrUnknown
from conceptgen.model.dates import Date
from conceptgen.model.project import Project
from conceptgen.model.scalars import Number, unknown_words
from conceptgen.model.walk import models_below

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHAPES: dict[str, Any] = {
    "When": Date,
    "Text": Text,
    "Party": Party,
    "DateOrUnknown": DateOrUnknown,
    "UnitOrUnknown": UnitOrUnknown,
}
"""What stands in many fields without being a model; each is described once."""


def words_of_field(model: str, field: str, language: str = USUAL) -> tuple[str, str]:
    """The label of a field and its explanation for the one who fills it in."""
    return _words("fields", (f"{model}.{field}", field), language)


def words_of_model(module: str, model: str, language: str = USUAL) -> tuple[str, str]:
    """The label of a model and its explanation; the module tells apart models of one name."""
    return _words("models", (f"{module}.{model}", model), language)


def _words(section: str, keys: tuple[str, str], language: str) -> tuple[str, str]:
    entries = vocabulary(language)[section]
    text = entries.get(keys[0]) or entries[keys[1]]
    label, _, explanation = text.partition(" | ")
    return label, explanation


def _titled(words: tuple[str, str], schema: JsonSchemaValue) -> JsonSchemaValue:
    return {**schema, "title": words[0], "description": words[1]}


def _untitled(schema: JsonSchemaValue) -> JsonSchemaValue:
    return {key: value for key, value in schema.items() if key not in ("title", "description")}


def _or_null(schema: JsonSchemaValue) -> JsonSchemaValue:
    """An empty value is an absent one."""
    null = {"type": "null"}
    if not schema or null in schema.get("anyOf", ()):
        return schema
    branches = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return {"anyOf": [*branches, null]}


class _Generator(GenerateJsonSchema):
    """Pydantic's generator with our words."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the library's signature
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        model: type[Model] = schema["cls"]
        described = super().model_schema(schema)
        properties, required = described["properties"], described.get("required", [])
        for name, info in model.model_fields.items():
            key = info.alias or name
            value = {word: said for word, said in properties[key].items() if word != "default"}
            value = value if key in required else {**_or_null(value), **_default(info)}
            properties[key] = _titled(words_of_field(model.__name__, name), value)
        if model is Bound:
            described = {"anyOf": [TypeAdapter(Number).json_schema(), _untitled(described)]}
        return _titled(words_of_model(model.__module__.rpartition(".")[2], model.__name__), described)

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        described = super().dict_schema(schema)
        return {**described, "additionalProperties": _or_null(described["additionalProperties"])}


def _default(info: FieldInfo) -> JsonSchemaValue:
    """Only a default that says something to the reader is shown."""
    default = int(info.default) if isinstance(info.default, Decimal) else info.default
    return {"default": default} if isinstance(default, str | int) else {}


def _generated(kind: Any) -> JsonSchemaValue:
    asked = TypeAdapter(kind)
    asked.rebuild()
    return _Generator().generate(apart.together(asked.core_schema, models_below(Project)))


def _shapes() -> dict[str, JsonSchemaValue]:
    found = {}
    for name, shape in _SHAPES.items():
        found[name] = {key: value for key, value in _generated(shape).items() if key != "$defs"}
    return found


def _shared(node: Any, shapes: dict[str, JsonSchemaValue]) -> Any:
    """The same schema with each shape named instead of repeated."""
    if isinstance(node, list):
        return [_shared(each, shapes) for each in node]
    if not isinstance(node, dict):
        return node
    for name, shape in shapes.items():
        if _untitled(node) == shape:
            return {"$ref": f"#/$defs/{name}", **{key: node[key] for key in node if key not in shape}}
    return {key: _shared(value, shapes) for key, value in node.items()}


def _entitled(node: Any, owner: str) -> Any:
    """Give words to the keys of a mapping that is no model."""
    if isinstance(node, list):
        return [_entitled(each, owner) for each in node]
    if not isinstance(node, dict):
        return node
    described = {key: _entitled(value, owner) for key, value in node.items()}
    for key, value in described.get("properties", {}).items():
        words = words_of_field(owner, "from_" if key == "from" else key)
        described["properties"][key] = _titled(words, value)
    return described


def json_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of one input."""
    shapes = _shapes()
    schema = _shared(_generated(Project), shapes)
    for name, shape in shapes.items():
        body = {key: _shared(value, shapes) for key, value in shape.items()}
        schema["$defs"][name] = _titled(words_of_model("", name), _entitled(body, name))
    schema["$defs"]["DateOrUnknown"]["oneOf"].append({"enum": list(unknown_words())})
    head = {key: schema[key] for key in ("title", "description")}
    return {"$schema": _DIALECT, "$id": "conceptgen.schema.json", **head, **_with_short_names(schema)}


def _with_short_names(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Two models of one name differ by their module alone."""
    text = json.dumps(schema, ensure_ascii=False)
    for name in schema["$defs"]:
        if "__" in name:
            text = text.replace(name, ".".join(name.split("__")[-2:]))
    short: JsonSchemaValue = json.loads(text)
    return short


def brand_schema() -> dict[str, object]:
    """The same of a brand in a file of its own."""
    known: Any = json_schema()["$defs"]
    inside = {name: known[name] for name in ("BrandColors", "BrandFonts")}
    return {"$schema": _DIALECT, "$id": "brand.schema.json", **known["Brand"], "$defs": inside}


SCHEMAS = {"conceptgen": json_schema, "brand": brand_schema}


def json_schema_text(name: str = "conceptgen") -> str:
    """A schema as its file holds it."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(json_schema_text(*sys.argv[1:]).encode())
