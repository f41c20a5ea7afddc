"""A client that cannot be read is told with its reason, and its documents stay; the other clients are built."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from in_process import Here
from test_build import Desk

from conceptgen.batch import inputs, orphans, run
from conceptgen.batch.recognise import is_input
from conceptgen.batch.records import Kept, Record, Records
from conceptgen.batch.report import Report
from conceptgen.errors import EnvironmentFault

pytestmark = [
    pytest.mark.usefixtures("written_once"),
    pytest.mark.skipif(os.name == "nt", reason="links and names of another kind"),
]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "Pool", Here)
    monkeypatch.setattr(orphans, "PAUSE", 0.0)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two clients in two folders."""
    made = Desk(tmp_path)
    made.client("Ромашка")
    made.client("Лютик", "south")
    return made


def failed(report: Report) -> dict[str, str]:
    """Each input that failed, by the end of its name, with all that was said."""
    return {
        Path(line.source).name: " ".join(line.messages) for line in report.lines if line.state == "failed"
    }


def told(desk: Desk) -> str:
    """What a build says of what it cannot do, whether it stops or goes on."""
    try:
        return "; ".join(failed(desk.build(allow_gaps=True)).values())
    except EnvironmentFault as fault:
        return str(fault)


def away_file(desk: Desk, name: str = "away.yaml") -> None:
    shutil.copy(desk.input / "Ромашка.yaml", desk.root / name)
    (desk.input / name).symlink_to(desk.root / name)


def away_folder(desk: Desk) -> None:
    shutil.copytree(desk.input / "south", desk.root / "elsewhere")
    (desk.input / "east").symlink_to(desk.root / "elsewhere", target_is_directory=True)


def written(name: str, change: Callable[[str], str]) -> Callable[[Desk], None]:
    """A third client whose text is changed."""

    def make(desk: Desk) -> None:
        text = (desk.input / "Ромашка.yaml").read_text("utf-8")
        (desk.input / name).write_text(change(text), encoding="utf-8")

    return make


def as_json(text: str) -> str:
    import yaml

    data = yaml.safe_load(text)
    del data["schema"]
    return json.dumps(data, ensure_ascii=False, default=str)


def ill_named(desk: Desk) -> None:
    shutil.copy(os.fsencode(desk.input / "Ромашка.yaml"), os.fsencode(desk.input) + b"/\xcc\xe0\xea.yaml")


def ill_named_folder(desk: Desk) -> None:
    folder = desk.input / os.fsdecode(b"\xff")
    folder.mkdir()
    shutil.copy(desk.input / "Ромашка.yaml", folder / "third.yaml")


CASES: dict[str, tuple[Callable[[Desk], object], str, str]] = {
    "a link that leads away": (away_file, "away.yaml", "ссылка ведёт за пределы"),
    "a folder behind a link": (away_folder, "east", "ссылка ведёт в папку за пределами"),
    "a link to itself": (
        lambda desk: (desk.input / "self.yaml").symlink_to("self.yaml"),
        "self.yaml",
        "сама на себя",
    ),
    "two links to each other": (
        lambda desk: [(desk.input / f"{a}.yml").symlink_to(f"{b}.yml") for a, b in ("xy", "yx")],
        "x.yml",
        "сама на себя",
    ),
    "a link to nothing": (
        lambda desk: (desk.input / "lost.json").symlink_to(desk.input / "nowhere.json"),
        "lost.json",
        "никуда не ведёт",
    ),
    "a pipe": (lambda desk: os.mkfifo(desk.input / "pipe.yaml"), "pipe.yaml", "не обычный файл"),
    "a mistyped key": (
        written("third.yaml", lambda text: text.replace("schema:", "shema:")),
        "third.yaml",
        "schema",
    ),
    "a mistyped value": (
        written("third.yaml", lambda text: text.replace("conceptgen/1", "concept/1")),
        "third.yaml",
        "E-",
    ),
    "no first line": (
        written("third.yaml", lambda text: text.partition("\n")[2]),
        "third.yaml",
        "schema",
    ),
    "no first line in JSON": (written("third.json", as_json), "third.json", "schema"),
    "a first line with a space before the colon": (
        written("third.yaml", lambda text: text.replace("schema: conceptgen/1", "Schema : Conceptgen 1")),
        "third.yaml",
        "schema",
    ),
    "a name that is not UTF-8": (ill_named, "���.yaml", "не в UTF-8"),
    "a folder's name that is not UTF-8": (ill_named_folder, "third.yaml", "не в UTF-8"),
}


@pytest.mark.parametrize(("make", "name", "reason"), CASES.values(), ids=CASES)
def test_a_client_that_cannot_be_read_is_a_failed_line(
    desk: Desk, make: Callable[[Desk], object], name: str, reason: str
) -> None:
    make(desk)
    report = desk.build()
    assert reason in failed(report)[name]
    assert report.counts["made"] == 8
    assert set(desk.build(prune=True).counts) == {"failed", "unchanged"}


REFUSED = {"scandir": ("south", errno.EACCES), "open": ("Лютик.yaml", errno.EACCES)}


@pytest.mark.parametrize("call", REFUSED)
def test_a_folder_or_a_file_without_permission_is_told_and_its_documents_stay(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    desk.build()
    before, (name, number), usual = desk.outputs(), REFUSED[call], getattr(os, call)

    def refused(path: Any, *rest: Any, **options: Any) -> Any:
        if Path(os.fsdecode(path)).name == name:
            raise OSError(number, os.strerror(number))
        return usual(path, *rest, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refused)
        report = desk.build(prune=True)
    assert "нет права" in failed(report)[name]
    assert report.counts["unchanged"] == 4
    assert desk.outputs() == before


@pytest.mark.processes
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs another user")
@pytest.mark.parametrize("mode", [0o000, 0o444, 0o111])
def test_another_user_is_told_of_folders_that_do_not_open(desk: Desk, mode: int) -> None:
    """0o444: the folder lists and does not open; for root itself no permission holds."""
    (desk.input / "south").chmod(mode)
    found: list[Any] = []

    def look() -> None:
        found.extend((each.path.name, each.fault) for each in inputs.sources((desk.input,), desk.out, "ru"))

    _as_nobody(desk.root, look, found)
    (desk.input / "south").chmod(0o755)
    names = dict(found)
    assert names["Ромашка.yaml"] == ""
    assert [names[name] for name in names if name in ("south", "Лютик.yaml")] == ["forbidden"]


def _as_nobody(root: Path, work: Callable[[], None], found: list[Any]) -> None:
    """Do a piece of work in a child process of another user."""
    for folder in (root, *root.parents):
        if folder.stat().st_uid == 0 and len(folder.parts) > 2:
            folder.chmod(folder.stat().st_mode | 0o055)
    here, there = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.setgid(65534)
            os.setuid(65534)
            work()
            os.write(there, json.dumps(found).encode())
        finally:
            os._exit(0)
    os.close(there)
    with os.fdopen(here, "rb") as pipe:
        found.extend(json.loads(pipe.read() or b"[]"))
    os.waitpid(child, 0)


def test_what_is_no_client_is_passed_over(desk: Desk) -> None:
    """Links inside, the schema for editors, other people's files, an editor's lock, a link back."""
    from conceptgen import resources

    (desk.input / "again.yaml").symlink_to(desk.input / "Ромашка.yaml")
    (desk.input / "loop").symlink_to(desk.input, target_is_directory=True)
    (desk.input / ".#client.yaml").symlink_to("somebody@host.1234")
    (desk.input / "notes.yaml").write_text("document: заметки\nold: {concept: x}\n", encoding="utf-8")
    (desk.input / "compose.yml").write_text("services: {web: {image: x}}\n", encoding="utf-8")
    (desk.input / "empty.yaml").write_bytes(b"")
    (desk.input / "brand.yaml").symlink_to("/etc/passwd")
    shutil.copy(resources.schema(), desk.input)
    report = desk.build()
    assert "Ромашка.yaml" in failed(report) or report.counts == {"made": 8}
    assert set(failed(report)) <= {"Ромашка.yaml"}  # its brand leads away, and that is told


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "brand.yaml", "nowhere", "../outside.yaml"])
def test_a_brand_behind_a_link_fails_its_client_alone_and_is_never_opened(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    (desk.root / "outside.yaml").write_text("firm: Чужие\n", encoding="utf-8")
    desk.build()
    (desk.input / "brand.yaml").symlink_to(target)
    opened, usual = [], os.open

    def opening(path: Any, *rest: Any, **options: Any) -> int:
        opened.append(os.path.realpath(path))
        return usual(path, *rest, **options)

    monkeypatch.setattr(os, "open", opening)
    for _ in range(2):
        report = desk.build()
        assert list(failed(report)) == ["Ромашка.yaml"]
        assert report.counts["unchanged"] == 4
    assert target in ("brand.yaml", "nowhere") or os.path.realpath(desk.input / target) not in opened


def test_a_brand_behind_a_link_inside_is_seen_when_it_leads_elsewhere(desk: Desk) -> None:
    for name, accent in {"one": "7A1F5C", "two": "1F5C7A"}.items():
        text = f"firm: {name}\ncolors: {{accent: '#{accent}'}}\n"
        (desk.input / f"{name}.firm").write_text(text, encoding="utf-8")
    for name in ("one", "two"):
        (desk.input / "brand.yaml").unlink(missing_ok=True)
        (desk.input / "brand.yaml").symlink_to(f"{name}.firm")
        assert desk.build().counts["made"] >= 4
        assert desk.build().counts == {"unchanged": 8}


@pytest.mark.parametrize("data", [b"", b"\0" * 3000, b"schema: conceptgen/1\nd", b"notes\n", b"\xff\xfe\0"])
def test_a_known_input_that_is_half_saved_fails_and_keeps_its_documents(desk: Desk, data: bytes) -> None:
    desk.build()
    before = desk.outputs()
    (desk.input / "south" / "Лютик.yaml").write_bytes(data)
    report = desk.build(prune=True)
    assert list(failed(report)) == ["Лютик.yaml"]
    assert not {"orphan", "removed"} & set(report.counts)
    assert desk.outputs() == before


def test_an_input_that_comes_back_between_two_looks_keeps_its_documents(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    path = desk.input / "south" / "Лютик.yaml"
    data = path.read_bytes()
    path.unlink()
    monkeypatch.setattr(orphans.time, "sleep", lambda _: path.write_bytes(data))
    before = desk.outputs()
    report = desk.build(prune=True)
    assert report.counts["orphan"] == 4
    assert desk.outputs() == before


def test_documents_that_a_half_saved_input_does_without_are_not_removed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save that stops half-way can still be read: it just has fewer documents."""
    desk.build()
    path = desk.input / "Ромашка.yaml"
    whole = path.read_text("utf-8")
    path.write_text(whole.replace("[page, short]", "[page]"), encoding="utf-8")
    monkeypatch.setattr(orphans.time, "sleep", lambda _: path.write_text(whole, encoding="utf-8"))
    desk.build(prune=True)
    assert len([name for name in desk.outputs() if "short" in name]) == 4


def test_pruning_in_a_race_with_saves_removes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orphans, "PAUSE", 0.01)
    desk.build()
    path, stop = desk.input / "south" / "Лютик.yaml", threading.Event()
    text = path.read_bytes()

    def saves() -> None:
        while not stop.is_set():
            for step in (lambda: path.write_bytes(b""), path.unlink, lambda: path.write_bytes(text)):
                step()
                stop.wait(0.004)

    before = set(desk.outputs())
    thread = threading.Thread(target=saves)
    thread.start()
    try:
        for _ in range(8):
            desk.build(prune=True)
    finally:
        stop.set()
        thread.join()
    assert set(desk.outputs()) == before


OUTSIDE = ["../victim.docx", "south/../../victim.docx", "ABSOLUTE", "..\\victim.docx", "C:\\victim.docx"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_record_with_a_name_outside_deletes_nothing(desk: Desk, name: str) -> None:
    from conceptgen.batch.fingerprint import digest

    desk.build()
    victim = desk.root / "victim.docx"
    victim.write_bytes(b"theirs")
    name = str(victim) if name == "ABSOLUTE" else name
    records = Records(desk.out, "ru")
    records.write(Record("../in/gone.yaml", outputs={name: Kept("", digest(b"theirs"))}))
    records.write(Record("../in/Ромашка.yaml", left={name: Kept("", digest(b"theirs"))}))
    desk.build(prune=True)
    assert victim.read_bytes() == b"theirs"


def test_a_folder_of_documents_that_became_a_link_is_neither_written_to_nor_pruned(desk: Desk) -> None:
    desk.build()
    (desk.out / "south").rename(desk.root / "theirs")
    (desk.out / "south").symlink_to(desk.root / "theirs", target_is_directory=True)
    before = {path: path.read_bytes() for path in (desk.root / "theirs").iterdir()}
    desk.client("Лютик", "south", purpose="Ради семьи")
    assert "за пределы папки" in " ".join(failed(desk.build()).values())
    (desk.input / "south" / "Лютик.yaml").unlink()
    desk.build(prune=True)
    assert {path: path.read_bytes() for path in (desk.root / "theirs").iterdir()} == before


@pytest.mark.parametrize("step", ["", "records", "lock", "approved", "folders.json"])
def test_what_is_remembered_behind_a_link_is_refused(desk: Desk, step: str) -> None:
    theirs = desk.root / "theirs"
    theirs.mkdir()
    (theirs / "file").write_bytes(b"theirs")
    own = desk.out / ".conceptgen"
    (own if step else desk.out).mkdir(parents=True)
    (own / step if step else own).symlink_to(theirs / "file" if step == "lock" else theirs)
    assert "за пределы" in told(desk)
    assert [path.name for path in theirs.iterdir()] == ["file"]
    assert (theirs / "file").read_bytes() == b"theirs"


@pytest.mark.parametrize("name", ["lock", "records", "approved", "folders.json"])
def test_something_else_in_the_place_of_what_is_remembered_is_told(desk: Desk, name: str) -> None:
    own = desk.out / ".conceptgen"
    own.mkdir(parents=True)
    if name in ("lock", "folders.json"):
        (own / name).mkdir()
    else:
        os.mkfifo(own / name)
    desk.client("Ромашка", status="approved")
    assert own.name in told(desk)


def test_only_folders_of_ours_are_removed_when_they_are_empty(desk: Desk) -> None:
    (desk.out / "south").mkdir(parents=True)
    desk.client("Сирень", "north/far")
    desk.build()
    for path in (desk.input / "south" / "Лютик.yaml", desk.input / "north" / "far" / "Сирень.yaml"):
        path.unlink()
    assert desk.build(prune=True).counts["removed"] == 8
    assert (desk.out / "south").is_dir()
    assert not (desk.out / "north").exists()


def test_an_edit_of_the_same_size_and_time_is_laid_aside_not_lost(desk: Desk) -> None:
    desk.build()
    path = desk.out / "Ромашка-concept-short.html"
    seen, edited = path.stat(), path.read_bytes()[:-5] + b"hand\n"
    path.write_bytes(edited)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    desk.client("Ромашка", purpose="Ради семьи")
    report = desk.build()
    assert report.counts["aside"] == 1
    assert edited in [each.read_bytes() for each in desk.out.glob("*.edited-*")]


def test_an_edit_of_the_same_size_and_time_is_not_pruned(desk: Desk) -> None:
    desk.build()
    path = desk.out / "Ромашка-concept-page.html"
    seen, edited = path.stat(), path.read_bytes()[:-5] + b"hand\n"
    path.write_bytes(edited)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    (desk.input / "Ромашка.yaml").unlink()
    assert desk.build(prune=True).counts["removed"] == 3
    assert path.read_bytes() == edited


def test_a_pipe_in_the_place_of_a_document_is_laid_aside(desk: Desk) -> None:
    desk.build()
    path = desk.out / "Ромашка-concept-page.html"
    path.unlink()
    os.mkfifo(path)
    assert desk.build().counts["aside"] == 1
    assert path.is_file()


@pytest.mark.parametrize(
    "text",
    [
        b"\n" * 60_000,
        b" " * 60_000,
        b"{ " * 30_000,
        b"schema" * 10_000,
        b"schema: " * 10_000,
        b"\t\n" * 30_000,
        b'"' * 60_000,
    ],
)
def test_looking_for_clients_ends(text: bytes) -> None:
    """A hard limit, not a measure: a look that took time by the square took minutes."""
    assert not is_input(text + b"x")


def test_no_build_waits_for_a_pipe_in_whatever_place(desk: Desk) -> None:
    """In place of each input, brand, document, record and lock, one after another; who waits is cut off by an alarm."""
    shutil.copy(desk.input / "Ромашка.yaml", desk.input / "brand.yaml")
    desk.build()
    places = [path for root in (desk.input, desk.out) for path in root.rglob("*") if path.is_file()]
    assert len(places) > 8
    before = signal.signal(signal.SIGALRM, lambda *_: pytest.fail(f"waits for {path}"))
    try:
        for path in places:
            kept = path.read_bytes()
            path.unlink()
            os.mkfifo(path)
            signal.alarm(120)
            with suppress(EnvironmentFault):
                desk.build(prune=True)
            signal.alarm(0)
            path.unlink(missing_ok=True)
            path.write_bytes(kept)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
