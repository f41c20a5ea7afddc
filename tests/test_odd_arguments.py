"""Every command with every odd word for every option and file: one plain answer, no traceback, nothing steered."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from conceptgen.cli.parts import Group
from conceptgen.cli.program import COMMANDS, Program

SAMPLES = Path(__file__).parent.parent / "samples"
ODD = {
    "nothing": "",
    "a blank": " ",
    "a point": ".",
    "two points": "..",
    "a hyphen": "-",
    "a slash at the end": "folder/",
    "a folder": "folder",
    "a full device": "/dev/full",
    "endless noughts": "/dev/zero",
    "nothing at all": "/dev/null",
    "a pipe": "pipe",
    "a link to itself": "loop.yaml",
    "a link to nothing": "lost.yaml",
    "an ending alone": ".yaml",
    "control characters": "a\x1b[31m\x07\x9b31m\nb",
    "a turned line": "a\u202egnp.yaml",
    "a name that is not UTF-8": os.fsdecode(b"\xcc\xe0\xea.yaml"),
    "a place for a value": "{name}{0}%s",
    "a long name": "x" * 5000,
    "a path through a file": "client.yaml/x",
    "a comma": ",",
    "a minus": "-1",
    "a huge number": "9" * 400,
}
ENDINGS = {0, 2, 3, 4, 5}


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command there is, those of groups too."""
    context = click.Context(Program())
    for name in COMMANDS:
        command = Program().get_command(context, name)
        assert command is not None
        if isinstance(command, Group):
            yield from ((f"{name} {each}", inner) for each, inner in command.commands.items())
        else:
            yield name, command


def rows() -> Iterator[tuple[str, str]]:
    """Each command with each of its words that take a value: an option's name, "" for what it works on."""
    for name, command in commands():
        for param in command.params:
            if isinstance(param, click.Argument):
                yield name, ""
            elif isinstance(param, click.Option) and not param.is_flag:
                yield name, param.opts[0]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good client and everything odd; the one above it is empty but for that."""
    inner = tmp_path / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    shutil.copy(SAMPLES / "minimal.yaml", "client.yaml")
    Path("folder").mkdir()
    Path("loop.yaml").symlink_to("loop.yaml")
    Path("lost.yaml").symlink_to("nowhere.yaml")
    os.mkfifo("pipe")
    return inner


def run(capfdbinary: pytest.CaptureFixture[bytes], *words: str) -> tuple[object, str]:
    """The exit code and all that was said, as a pipe gets it."""
    with pytest.raises(SystemExit) as ended:
        Program().main(list(words))
    sys.stdout.flush()
    out, err = capfdbinary.readouterr()
    return ended.value.code, (out + err).decode("utf-8", "replace")


def words_for(name: str, option: str, odd: str) -> list[str]:
    """A command line that is good but for one word."""
    good = {"explain": "E-IND-01", "new": "new-file", "template new": "own", "template check": "own.docx"}
    usual = ["--format", "html"] if name in ("render", "review") and option != "--format" else []
    if name == "build" and option != "--jobs":
        usual = ["--dry-run"]
    file = [] if name in ("rules", "schema", "doctor") else [good.get(name, "client.yaml")]
    if not option:
        # A word that begins like an option is a file after «--».
        return [*name.split(), *usual, "--", odd]
    return [*name.split(), *usual, f"{option}={odd}" if option.startswith("--") else f"{option}{odd}", *file]


@pytest.mark.usefixtures("written_once")
@pytest.mark.skipif(os.name == "nt", reason="devices and pipes of another kind")
@pytest.mark.parametrize(("name", "option"), list(rows()), ids=lambda word: word or "FILE")
def test_an_odd_word_is_answered_plainly(
    place: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    option: str,
) -> None:
    monkeypatch.setattr("conceptgen.preview.server.Server.serve_forever", lambda *_, **__: None)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    devices = {each: Path(each).stat().st_rdev for each in ("/dev/full", "/dev/zero", "/dev/null")}
    wrong = []
    for what, odd in ODD.items():
        if option == "-o" and not odd:
            continue  # there is no way to write it: the next word would be taken
        code, said = run(capfdbinary, *words_for(name, option, odd))
        is_plain = not any(
            (ord(letter) < 32 and letter != "\n") or 0x7F <= ord(letter) < 0xA0 for letter in said
        )
        if code not in ENDINGS or "Traceback" in said or not is_plain or "\u202e" in said:
            wrong.append((what, code, said[-300:]))
    assert not wrong
    assert devices == {each: Path(each).stat().st_rdev for each in devices}
    if name.endswith("new"):
        nameless = {f"{stem}{ending}" for stem in ("", ".", "..", "-", " ") for ending in (".yaml", ".docx")}
        assert not nameless & {path.name for path in place.iterdir()}


@pytest.mark.parametrize(
    "name", [each for each in COMMANDS if each not in ("template", "doctor", "rules", "schema", "kit")]
)
def test_what_a_command_works_on_is_missed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without its file a command says so; nothing is made of nothing."""
    with pytest.raises(SystemExit) as ended:
        Program().main([name])
    assert ended.value.code == 2
    # A workbook may be blank, and then there is no file.
    assert ("--blank" if name == "workbook" else f"{name} ") in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("workbook", "a.yaml", "--visits", "0"), "0 — не из промежутка 1<=x<=30."),
        (("build", ".", "--jobs", "abc"), "'abc' — не то число, какое здесь нужно."),
        (("build", "--help"), "--jobs ЧИСЛО"),
    ],
)
def test_numbers_are_refused_in_the_language_of_the_system(
    words: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    result = CliRunner().invoke(Program(), list(words))
    assert said in result.output
    assert "range" not in result.output.lower()
