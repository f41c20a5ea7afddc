"""``doctor``: what the program needs on this machine, what is missing, and how to get it."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib import metadata
from io import StringIO

import click

from conceptgen import resources
from conceptgen.cli import parts, streams
from conceptgen.cli.failures import ENVIRONMENT
from conceptgen.cli.words import text

_REQUIREMENT = re.compile(r"([\w.-]+)\s*([^;]*)$")
_SYSTEM = re.compile(r"sys_platform\s*(==|!=)\s*[\"'](\w+)")
_BOUND = re.compile(r"(==|>=|<=|<|>)\s*([\d.]+)")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked for: ``state`` is ready, lacking (needed), optional (absent) or unsure."""

    name: str
    state: str
    remedy: str = ""

    def __str__(self) -> str:
        return text(f"doctor.{self.state}", name=self.name, remedy=self.remedy)


def command() -> click.Command:
    """Declare ``doctor`` for click: its options, and its help in the language of the locale."""
    return parts.command("doctor", doctor)


def doctor() -> int:
    """Look for everything and tell; the exit code says whether something needed is missing."""
    found = [_python(), *_libraries(), _pango(), _fonts(), _data(), _office()]
    for diagnosis in found:
        streams.write_line(str(diagnosis))
    lacking = [diagnosis.name for diagnosis in found if diagnosis.state == "lacking"]
    streams.write_line(text("doctor.bad", names=", ".join(lacking)) if lacking else text("doctor.good"))
    return ENVIRONMENT if lacking else 0


def _python() -> Diagnosis:
    return Diagnosis(f"Python {platform.python_version()} ({platform.system()})", "ready")


def _libraries() -> Iterator[Diagnosis]:
    for line in metadata.requires("conceptgen") or ():
        asked, _, condition = line.partition(";")
        requirement = _REQUIREMENT.match(asked)
        if requirement and "extra ==" not in condition and _holds_here(condition):
            yield _library(requirement[1], requirement[2].strip())


def _holds_here(condition: str) -> bool:
    """True if a requirement counts on this machine."""
    system = _SYSTEM.search(condition)
    return system is None or (system[1] == "==") == (system[2] == sys.platform)


def _library(name: str, bounds: str) -> Diagnosis:
    requirement = f"{name}{bounds}"
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Diagnosis(name, "lacking", text("doctor.library", requirement=requirement))
    if _fits(version, bounds):
        return Diagnosis(f"{name} {version}", "ready")
    return Diagnosis(f"{name} {version}", "unsure", text("doctor.untested", requirement=requirement))


def _fits(version: str, bounds: str) -> bool:
    mine = _numbers(version)
    tests = {
        "==": lambda other: mine == other,
        ">=": lambda other: mine >= other,
        "<=": lambda other: mine <= other,
        "<": lambda other: mine < other,
        ">": lambda other: mine > other,
    }
    return all(tests[sign](_numbers(other)) for sign, other in _BOUND.findall(bounds))


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(number) for number in re.findall(r"\d+", re.split(r"[a-z+]", version)[0])]
    return (*numbers, *[0] * (4 - len(numbers)))


def _pango() -> Diagnosis:
    try:
        with redirect_stdout(StringIO()):  # what the engine prints when it fails, the remedy says shorter
            from weasyprint.text.ffi import pango
    except (OSError, ImportError):
        return Diagnosis("Pango", "lacking", text("doctor.pango"))
    number = pango.pango_version()
    return Diagnosis(f"Pango {number // 10000}.{number // 100 % 100}.{number % 100}", "ready")


def _fonts() -> Diagnosis:
    from conceptgen.writers.pdf import fonts

    try:
        complete = all(path.is_file() for path in fonts.files().values())
    except Exception:
        complete = False
    name = ", ".join(fonts.FAMILIES)
    return Diagnosis(name, "ready") if complete else Diagnosis(name, "lacking", text("doctor.fonts"))


def _data() -> Diagnosis:
    needed = (
        resources.schema(),
        resources.template_path("docx"),
        resources.template_path("html"),
        resources.samples(),
    )
    whole = all(path.exists() for path in needed)
    name = ", ".join(path.name for path in needed)
    return Diagnosis(name, "ready") if whole else Diagnosis(name, "lacking", text("doctor.data"))


def _office() -> Diagnosis:
    from conceptgen.writers import libreoffice

    if not libreoffice.find():
        return Diagnosis("LibreOffice", "optional", text("doctor.office"))
    return Diagnosis(libreoffice.version() or "LibreOffice", "ready")
