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
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from conceptgen.starter import starter as starter_of

ROOT = Path(__file__).parents[1]
MODULES = Path(os.environ.get("BROWSER_MODULES", ROOT / "build" / "outputs" / "node_modules"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
IS_READY = CHROMIUM and shutil.which("node") and (MODULES / "puppeteer-core").is_dir()

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(not IS_READY, reason="no Node, Chromium or puppeteer-core: sh tools/prepare-outputs"),
]


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LC_ALL": "ru_RU.UTF-8"}


@contextmanager
def previewed(file: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The command at work on a file, and the address it names."""
    command = [sys.executable, "-m", "conceptgen", "preview", str(file)]
    preview = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
    try:
        assert preview.stdout is not None
        address = re.search(rb"http://[^ \n]+", preview.stdout.readline())
        assert address
        yield address[0].decode(), preview
    finally:
        preview.kill()


def browsed(script: str, *arguments: str) -> dict[str, Any]:
    told = subprocess.run(
        ["node", str(ROOT / "tools" / script), str(CHROMIUM), *arguments],
        capture_output=True,
        env={**ENVIRONMENT, "NODE_PATH": str(MODULES)},
        timeout=240,
        check=False,
    )
    assert told.returncode == 0, told.stderr.decode()
    found: dict[str, Any] = json.loads(told.stdout)
    return found


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What the browser saw, and the console of the command afterwards."""
    file = tmp_path_factory.mktemp("desk") / "client.yaml"
    shutil.copy(ROOT / "samples" / "salon.yaml", file)
    with previewed(file) as (address, preview):
        found = browsed("preview.js", address, str(file))
        preview.send_signal(signal.SIGINT)
        _, complaints = preview.communicate(timeout=20)
        yield {**found, "console": complaints.decode()}


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser saw while a document was mended and a starter was filled."""
    folder = tmp_path_factory.mktemp("mended")
    file, starter = folder / "client.yaml", folder / "new.yaml"
    shutil.copy(ROOT / "samples" / "minimal.yaml", file)
    starter.write_text(starter_of("ru"), encoding="utf-8")
    with previewed(file) as (address, _), previewed(starter) as (other, _):
        return browsed("preview_edit.js", address, str(file), other)


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


def test_a_click_opens_the_form_and_a_save_is_seen_at_its_place(mended: dict[str, Any]) -> None:
    assert mended["title"].startswith("Принцип: Мы говорим, когда испечён хлеб")
    assert (mended["saved"], mended["place"]) == (True, True)
    assert mended["back"] == '["concept","principles",0,"text"]'
    assert mended["told"].startswith("Сохранено: ")


def test_all_of_it_goes_by_keyboard(mended: dict[str, Any]) -> None:
    assert (mended["undone"], mended["redone"]) == (True, True)
    assert mended["escaped"] == '["concept","principles",0,"text"]'


def test_what_cannot_be_saved_is_told_in_the_panel(mended: dict[str, Any]) -> None:
    assert "Не заполнено обязательное поле «Принцип»" in mended["refused"]
    assert "стало «Чужое слово»" in mended["conflict"]
    assert "стало «Наше слово»" in mended["conflict"]
    assert (mended["blamed"], mended["ours"]) == (True, True)


def test_what_was_typed_is_not_lost_on_the_way(mended: dict[str, Any]) -> None:
    said, focused = mended["question"]
    assert said == "Здесь есть несохранённое.Сохранить и перейтиНе сохранятьОстаться"
    assert focused == "Сохранить и перейти"
    assert mended["stayed"] == ["", "Набранное имя"]
    assert (mended["typed"], mended["entry"], mended["moved"]) == (True, True, True)


def test_an_item_is_added_under_its_list_and_removed_after_a_question(mended: dict[str, Any]) -> None:
    assert (mended["added"], mended["removed"]) == (True, True)
    assert mended["asked"].startswith("Удалить «Принцип: Новый принцип из браузера»?")


def test_gaps_are_places_to_press_and_one_goes_from_gap_to_gap(mended: dict[str, Any]) -> None:
    assert mended["gaps"] == ["Следующий пробел (9)", "Пробел 6 из 9", "Новый пункт — Цель"]
    assert mended["filled"] == [True, 0]


def test_a_newcomer_gets_from_the_starter_to_a_short_concept_in_the_browser_alone(
    mended: dict[str, Any],
) -> None:
    walk = mended["walk"]
    assert walk["first"] == "Краткая концепция: готово 1 из 27"
    assert walk["last"].split() == ["Краткая", "концепция", "готова:", "Word", "PDF"]
    assert walk["forms"] <= 29
    assert not any(mended["ticked"])
    assert "Второй принцип" not in mended["short"]
    assert "[заполнить" not in mended["short"]


def test_axe_finds_nothing_in_the_panel(mended: dict[str, Any]) -> None:
    assert (mended["axe"], mended["complaints"]) == ([], [])
