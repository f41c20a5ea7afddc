"""Files of brands, and what they name: texts gone astray, logos gone astray, names that lead away."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

from conceptgen.input import load
from conceptgen.input.brand import brand_file
from fuzz.mutants import PIECES, ROOT, mutated
from fuzz.promises import hold

_LOGOS = sorted(
    path for path in (ROOT / "samples" / "brands").rglob("*") if path.suffix in (".png", ".svg", ".jpg")
)
_BRANDS = sorted((ROOT / "samples" / "brands").rglob("*.yaml"))
_NAMES = (
    "/etc/passwd",
    "/dev/zero",
    "../x",
    "pipe",
    "loop",
    "",
    ".",
    "logo.png",
    "\x00",
    "a" * 300,
    "http://x/y.png",
)


def case(random: Random, folder: Path) -> None:
    """One brand beside a client and by itself."""
    data = mutated(random, random.choice(_BRANDS).read_bytes()) if _BRANDS else b"firm: x\n"
    if random.random() < 0.4:
        data = f"firm: x\nlogo: {random.choice((*_NAMES, *PIECES))}\n".encode("utf-8", "surrogatepass")
    _lay(random, folder, data)
    own = random.choice(
        ("", "brand: other.yaml\n", "brand: brand.yaml\n", "brand: ../x.yaml\n", "brand: {firm: x}\n")
    )
    client = (ROOT / "samples" / "minimal.yaml").read_text("utf-8") + own
    (folder / "client.yaml").write_text(client, encoding="utf-8")
    hold(load(folder / "client.yaml"))
    _, told = brand_file(folder / "brand.yaml", "brand.yaml", random.choice(("ru", "en")))
    assert all(each.message for each in told)


def _lay(random: Random, folder: Path, data: bytes) -> None:
    """The brand's file, or something else under its name; logos under every name a sample uses."""
    kind = random.randrange(8)
    path = folder / "brand.yaml"
    if kind == 0:
        path.symlink_to(
            random.choice(("/etc/passwd", "/dev/zero", "brand.yaml", "nowhere", "other.yaml", ".."))
        )
    elif kind == 1 and hasattr(os, "mkfifo"):
        os.mkfifo(path)
    elif kind == 2:
        path.mkdir()
    else:
        path.write_bytes(data)
    (folder / "other.yaml").write_bytes(data)
    (folder / "loop").symlink_to("loop")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
    for logo in _LOGOS:
        laid = mutated(random, logo.read_bytes()) if random.random() < 0.7 else logo.read_bytes()
        (folder / logo.name).write_bytes(laid)
