"""The command line as a user meets it: commands, exit codes, languages, streams."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

import conceptgen
from conceptgen.cli import click_words, words
from conceptgen.cli.program import COMMANDS, Program
from conceptgen.composition.documents import VARIANTS
from conceptgen.deliverables.kinds import MAP_SIZES
from conceptgen.errors import EnvironmentFault
from conceptgen.input import load
from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.writers import WRITERS

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "samples" / "minimal.yaml"
BROKEN = """
schema: conceptgen/1
document: {title: Опыт, date: "2026-13-40"}
organization: {nam: Пекарня}
concept: {purpose: Проба}
"""
WARNED = """
schema: conceptgen/1
document: {title: Опыт, date: "2026-09-01"}
organization: {name: Пека\u200bрня}
concept:
  principles:
    - {text: Здороваемся первыми., client_meaning: Меня заметили.}
    - {text: Держим слово., client_meaning: Обещанное сделают.}
    - {text: Помогаем выбрать., client_meaning: Мне подскажут.}
"""


@pytest.fixture(autouse=True)
def _russian(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A Russian user in an empty folder."""
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    monkeypatch.chdir(tmp_path)


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    """Call the program inside this process."""
    return CliRunner().invoke(Program(), list(map(str, args)), input=stdin, prog_name="conceptgen")


def shell(
    *args: str | Path, text: bytes | None = None, env: dict[str, str] | None = None, **more: Any
) -> subprocess.CompletedProcess[bytes]:
    """Call the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "conceptgen", *map(str, args)],
        input=text,
        env={**os.environ, **(env or {})},
        capture_output="stdout" not in more,
        timeout=60,
        **more,
    )


def made(folder: str = "out") -> list[str]:
    """What lies in a folder, without what is remembered of it."""
    return sorted(path.name for path in Path(folder).iterdir() if path.name != ".conceptgen")


# render


def test_render_writes_word_and_pdf_and_names_them() -> None:
    done = run("render", SMALL)
    assert (done.exit_code, done.stderr) == (0, "")
    names = [f"out{os.sep}minimal-concept-short.{format}" for format in ("docx", "pdf")]
    assert done.stdout.splitlines() == names
    assert [Path(name).read_bytes()[:4] for name in names] == [b"PK\x03\x04", b"%PDF"]


def test_render_takes_comma_lists_repeats_and_a_language() -> None:
    """Each wish counts once; the language stands in the name only when it is not the input's own."""
    done = run(
        "render", SMALL, "--format", "html,docx", "--format", "docx", "--lang", "en", "-o", "Папка 1/б"
    )
    assert done.exit_code == 0, done.output
    assert made("Папка 1/б") == ["minimal-concept-short-en.docx", "minimal-concept-short-en.html"]
    run("render", SMALL, "--format", "html", "--lang", "ru")
    assert made() == ["minimal-concept-short.html"]


def test_render_writes_what_the_library_writes() -> None:
    """The command line is the public API and file names."""
    run("render", SMALL, "--format", "html")
    project = conceptgen.load(SMALL).project
    assert project
    data = conceptgen.write(conceptgen.compose(project, "concept", "short"), "html")
    assert Path("out/minimal-concept-short.html").read_bytes() == data


@pytest.mark.skipif(os.name == "nt", reason="names are letters there")
def test_a_source_of_any_name_can_be_embedded() -> None:
    name = os.fsdecode(b"\xcc\x1b\xe0.yaml")
    Path(name).write_bytes(SMALL.read_bytes())
    done = run("render", name, "--format", "pdf", "--variant", "page", "--embed-source")
    assert done.exit_code == 0
    assert "\x1b" not in done.output
    (file,) = (each for each in made() if each.endswith(".pdf"))
    assert "\ufffd_\ufffd.yaml" in PdfReader(Path("out") / file).attachments


def test_render_puts_the_map_on_the_sheet_one_asks_for() -> None:
    """A3 for the map; A4 without the wish."""
    source = ROOT / "samples" / "chain_only.yaml"
    for wish, there in (((), False), (("--map-size", "a3"), True)):
        run("render", source, "--variant", "short", "--format", "html", *wish)
        text = Path("out/chain_only-chain-short.html").read_text(encoding="utf-8")
        assert ('class="part landscape a3' in text) is there


def test_render_reads_standard_input() -> None:
    done = run("render", "-", "--format", "html", stdin=SMALL.read_bytes())
    assert done.stdout.splitlines() == [f"out{os.sep}stdin-concept-short.html"]


@pytest.mark.parametrize("name", [SMALL, "-"])
def test_render_puts_the_source_into_the_pdf_on_demand(name: Path | str) -> None:
    data = SMALL.read_bytes()
    done = run("render", name, "--format", "pdf", "--embed-source", stdin=data)
    assert done.exit_code == 0, done.output
    stem = "stdin" if name == "-" else "minimal"
    inside = PdfReader(f"out/{stem}-concept-short.pdf").attachments
    assert dict(inside) == {f"{stem}.yaml": [data]}


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (("--document", "strategy"), "Документа «strategy» нет. Есть: "),
        (("--variant", "full,tiny"), "Вида «tiny» у документа нет. Есть: "),
        (("--format", "docx,odt"), "В формате «odt» документы не пишутся. Есть: " + ", ".join(WRITERS)),
        (("--lang", "fr"), "Языка «fr» нет. Есть: " + ", ".join(LANGUAGES)),
        (("--map-size", "a2"), "Размера карты «a2» нет. Есть: " + ", ".join(MAP_SIZES)),
        (("--chain", "нет"), "Цепочки «нет» в файле нет"),
    ],
)
def test_render_refuses_a_wish_before_writing_anything(wish: tuple[str, str], message: str) -> None:
    done = run("render", SMALL, *wish)
    assert done.exit_code == 2
    assert done.stderr.startswith(message)
    assert not made(".")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_list_of_what_there_is_is_never_empty(language: str) -> None:
    text = SMALL.read_text("utf-8")
    Path("none.yaml").write_text(
        text.replace("document:", f"document:\n  language: {language}", 1), encoding="utf-8"
    )
    done = run("render", "none.yaml", "--chain", "visit", "--document", "concept")
    assert done.exit_code == 2
    assert {"ru": "нет ни одной", "en": "none at all"}[language] in done.stderr
    assert ": ." not in done.stderr


def test_render_of_a_wrong_file_lists_its_errors() -> None:
    Path("a.yaml").write_text(BROKEN, encoding="utf-8")
    done = run("render", "a.yaml")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "a.yaml:3:" in done.stderr
    assert "a.yaml:4:" in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("out").exists()


def test_render_tells_warnings_and_goes_on() -> None:
    Path("a.yaml").write_text(WARNED, encoding="utf-8")
    done = run("render", "a.yaml", "--format", "html")
    assert done.exit_code == 0
    assert "W-ENC-01" in done.stderr


def test_without_pango_word_and_html_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this machine cannot make is told last, in one line; the rest is made."""
    from conceptgen import pipeline

    real = pipeline.write

    def write(document: Any, format: str, look: Any) -> bytes:
        if format == "pdf":
            raise EnvironmentFault("Для PDF нужна библиотека Pango.")
        return real(document, format, look)

    monkeypatch.setattr(pipeline, "write", write)
    done = run("render", SMALL, "--format", "pdf,docx,html")
    assert done.exit_code == 5
    assert [Path(line).suffix for line in done.stdout.splitlines()] == [".docx", ".html"]
    assert done.stderr == "Для PDF нужна библиотека Pango.\n"


def test_letters_the_pdf_fonts_lack_are_named() -> None:
    text = SMALL.read_text(encoding="utf-8").replace("Нас трое", "Нас трое 葡")
    Path("a.yaml").write_text(text, encoding="utf-8")
    done = run("render", "a.yaml", "--format", "pdf")
    assert done.exit_code == 0
    assert "«葡» U+8461 CJK UNIFIED IDEOGRAPH-8461" in done.stderr


def test_an_output_folder_that_is_a_file_is_a_fault_of_the_machine() -> None:
    Path("out").touch()
    done = run("render", SMALL)
    assert (done.exit_code, done.stdout) == (5, "")
    assert done.stderr == "«out»: здесь нужна папка, а стоит файл. Выберите другую папку.\n"


def test_one_file_that_cannot_be_written_does_not_stop_the_others() -> None:
    Path("out/minimal-concept-short.docx").mkdir(parents=True)
    done = run("render", SMALL, "--format", "docx,html")
    assert done.exit_code == 5
    assert "minimal-concept-short.docx" in done.stderr
    assert done.stdout.splitlines() == [f"out{os.sep}minimal-concept-short.html"]


@pytest.mark.parametrize("name", ["-x.yaml", "мой файл.yaml", "CON.yaml"])
def test_awkward_file_names(name: str) -> None:
    Path(name).write_bytes(SMALL.read_bytes())
    done = run("render", "--format", "html", "--", name)
    assert done.exit_code == 0, done.output
    assert Path(done.stdout.strip()).is_file()


# check


def test_check_says_that_a_file_is_good() -> None:
    done = run("check", SMALL)
    assert (done.exit_code, done.stdout) == (0, f"{SMALL}: ошибок нет.\n")


def test_check_lists_findings_of_every_file_and_a_verdict() -> None:
    Path("a.yaml").write_text(BROKEN, encoding="utf-8")
    Path("b.yaml").write_text(WARNED, encoding="utf-8")
    done = run("check", "a.yaml", "b.yaml", "нет.yaml")
    assert done.exit_code == 2
    assert "a.yaml: ошибок: " in done.stdout
    assert "b.yaml: ошибок нет; предупреждений: 2, замечаний: 0." in done.stdout
    assert "нет.yaml: E-FIL-01" in done.stdout
    assert done.stderr == ""


def test_check_shows_twenty_and_how_many_more() -> None:
    wrong = "".join(f"  - {{nam: цель {number}}}\n" for number in range(30))
    head = SMALL.read_text(encoding="utf-8").rstrip()
    Path("a.yaml").write_text(f"{head}\n  goals:\n{wrong.replace('  -', '    -')}", encoding="utf-8")
    lines = run("check", "a.yaml").stdout.splitlines()
    assert len(lines) == 22
    assert lines[20].startswith("и ещё ")


def test_check_is_strict_on_demand() -> None:
    Path("a.yaml").write_text(WARNED, encoding="utf-8")
    assert run("check", "a.yaml").exit_code == 0
    assert run("check", "a.yaml", "--strict").exit_code == 3
    assert run("check", SMALL, "--strict").exit_code == 0


def test_check_gives_one_flat_array() -> None:
    Path("a.yaml").write_text(BROKEN, encoding="utf-8")
    done = run("check", "a.yaml", "нет.yaml", "--format", "json")
    records = json.loads(done.stdout)
    keys = {"code", "severity", "message", "hint", "file", "line", "column", "path", "ids", "suppressed"}
    assert done.exit_code == 2
    assert all(set(record) == keys for record in records)
    assert {record["file"] for record in records} == {"a.yaml", "нет.yaml"}
    assert json.loads(run("check", SMALL, "--format", "json").stdout) == []


def test_check_speaks_the_language_of_the_input() -> None:
    text = BROKEN.replace("title: Опыт", "title: Trial, language: en")
    Path("a.yaml").write_text(text, encoding="utf-8")
    assert "a.yaml: errors: " in run("check", "a.yaml").stdout


# new, schema, doctor


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_starter_loads_cleanly_and_renders(language: str) -> None:
    done = run("new", "папка/начало", "--lang", language)
    assert done.exit_code == 0, done.output
    file = Path("папка/начало.yaml")
    loaded = load(file)
    assert (loaded.findings, loaded.language) == ((), language)
    assert run("render", file, "--format", "docx,html").exit_code == 0


def test_new_lays_the_schema_beside_and_names_it_in_the_first_line() -> None:
    done = run("new", "a.yaml")
    assert done.stdout.splitlines() == ["a.yaml", "conceptgen.schema.json"]
    first = Path("a.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=conceptgen.schema.json"
    assert Path("conceptgen.schema.json").read_bytes() == run("schema").stdout_bytes


def test_new_never_overwrites() -> None:
    run("new", "a.yaml")
    Path("a.yaml").write_text("моё", encoding="utf-8")
    Path("conceptgen.schema.json").write_text("моё", encoding="utf-8")
    again, other = run("new", "a.yaml"), run("new", "b.yaml")
    assert (again.exit_code, again.stderr) == (
        2,
        "Файл «a.yaml» уже есть; он не тронут. Выберите другое имя.\n",
    )
    assert (other.exit_code, other.stdout) == (0, "b.yaml\n")
    assert "другой conceptgen.schema.json" in other.stderr
    assert {Path(name).read_text(encoding="utf-8") for name in ("a.yaml", "conceptgen.schema.json")} == {
        "моё"
    }


def test_new_copies_an_example() -> None:
    assert run("new", "a.yaml", "--example", "minimal").exit_code == 0
    copy, sample = (file.read_text(encoding="utf-8").split("\n", 1) for file in (Path("a.yaml"), SMALL))
    assert copy == ["# yaml-language-server: $schema=conceptgen.schema.json", sample[1]]
    missing = run("new", "b.yaml", "--example", "нет")
    assert missing.exit_code == 2
    assert "clinic" in missing.stderr
    assert "minimal" in missing.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_starter_offers_the_default_catalogue_of_criteria(language: str) -> None:
    """The starter and the catalogue of the language files are one list."""
    project = load(ROOT / "templates" / "new" / f"starter.{language}.yaml").project
    assert project
    assert project.concept
    assert project.concept.current_state
    offered: dict[str, list[str]] = {}
    for criterion in project.concept.current_state.criteria:
        offered.setdefault(criterion.component, []).append(criterion.name)
    assert offered == vocabulary(language)["criteria_catalogue"]


def test_doctor_finds_everything_here() -> None:
    done = run("doctor")
    assert done.exit_code == 0, done.output
    assert "Pango 1." in done.stdout
    assert "PT Serif, PT Sans" in done.stdout
    assert done.stdout.endswith("Всё нужное есть.\n")


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_doctor_asks_for_what_this_machine_needs_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [
        "pikepdf<11,>=10; sys_platform != 'darwin'",
        'pikepdf<10.14,>=10 ; sys_platform == "darwin"',
        "nothing-like-it>=1; extra == 'dev'",
    ]
    monkeypatch.setattr("conceptgen.cli.doctor.metadata.requires", lambda _: asked)
    monkeypatch.setattr("conceptgen.cli.doctor.metadata.version", lambda _: "10.18.0")
    for system, state in (("linux", "есть  pikepdf 10.18.0"), ("darwin", "pikepdf<10.14,>=10")):
        monkeypatch.setattr("conceptgen.cli.doctor.sys.platform", system)
        said = run("doctor").stdout
        assert said.count("pikepdf 10.18.0") == 1
        assert state in said
        assert "nothing-like-it" not in said


def test_doctor_names_the_version_of_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    office = tmp_path / "bin" / "soffice"
    office.parent.mkdir()
    office.write_text("#!/bin/sh\necho LibreOffice 24.8.1.2 87fa9aec\n")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(office.parent), prepend=os.pathsep)
    assert "есть  LibreOffice 24.8.1.2" in run("doctor").stdout
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "нет   LibreOffice: для обычной работы не нужен" in run("doctor").stdout


def test_doctor_tells_what_is_missing_and_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from conceptgen.cli import doctor

    monkeypatch.setattr(
        doctor.metadata, "requires", lambda _: ["click>=99", "nothing-like-it<2,>=1", "x; extra == 'dev'"]
    )
    monkeypatch.setitem(sys.modules, "weasyprint.text.ffi", None)
    done = run("doctor")
    assert done.exit_code == 5
    assert 'НЕТ   nothing-like-it: нужна; выполните: pip install "nothing-like-it<2,>=1"' in done.stdout
    assert "НЕТ   Pango: нужна для PDF. Debian и Ubuntu: apt install libpango" in done.stdout
    assert "не проверялась, проверена click>=99" in done.stdout
    assert done.stdout.endswith("Не хватает: nothing-like-it, Pango.\n")


# help and messages


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_wholly_russian(command: tuple[str, ...]) -> None:
    """No sentence of click is left in English."""
    text = run(*command, "--help").stdout
    assert text.startswith("Как вызвать: conceptgen")
    for word in ("Usage", "Options", "Commands", "Positional", "Show", "default"):
        assert word not in text


def test_help_names_every_document_variant_format_and_language() -> None:
    """The help is written by hand so as not to wait for the rooms; it must keep up with them."""
    help = " ".join(run("render", "--help").stdout.split())
    for name in {name for pair in VARIANTS for name in pair} | set(WRITERS) | set(LANGUAGES):
        assert re.search(rf"\b{name}\b", help), name


def test_help_is_english_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    text = run("--help").stdout
    assert text.startswith("Usage: conceptgen [OPTIONS] COMMAND")
    assert not set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя") & set(text.lower())


@pytest.mark.parametrize(
    ("variables", "spoken"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ru"}, "ru"),
        ({"LANG": "kk_KZ.UTF-8"}, "en"),
        ({"LANG": ""}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(
    variables: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert words.language() == spoken


def test_without_a_command_the_help_is_shown() -> None:
    done = run()
    assert done.exit_code == 0
    assert done.stdout.startswith(run("--help").stdout)


def test_version() -> None:
    done = run("--version")
    assert (done.exit_code, done.stdout.split()[0]) == (0, "conceptgen")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("rendr", "a.yaml"), "Ошибка: Команды 'rendr' нет. Возможно, 'render'?"),
        (("render",), "Ошибка: Не указано 'ФАЙЛ'."),
        (("render", "a", "b"), "Ошибка: Лишнее слово в команде (b)"),
        (("render", "a", "--fromat", "pdf"), "Ошибка: Ключа '--fromat' нет. Возможно, '--format'?"),
        (("render", "a", "--format"), "Ошибка: Ключу '--format' нужно значение."),
        (("check", "a", "--strict=yes"), "Ошибка: Ключ '--strict' пишется без значения."),
        (
            ("check", "a", "--format", "xml"),
            "Ошибка: Не подходит '--format': 'xml' — такого нет. Есть: 'text', 'json', 'sarif', 'github'.",
        ),
    ],
)
def test_mistakes_in_the_command_are_told_in_russian(args: tuple[str, ...], message: str) -> None:
    done = run(*args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == message


def test_our_copies_of_clicks_sentences_are_clicks() -> None:
    """A sentence that click has reworded would stay English unseen."""
    import click

    source = "".join(file.read_text(encoding="utf-8") for file in Path(click.__file__).parent.glob("*.py"))
    for sentence in click_words._table("ru"):
        assert sentence in source, sentence


def test_every_option_may_be_followed_by_debug(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug of ours is one line; the traceback comes only when asked for."""
    from conceptgen import pipeline

    def stumble(*_: object) -> None:
        raise KeyError("нет\nтакого")

    monkeypatch.setattr(pipeline, "outputs", stumble)
    quiet, loud = run("render", SMALL), run("render", SMALL, "--debug")
    assert (quiet.exit_code, loud.exit_code) == (1, 1)
    assert len(quiet.stderr.splitlines()) == 1
    assert "--debug" in quiet.stderr
    assert "Traceback" in loud.stderr


def test_an_interrupted_run_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    from conceptgen import pipeline

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "outputs", interrupt)
    done = run("render", SMALL)
    assert done.exit_code == 130
    assert "Прервано" in done.stderr


# processes of their own


def test_works_in_a_plain_c_locale_without_utf8() -> None:
    """Names and messages keep their letters where Python believes in ASCII alone."""
    Path("мой файл.yaml").write_text(WARNED, encoding="utf-8")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Asia/Tokyo"}
    done = shell("render", "мой файл.yaml", "--format", "html", env=plain)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode() == f"out{os.sep}мой файл-concept-short.html\n"
    assert "мой файл.yaml:4:" in done.stderr.decode()
    assert made() == ["мой файл-concept-short.html"]


def test_prints_what_a_narrow_console_can() -> None:
    """A code page without a letter shows «?» instead of failing."""
    done = shell("check", SMALL, "нет.yaml", env={"PYTHONIOENCODING": "cp866", "PYTHONUTF8": "0"})
    assert done.returncode == 2
    assert "ошибок нет" in done.stdout.decode("cp866")
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="pipes of another kind")
def test_a_reader_that_leaves_does_not_stop_the_work() -> None:
    end, start = os.pipe()
    os.close(end)
    done = shell("render", SMALL, "--format", "html,docx", stdout=start, stderr=subprocess.PIPE)
    os.close(start)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(made()) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_behind_the_output_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = shell("check", SMALL, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 5
    assert len(done.stderr.decode().splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="shells of another kind")
def test_works_with_closed_streams_and_without_a_home() -> None:
    line = f'exec "{sys.executable}" -m conceptgen render - --format html >&- 2>&- <"{SMALL}"'
    env = {key: value for key, value in os.environ.items() if key not in ("HOME", "LANG")}
    done = subprocess.run(["sh", "-c", line], env=env, timeout=60)
    assert done.returncode == 0
    assert made() == ["stdin-concept-short.html"]


def test_help_waits_for_nothing_heavy() -> None:
    """The libraries that documents and inputs need are not loaded to print the help."""
    heavy = [
        "babel",
        "docx",
        "fontTools",
        "jinja2",
        "lxml",
        "PIL",
        "pikepdf",
        "pptx",
        "pydantic",
        "pymorphy3",
        "watchfiles",
        "weasyprint",
    ]
    program = (
        "import sys; sys.argv[1:] = ['--help']\n"
        "from conceptgen.cli import main\n"
        "try: main()\n"
        f"finally: print(sorted(set({heavy!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


# the public API


def test_the_public_names() -> None:
    assert conceptgen.__all__ == [
        "ConceptgenError", "Document", "EnvironmentFault", "Finding", "InputError", "Loaded", "Project",
        "RequestError", "compose", "load", "review", "write",
    ]  # fmt: skip
    for name in conceptgen.__all__:
        assert getattr(conceptgen, name).__name__ == name
    assert dir(conceptgen) == conceptgen.__all__
    with pytest.raises(AttributeError, match="no attribute 'render'"):
        conceptgen.render  # type: ignore[attr-defined]  # noqa: B018


def test_importing_the_package_loads_no_room() -> None:
    code = "import conceptgen, sys; print([name for name in sys.modules if name.startswith('conceptgen.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_name_of_the_api_is_a_function_whatever_room_was_imported_before() -> None:
    """No room is called like a function of the API, so that importing one never hides the other."""
    code = (
        "import conceptgen.cli.program, conceptgen.pipeline, conceptgen; from conceptgen import *; "
        "assert all(map(callable, (load, review, compose, write))); "
        "assert load is conceptgen.input.load and write is conceptgen.writers.write"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


CHAINS = """
schema: conceptgen/1
document: {title: Сервис, date: "2026-11-21"}
organization: {name: Лавка, roles: [{id: seller, name: Продавец}]}
chains:
  - id: sale
    name: Продажа
    skipped_levels: [zone, element]
    stages: [{name: Вход, touchpoints: [{name: Встреча, owner: seller}]}]
  - name: Ремонт
    skipped_levels: [zone, element]
    stages: [{name: Звонок, touchpoints: [{name: Ответ, owner: seller}]}]
"""


def test_a_file_of_chains_gives_each_chain_its_documents() -> None:
    """Several chains are told apart by id, or by place where there is none; one can be picked."""
    Path("лавка.yaml").write_text(CHAINS, encoding="utf-8")
    done = run("render", "лавка.yaml", "--format", "html")
    assert done.exit_code == 0
    both = [f"лавка-chain-{chain}-{variant}.html" for chain in ("2", "sale") for variant in ("full", "short")]
    assert sorted(made()) == sorted(both)
    run("render", "лавка.yaml", "--chain", "sale", "--variant", "short", "--format", "html", "-o", "одна")
    assert made("одна") == ["лавка-chain-sale-short.html"]
    none = run("render", "лавка.yaml", "--chain", "rent")
    assert (none.exit_code, none.stderr) == (2, "Цепочки «rent» в файле нет. Есть: sale, 2.\n")


def test_without_wishes_what_has_content_is_made() -> None:
    """The theses always, the full concept when its six sections have content, each chain, and both together."""
    run("render", ROOT / "samples" / "clinic.yaml", "--format", "html")
    assert made() == [
        "clinic-chain-full.html",
        "clinic-chain-short.html",
        "clinic-combined-full.html",
        "clinic-combined-short.html",
        "clinic-concept-full.html",
        "clinic-concept-short.html",
    ]
