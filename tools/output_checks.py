"""One check of an output each: a function from a file, or from a batch of files, to the faults found in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
NODE = ROOT / "build" / "outputs" / "node_modules"
sys.path.insert(0, str(ROOT / "tests"))

Faults = dict[str, list[str]]
"""File name → what is wrong with it."""
UNJUDGED = {"UA-14-001"}
"""The rule pdfua 0.1.3 cannot judge in our files, headings without text; ``pdf_rules`` judges it."""
OURS = re.compile(r"^/[A-Z]{6}\+PT-?(?:Sans|Serif)(?:-|$)")


def open_xml_sdk(files: Iterable[Path]) -> Faults:
    """What Microsoft's own Open XML SDK says of Word files and of slides."""
    return {file.name: _sdk(file) for file in files}


def _sdk(file: Path) -> list[str]:
    command = [str(NODE / ".bin" / "ooxml-validator"), str(file)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode not in (0, 1):
        return [f"the validator could not be run: {told.stderr.strip()}"]
    return [f"{error['description']} ({error['path']})" for error in json.loads(told.stdout)["errors"]]


def openxml_audit(files: Iterable[Path]) -> Faults:
    """What openxml-audit says of Word files and of slides."""
    from openxml_audit import OpenXmlValidator

    return {file.name: [str(error) for error in OpenXmlValidator().validate(file).errors] for file in files}


def word_invariants(files: Iterable[Path]) -> Faults:
    """Our own rules for Word files."""
    from docx_invariants import faults

    return {file.name: faults(file.read_bytes()) for file in files}


def libreoffice(files: Iterable[Path]) -> Faults:
    """Whether LibreOffice opens Word files and slides and makes pages of them."""
    from pypdf import PdfReader

    files = list(files)
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, *map(str, files)], capture_output=True, check=False)
        made = {file.name: Path(folder) / f"{file.stem}.pdf" for file in files}
        return {
            name: [] if pdf.exists() and len(PdfReader(pdf).pages) else ["not converted"]
            for name, pdf in made.items()
        }


def qpdf(files: Iterable[Path]) -> Faults:
    """What qpdf says of the syntax of PDF files."""
    return {file.name: _qpdf(file) for file in files}


def _qpdf(file: Path) -> list[str]:
    told = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    return [] if told.returncode == 0 else (told.stdout + told.stderr).strip().splitlines()


def pdfua(files: Iterable[Path]) -> Faults:
    """What pdfua says of PDF files; a rule it skips must be one of those we judge ourselves."""
    from pdfua import validate

    found = {}
    for file in files:
        report = validate(str(file))
        skipped = {outcome.rule_id for outcome in report.skipped} - UNJUDGED
        found[file.name] = [str(finding) for finding in report.findings] + sorted(skipped)
    return found


def pdf_rules(files: Iterable[Path]) -> Faults:
    """Our own rules for PDF files, from PDF/A-3a and PDF/UA-1."""
    from pdf_rules import broken_rules

    return {file.name: broken_rules(file.read_bytes()) for file in files}


def fonts(files: Iterable[Path]) -> Faults:
    """Fonts in PDF files that are not ours."""
    import pikepdf

    found = {}
    for file in files:
        with pikepdf.open(file) as pdf:
            dictionaries = (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary))
            names = {str(each.BaseFont) for each in dictionaries if "/BaseFont" in each}
        found[file.name] = sorted(name for name in names if not OURS.match(name)) if names else ["none"]
    return found


def browser(files: Iterable[Path]) -> Faults:
    """What axe and the console of Chromium say of pages, wide and light, narrow and dark."""
    files = list(files)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    command = ["node", str(ROOT / "tools" / "browser.js"), str(chromium), *map(str, files)]
    environment = {**os.environ, "NODE_PATH": str(NODE)}
    told = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    lines = told.stdout.splitlines()
    if told.returncode or len(lines) != len(files):
        raise RuntimeError(f"the pages could not be opened: {told.stderr.strip()}")
    return {file.name: json.loads(line) for file, line in zip(files, lines, strict=True)}


CHECKS = {
    "Open XML SDK": ("docx", open_xml_sdk),
    "openxml-audit": ("docx", openxml_audit),
    "Word invariants": ("docx", word_invariants),
    "LibreOffice opens": ("docx", libreoffice),
    "Open XML SDK, slides": ("pptx", open_xml_sdk),
    "openxml-audit, slides": ("pptx", openxml_audit),
    "LibreOffice, slides": ("pptx", libreoffice),
    "qpdf --check": ("pdf", qpdf),
    "pdfua": ("pdf", pdfua),
    "PDF/A-3a, PDF/UA-1 rules": ("pdf", pdf_rules),
    "only our fonts": ("pdf", fonts),
    "axe, CSP, console": ("html", browser),
}
"""What a check is called → the format it is for and the check."""
if find_spec("docx_invariants") is None:
    del CHECKS["Word invariants"]
