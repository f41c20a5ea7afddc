"""The lock: exact versions with hashes of all that the scripts install, from no particular machine or registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "requirements"
FILES = sorted(FOLDER.glob("*.txt"))
ASKED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = ASKED["project"]["dependencies"] + ASKED["dependency-groups"]["build"]
DEV = RUN + ASKED["project"]["optional-dependencies"]["dev"]
DASK = ASKED["project"]["dependencies"] + ASKED["project"]["optional-dependencies"]["dask"]
GROUPS = {
    "run": RUN,
    "dev": DEV,
    "dask": DASK,
    **{name: ASKED["dependency-groups"][name] for name in ("bench", "lock")},
}
LINE = re.compile(
    r"(?P<pin>[a-z0-9-]+==[^\s;]+(?: ; [^\\]+)?)(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n"
)


def _locked(name: str) -> dict[str, list[Requirement]]:
    """The pins of each package: one, or one a kind of machine."""
    found: dict[str, list[Requirement]] = {}
    for line in LINE.finditer((FOLDER / f"{name}.txt").read_text("utf-8")):
        pin = Requirement(line["pin"])
        found.setdefault(canonicalize_name(pin.name), []).append(pin)
    return found


def _on(machine: dict[str, str], requirements: list[Requirement]) -> list[Requirement]:
    """Those that count on a machine."""
    return [each for each in requirements if each.marker is None or each.marker.evaluate(machine)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_lock_is_versions_and_hashes_and_nothing_else(file: Path) -> None:
    """No registry, no path of a machine, no option: any machine installs the same from where it installs."""
    assert LINE.sub("", file.read_text(encoding="utf-8")) == ""


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("name", GROUPS)
def test_all_that_is_asked_for_is_locked_within_its_range(name: str, system: str) -> None:
    """A dependency added to pyproject.toml without `make lock` is found here, not on another's machine."""
    locked, machine = _locked(name), {"sys_platform": system}
    for wanted in _on(machine, list(map(Requirement, GROUPS[name]))):
        (pin,) = _on(machine, locked[canonicalize_name(wanted.name)])
        ((_, version),) = ((each.operator, each.version) for each in pin.specifier)
        assert wanted.specifier.contains(version), f"{wanted}: {version}; make lock"


def test_the_files_of_the_lock_agree() -> None:
    """Work and tests run with the same versions."""
    dev = _locked("dev")
    for name in ("run", "bench", "dask"):
        for key, pins in _locked(name).items():
            assert {str(pin.specifier) for pin in dev.get(key, pins)} == {str(pin.specifier) for pin in pins}


def test_every_file_of_the_lock_is_used_and_no_other_python_package_is_installed() -> None:
    """What scripts install comes from the lock."""
    assert {file.stem for file in FILES} == set(GROUPS)
    scripts = [ROOT / "Makefile", *(each for each in (ROOT / "tools").iterdir() if each.is_file())]
    installs = [
        line.strip()
        for script in scripts
        for line in script.read_text(encoding="utf-8").splitlines()
        if "pip install" in line and not line.lstrip().startswith("#")
    ]
    assert len(installs) >= 4
    for line in installs:
        assert "--require-hashes" in line or "--no-deps" in line or "--resolution" in line, line
