"""The preview in a real browser: what a person sees who saves, breaks, switches and looks. Needs Node and Chromium."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
MODULES = Path(os.environ.get("BROWSER_MODULES", ROOT / "build" / "outputs" / "node_modules"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
IS_READY = CHROMIUM and shutil.which("node") and (MODULES / "puppeteer-core").is_dir()

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(not IS_READY, reason="no Node, Chromium or puppeteer-core: sh tools/prepare-outputs"),
]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What the browser saw, and the console of the command afterwards."""
    file = tmp_path_factory.mktemp("desk") / "client.yaml"
    shutil.copy(ROOT / "samples" / "salon.yaml", file)
    command = [sys.executable, "-m", "conceptgen", "preview", str(file)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LC_ALL": "ru_RU.UTF-8"}
    preview = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    try:
        assert preview.stdout is not None
        address = re.search(rb"http://[^ ]+", preview.stdout.readline())
        assert address
        told = subprocess.run(
            ["node", str(ROOT / "tools" / "preview.js"), str(CHROMIUM), address[0].decode(), str(file)],
            capture_output=True,
            env={**environment, "NODE_PATH": str(MODULES)},
            timeout=240,
            check=False,
        )
        assert told.returncode == 0, told.stderr.decode()
        preview.send_signal(signal.SIGINT)
        _, complaints = preview.communicate(timeout=20)
        yield {**json.loads(told.stdout), "console": complaints.decode()}
    finally:
        preview.kill()


def test_a_save_redraws_the_page(seen: dict[str, Any]) -> None:
    assert seen["saved"]


def test_documents_are_switched_by_keyboard_alone(seen: dict[str, Any]) -> None:
    assert seen["keyboard"] == ["concept-page", "concept-full"]


def test_a_save_keeps_the_place_and_the_document(seen: dict[str, Any]) -> None:
    assert seen["scroll"] == 900
    assert seen["choice"] == "concept-full"


def test_a_broken_save_keeps_the_last_good_view_under_a_banner(seen: dict[str, Any]) -> None:
    assert seen["broken"] == [True, True]
    assert seen["mended"]


def test_findings_stand_under_a_word_each_with_its_line(seen: dict[str, Any]) -> None:
    title, first = seen["errors"]
    assert title.startswith("Ошибки: ")
    assert re.fullmatch(r"строка \d+ · E-[A-Z]{3}-\d\d", first)


def test_the_language_can_be_chosen(seen: dict[str, Any]) -> None:
    assert seen["language"] == "en"


def test_word_and_pdf_are_behind_their_links(seen: dict[str, Any]) -> None:
    assert (seen["docx"], seen["pdf"]) == ([200, "PK"], [200, "%P"])


def test_a_brand_that_appears_is_seen(seen: dict[str, Any]) -> None:
    assert seen["brand"]


def test_a_hundred_saves_in_a_second_are_two_redraws_at_most(seen: dict[str, Any]) -> None:
    assert 1 <= seen["often"] <= 2


def test_axe_finds_nothing_in_the_page_or_in_the_document(seen: dict[str, Any]) -> None:
    assert seen["axe"] == []


def test_the_dark_theme_is_dark(seen: dict[str, Any]) -> None:
    light, dark, *_ = seen["grounds"]
    assert light == "rgb(255, 255, 255)"
    assert sum(map(int, re.findall(r"\d+", dark)[:3])) < 120


def test_the_browser_has_nothing_to_complain_of(seen: dict[str, Any]) -> None:
    assert seen["complaints"] == []


def test_a_preview_that_was_stopped_says_so(seen: dict[str, Any]) -> None:
    assert seen["gone"]


def test_the_console_of_the_command_stays_quiet(seen: dict[str, Any]) -> None:
    """Pages that went away before their answer leave no traceback."""
    assert "Traceback" not in seen["console"]
