"""Start-up: whole processes, as a person waits for them."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from timing import process, table

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def measure() -> list[str]:
    """``--help`` beside ``import click``, and ``check`` on a small and on the largest sample."""
    program = [sys.executable, "-m", "conceptgen"]
    commands = {
        "import click": [sys.executable, "-c", "import click"],
        "conceptgen --help": [*program, "--help"],
        "conceptgen check minimal.yaml": [*program, "check", str(SAMPLES / "minimal.yaml")],
        "conceptgen check clinic.yaml": [*program, "check", str(SAMPLES / "clinic.yaml")],
    }
    idle = statistics.median(process([sys.executable, "-c", ""])[0] for _ in range(7))
    rows = [
        (name, f"{statistics.median(process(command)[0] for _ in range(7)) - idle:.3f}")
        for name, command in commands.items()
    ]
    return [table("Запуск", ("", "секунд"), rows, f"Сверх пустого запуска Python с замером ({idle:.3f} с).")]
