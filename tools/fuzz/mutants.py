"""What goes astray: bytes of a text, and values of a tree."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
PIECES = (
    *(
        "\x00",
        "\x1b",
        "\x07",
        "\ufeff",
        "\u2028",
        "\u202e",
        "\u00a0",
        "\ud7ff",
        "é",
        "👩‍👩‍👧",
        "\t",
        "\r",
        "\n",
        " ",
    ),
    *(
        ":",
        ": ",
        "- ",
        "#",
        " #",
        "&a ",
        "*a",
        "!!python/object:os.system ",
        "!",
        "|",
        ">",
        "|2-\n",
        "%",
        "@",
        "`",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        ",",
        "'",
        '"',
        "''",
        '""',
        "\\",
        "\\u0000",
        "\\x",
        "---\n",
        "...\n",
        "<<: ",
        "<<<<<<< x\n",
    ),
    *(
        "null",
        "~",
        "yes",
        ".inf",
        "-.nan",
        "0x1F",
        "1e999",
        "1_000",
        "08",
        "12:30",
        "9" * 5000,
        "0.1000000000000000055",
    ),
    *("2026-02-30", "2026-13", "0000", "99999-01-01", "FY2026-Q5", "2026-01-01T00:00:00Z", "{from: 2026}"),
    *("{{ 7*7 }}", "{% raw %}", "{name}", "%s", "<script>", "</w:t>", "]]>", "&amp;", "javascript:alert(1)"),
    *("../../etc/passwd", "/dev/zero", "file:///etc/passwd", "x" * 3000, "слово " * 500, "a-" * 300),
)
VALUES: tuple[Any, ...] = (
    *PIECES,
    *(
        "",
        0,
        -1,
        1,
        10**30,
        0.1,
        True,
        False,
        None,
        [],
        {},
        [[]],
        [None],
        {"": ""},
        {"unknown": {}},
        {"unknown": True},
    ),
    *(
        {"value": 1},
        {"min": 5, "max": 1},
        {"from": "2027", "to": "2026"},
        {"date": "2026", "as_written": ""},
        ["a", "a"],
    ),
    *(
        {"fraction": [1, 0]},
        {"duration": "P"},
        {"text": "x"},
        {"id": "x"},
        list(range(60)),
        {"a": {"b": {"c": {}}}},
    ),
    *({"date": "2026"}, {"from": "2026"}, {"to": None}, {"value": "0.1000000000000000055"}, {"brand": "x"}),
)


@cache
def samples() -> dict[str, bytes]:
    """Every sample as it lies there, good and bad, and one with every field."""
    found = {
        path.name: path.read_bytes()
        for path in sorted((ROOT / "samples").rglob("*.*"))
        if path.suffix in _TEXTS
    }
    from filler import Filler

    found["filler.json"] = json.dumps(Filler().project(), ensure_ascii=False, indent=1).encode()
    return found


def lay_pictures(folder: Path) -> None:
    """Put every photograph that the inputs name into the folder of a case: one that is not there stops the reading."""
    for name in _pictures():
        (folder / name).write_bytes(_PICTURE)


@cache
def _pictures() -> tuple[str, ...]:
    return tuple({each for tree in trees().values() for each in _named(tree) if "/" not in each})


def _named(tree: Any, inside: str = "") -> Iterator[str]:
    if isinstance(tree, dict):
        if inside in ("pictures", "portrait", "cover") and isinstance(tree.get("file"), str):
            yield tree["file"]
        for key, value in tree.items():
            yield from _named(value, key)
    elif isinstance(tree, list):
        for value in tree:
            yield from _named(value, inside)


_PICTURE = (ROOT / "samples" / "pictures" / "sign.png").read_bytes()
_TEXTS = (".yaml", ".json")


@cache
def trees() -> dict[str, Any]:
    """The good samples as plain data; dates and numbers stay text."""
    good = {path.stem: path.read_bytes() for path in sorted((ROOT / "samples").glob("*.yaml"))}
    good["filler"] = samples()["filler.json"]
    return {name: yaml.load(data, yaml.CBaseLoader) for name, data in good.items()}


def mutated(random: Random, data: bytes) -> bytes:
    """A text with a few places gone astray."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        data = _mutated_once(random, data)
    return data


def _mutated_once(random: Random, data: bytes) -> bytes:  # noqa: PLR0911 - a return for each kind of damage
    at, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
    short = min(end, at + random.choice((1, 2, 5, 40, 400)))
    piece = random.choice(PIECES).encode("utf-8", "surrogatepass")
    match random.randrange(9):
        case 0:
            return data[:at] + piece + data[at:]
        case 1:
            return data[:at] + piece + data[short:]
        case 2:
            return data[:at] + data[short:]
        case 3:
            return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]
        case 4:
            return data[:at]
        case 5:
            return data[:at] + data[at:short] * random.choice((2, 3, 50)) + data[short:]
        case 6:
            return _with_lines(random, data)
        case 7:
            return data.decode("utf-8", "replace").encode(random.choice(_ENCODINGS), "replace")
        case _:
            return data[:at] + data[short:end] + data[at:short] + data[end:]


_ENCODINGS = ("cp1251", "koi8-r", "cp866", "cp1252", "utf-16", "utf-16-be", "utf-32", "utf-8-sig")


def _with_lines(random: Random, data: bytes) -> bytes:
    """Lines out of place: moved, indented, doubled, ended otherwise."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    change = random.randrange(5)
    if change == 0:
        lines.insert(random.randrange(len(lines)), lines.pop(at))
    elif change == 1:
        lines[at] = random.choice((b" ", b"    ", b"\t", b"\xc2\xa0")) + lines[at]
    elif change == 2:
        lines[at] = lines[at].lstrip()
    elif change == 3:
        lines[at:at] = [lines[at]] * random.choice((1, 2, 200))
    return random.choice((b"\n", b"\n", b"\r\n", b"\r")).join(lines) if change == 4 else b"\n".join(lines)


def grown(random: Random, tree: Any) -> Any:
    """A tree with a few values gone astray."""
    tree = copy.deepcopy(tree)
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        holder = _somewhere(random, tree)
        if holder:
            _change(random, tree, holder)
    return tree


def _somewhere(random: Random, node: Any) -> Any:
    """A mapping or a list that is not empty, deeper ones as likely as others."""
    found, waiting = [], [node]
    while waiting:
        each = waiting.pop()
        if each and isinstance(each, dict | list):
            found.append(each)
            waiting += each.values() if isinstance(each, dict) else each
    return random.choice(found) if found else None


def _change(random: Random, tree: Any, holder: Any) -> None:
    key = random.choice(list(holder)) if isinstance(holder, dict) else random.randrange(len(holder))
    match random.randrange(6):
        case 0:
            del holder[key]
        case 1:
            holder[key] = copy.deepcopy(random.choice(VALUES))
        case 2:
            other = _somewhere(random, tree)
            holder[key] = copy.deepcopy(
                random.choice(list(other.values()) if isinstance(other, dict) else other)
            )
        case 3 if isinstance(holder, dict):
            holder[f"{key}{random.choice(('x', ' ', 'ы', '_'))}"] = holder.pop(key)
        case 4 if isinstance(holder, list):
            holder += [copy.deepcopy(holder[key])] * random.choice((1, 2, 30))
        case 5 if isinstance(holder[key], str):
            text = holder[key].encode()
            holder[key] = mutated(random, text).decode("utf-8", "replace") if text else "x"
        case _:
            holder[key] = copy.deepcopy(random.choice(VALUES))


def as_json(tree: Any) -> bytes:
    """A tree as a file."""
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")
