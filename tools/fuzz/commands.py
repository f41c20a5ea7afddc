"""Command lines of odd words: each ends with a known exit code and plain lines."""

from __future__ import annotations

import io
import os
import shutil
import sys
import warnings
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random

from conceptgen.cli.program import COMMANDS, Program
from fuzz.mutants import PIECES, ROOT, mutated, samples
from fuzz.promises import plain

_ENDINGS = {0, 2, 3, 4, 5, 6}
_FILES = (
    "client.yaml",
    "bad.yaml",
    "folder",
    "pipe",
    "loop.yaml",
    ".",
    "..",
    "-",
    "",
    "/dev/full",
    "/dev/zero",
    "x/",
)
_OPTIONS = (
    *(
        "--format",
        "--document",
        "--variant",
        "--chain",
        "--lang",
        "--brand",
        "--template",
        "--map-size",
        "-o",
    ),
    *(
        "--gate",
        "--select",
        "--ignore",
        "--strict",
        "--report",
        "--jobs",
        "--port",
        "--example",
        "--toc-pages",
    ),
    *(
        "--allow-gaps",
        "--review-copy",
        "--embed-source",
        "--dry-run",
        "--prune",
        "--quiet",
        "--cover",
        "--help",
    ),
)
_VALUES = (
    *(
        "html",
        "html,docx",
        "json",
        "sarif",
        "github",
        "text",
        "concept",
        "chain",
        "full",
        "short",
        "page",
        "draft",
    ),
    *("ru", "en", "a3", "1", "0", "salon", "E-IND-01", "W", "out", "report.json"),
)


def case(random: Random, folder: Path) -> None:
    """One command line in a folder of odd files."""
    shutil.copy(ROOT / "samples" / random.choice(("minimal.yaml", "salon.yaml")), folder / "client.yaml")
    (folder / "bad.yaml").write_bytes(mutated(random, random.choice(list(samples().values()))))
    (folder / "folder").mkdir()
    (folder / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(folder / "pipe")
    code, said = run(_words(random))
    assert code in _ENDINGS, f"exit code {code}: {said[-500:]}"
    assert "Traceback" not in said
    plain(said)
    assert not any(path.stat().st_size for path in map(Path, ("/dev/full", "/dev/zero")))


def _words(random: Random) -> list[str]:
    command = random.choice([name for name in COMMANDS if name not in ("preview", "doctor")])
    words = [command, *([random.choice(("new", "check", "x"))] if command == "template" else [])]
    # A PDF takes seconds, a pool of processes too: others look after these.
    if command in ("render", "review"):
        words += ["--format", "html"]
    if command == "build":
        words += ["--dry-run"]
    for _ in range(random.randrange(4)):
        option = random.choice(_OPTIONS)
        words.append(option)
        if random.random() < 0.7:
            words.append(random.choice((*_VALUES, *_FILES, *PIECES)).replace("\x00", "?"))
    files = [
        random.choice((*_FILES, *_FILES, *PIECES)).replace("\x00", "?")
        for _ in range(random.choice((0, 1, 1, 2)))
    ]
    return [word for word in (*words, *files) if "pdf" not in word and word != "--watch"]


def run(words: list[str]) -> tuple[object, str]:
    """A command line: its exit code and all it said."""
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
    usual = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(b"schema: conceptgen/1\n"))
    code: object = None
    try:
        with redirect_stdout(streams[0]), redirect_stderr(streams[1]), warnings.catch_warnings():
            Program().main(words)
    except SystemExit as ended:
        code = ended.code
    finally:
        sys.stdin = usual
    return code, "".join(stream.buffer.getvalue().decode("utf-8", "replace") for stream in streams)  # type: ignore[attr-defined]
