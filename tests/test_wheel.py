"""The wheel is the whole program: installed elsewhere, away from the checkout, it works."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = ("templates", "schemas", "samples")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment that knows our dependencies but not our checkout."""
    folder = tmp_path_factory.mktemp("elsewhere")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "env"], check=True)
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-deps",
        "--no-index",
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True, timeout=120)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    ours = subprocess.run([python, "-c", where], check=True, capture_output=True, text=True).stdout.strip()
    # A folder named in a .pth file adds its packages but not its own .pth files: the editable checkout stays out.
    Path(ours, "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return scripts


def call(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run something away from the checkout."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, timeout=120)


def test_the_wheel_carries_templates_schemas_and_samples(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    files = [file for room in SHIPPED for file in (ROOT / room).rglob("*") if file.is_file()]
    assert files
    missing = [
        file.name for file in files if f"conceptgen/_data/{file.relative_to(ROOT).as_posix()}" not in names
    ]
    assert missing == []
    assert {"conceptgen/py.typed", "conceptgen/languages/ru.yaml", "conceptgen/languages/en.yaml"} <= names
    assert {"conceptgen/languages/ru.words", "conceptgen/rulebook/words/lists/en.words"} <= names
    assert not [name for name in names if name.startswith("tests/") or "__pycache__" in name]


def test_installed_elsewhere_it_starts_and_renders_a_file(elsewhere: Path, tmp_path: Path) -> None:
    program = elsewhere / "conceptgen"
    where = call(elsewhere / "python", "-c", "import conceptgen; print(conceptgen.__file__)", folder=tmp_path)
    assert str(elsewhere.parent) in where.stdout
    assert call(program, "new", "начало.yaml", folder=tmp_path).returncode == 0
    done = call(
        program, "render", "начало.yaml", "--variant", "full", "--format", "docx,html,pdf", folder=tmp_path
    )
    assert done.returncode == 0, done.stderr
    written = sorted(path.suffix for path in (tmp_path / "out").iterdir() if path.stat().st_size > 10_000)
    assert written == [".docx", ".html", ".pdf"]
