"""Every sample is a good YAML 1.2 citizen: read by its core rules and written as JSON, it is the same project."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from made import in_turn, loaded

from conceptgen.input import load, load_bytes
from conceptgen.resources import samples


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2, core schema: null, true and false, integers and floats; no dates, no sexagesimal, no yes and no."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as the library names it


def _core(tag: str, pattern: str, read: Any) -> None:
    CoreLoader.add_implicit_resolver(tag, re.compile(f"^(?:{pattern})$"), None)
    CoreLoader.add_constructor(tag, lambda _, node: read(node.value))


_core("tag:yaml.org,2002:null", r"~|null|Null|NULL|", lambda _: None)
_core("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true")
_core("tag:yaml.org,2002:int", r"[-+]?[0-9]+", int)
_core("tag:yaml.org,2002:float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", float)


def as_json(data: bytes) -> bytes:
    """The same data as JSON."""
    return json.dumps(yaml.load(data, CoreLoader), ensure_ascii=False).encode()


@pytest.mark.parametrize("name", in_turn("service_centre", "dealer"))
def test_a_sample_written_as_json_is_the_same_project(name: str) -> None:
    """Numbers in texts and dates are quoted, so no reader takes them for something else."""
    from_yaml, data = loaded(name), (samples() / f"{name}.yaml").read_bytes()
    from_json = load_bytes(as_json(data), f"{name}.json")
    assert from_yaml.findings == ()
    assert from_json.findings == ()
    assert from_yaml.project is not None
    assert from_json.project == from_yaml.project
    assert from_json.project is not from_yaml.project


@pytest.mark.parametrize("name", ["minimal", "chain_only"])
def test_a_sample_of_standard_input_is_the_same_project(name: str) -> None:
    """Without a name, what the text is shows by its first letter."""
    data = (samples() / f"{name}.yaml").read_bytes()
    assert load(data).project == load(as_json(data)).project == loaded(name).project
    assert load(data).name == "stdin"


def test_an_unquoted_version_would_be_noticed() -> None:
    """The comparison can fail: 1.10 without quotes is no text in JSON."""
    text = (
        (samples() / "minimal.yaml")
        .read_text(encoding="utf-8")
        .replace('"2026-09-01"', "2026-09-01\n  version: 1.10")
    )
    assert load(text.encode(), "a.yaml").project is not None
    refused = load(as_json(text.encode()), "a.json")
    assert [finding.code for finding in refused.findings] == ["E-TYP-07"]
