"""The preview: only a page of ours may ask; a save redraws; a broken save keeps the last good view."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from visitor import TOKEN, Visitor

from conceptgen.cli import preview as preview_command
from conceptgen.cli.open import opened
from conceptgen.cli.write_outputs import one_at_a_time
from conceptgen.errors import EnvironmentFault
from conceptgen.pipeline import Output
from conceptgen.preview.server import serve
from conceptgen.preview.view import Session
from conceptgen.preview.watch import watch

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    path = tmp_path / "client.yaml"
    shutil.copy(SAMPLES / "salon.yaml", path)
    made = Visitor(path)
    yield made
    made.close()


def test_the_page_the_document_and_the_files_are_there(visitor: Visitor) -> None:
    assert b"client.yaml" in visitor.page()
    names = [each["name"] for each in visitor.state()["choices"]]  # type: ignore[attr-defined]
    assert names[:3] == ["concept-page", "concept-short", "concept-full"]
    assert visitor.page("show/ru/concept-short").startswith(b"<!DOCTYPE html>")
    status, body, headers = visitor.ask(f"/{TOKEN}/file/ru/concept-short/docx")
    assert (status, body[:2]) == (200, b"PK")
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''client-concept-short.docx"


def test_the_edition_for_the_staff_is_looked_at(tmp_path: Path) -> None:
    """Only the documents that have one, without what it leaves out; the file to take away is the same edition."""
    path = tmp_path / "client.yaml"
    shutil.copy(SAMPLES / "clinic.yaml", path)
    everybody, staff = Session(path), Session(path, audience="staff")
    names = [each.name for each in staff.choices()]
    assert "concept-full" in names
    assert not any(name.startswith(("order", "letter", "check-form")) for name in names)
    assert {*names} < {each.name for each in everybody.choices()}
    name, page = staff.file("concept-full", "html", "ru")
    assert name == "client-concept-full-staff.html"
    assert "540\u00a0000" in everybody.file("concept-full", "html", "ru")[1].decode()
    assert "540\u00a0000" not in page.decode()


HOSTILE: list[tuple[str, str, dict[str, str], set[int]]] = [
    ("a foreign name (rebinding)", f"/{TOKEN}/", {"Host": "evil.example"}, {421}),
    ("a foreign name with our port", f"/{TOKEN}/", {"Host": "evil.example:PORT"}, {421}),
    ("no name", f"/{TOKEN}/", {"Host": ""}, {421}),
    ("our address without its port", f"/{TOKEN}/", {"Host": "127.0.0.1"}, {421}),
    ("every address", f"/{TOKEN}/", {"Host": "0.0.0.0:PORT"}, {421}),
    ("no token", "/", {}, {403}),
    ("a wrong token", "/wrong/", {}, {403}),
    ("a part of the token", f"/{TOKEN[:-1]}/", {}, {403}),
    ("the token in the query", f"/?{TOKEN}", {}, {403}),
    ("a token of other letters", "/%D1%82/", {}, {403}),
    ("a page of another site", f"/{TOKEN}/state/0", {"Origin": "http://evil.example"}, {403}),
    ("a page without an origin", f"/{TOKEN}/state/0", {"Origin": "null"}, {403}),
    ("a request from another site", f"/{TOKEN}/state/0", {"Sec-Fetch-Site": "cross-site"}, {403}),
    ("a body", f"/{TOKEN}/", {"Content-Length": "5"}, {413}),
    ("a body in pieces", f"/{TOKEN}/", {"Transfer-Encoding": "chunked"}, {413}),
    ("a length that is none", f"/{TOKEN}/", {"Content-Length": "x"}, {400}),
    ("a long address", f"/{TOKEN}/{'x' * 3000}", {}, {414}),
    ("a way out", f"/{TOKEN}/../../etc/passwd", {}, {404}),
    ("a hidden way out", f"/{TOKEN}/%2e%2e/%2e%2e/etc/passwd", {}, {404}),
    ("a way out of Windows", f"/{TOKEN}/..%5c..%5cboot.ini", {}, {404}),
    ("a way out by a document", f"/{TOKEN}/show/ru/..%2F..%2Fetc%2Fpasswd", {}, {404}),
    ("a null", f"/{TOKEN}/show/ru/concept-short%00.html", {}, {404}),
    ("the input itself", f"/{TOKEN}/client.yaml", {}, {404}),
    ("a template", f"/{TOKEN}/page.html.j2", {}, {404}),
    ("a format there is none of", f"/{TOKEN}/file/ru/concept-short/exe", {}, {404}),
    ("a document there is none of", f"/{TOKEN}/show/ru/chain-x-full", {}, {404}),
    ("a huge number", f"/{TOKEN}/state/{'9' * 30}", {}, {404}),
]


@pytest.mark.parametrize(
    ("target", "headers", "codes"), [each[1:] for each in HOSTILE], ids=[h[0] for h in HOSTILE]
)
def test_hostile_requests_get_nothing(
    visitor: Visitor, target: str, headers: dict[str, str], codes: set[int]
) -> None:
    named = {
        name.replace("-", "_"): value.replace("PORT", str(visitor.port)) for name, value in headers.items()
    }
    status, body, _ = visitor.ask(target, **named)
    assert status in codes
    assert body == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_nothing_can_be_changed(visitor: Visitor, method: str) -> None:
    status, body, _ = visitor.ask(f"/{TOKEN}/", method)
    assert status in (405, 501)
    assert body == b""


def test_only_this_machine_can_reach_it(visitor: Visitor) -> None:
    assert visitor.server.server_address[0] == "127.0.0.1"


def test_a_request_that_drips_is_dropped_and_others_are_served(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from conceptgen.preview.server import Handler

    monkeypatch.setattr(Handler, "timeout", 0.3)
    slow = [socket.create_connection(("127.0.0.1", visitor.port)) for _ in range(20)]
    for line in slow:
        line.sendall(b"GET / HT")
    assert visitor.page()
    assert slow[0].recv(1) == b""
    for line in slow:
        line.close()


def test_the_page_runs_only_its_own_script(visitor: Visitor) -> None:
    _, _, headers = visitor.ask(f"/{TOKEN}/")
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert b'sandbox="allow-same-origin"' in visitor.page()


def test_a_save_is_seen(visitor: Visitor) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=watch, args=(visitor.view.folders, visitor.view.refresh, stop))
    thread.start()
    try:
        number = visitor.state()["number"]
        deadline = time.monotonic() + 20
        while visitor.view.sight.number == number and time.monotonic() < deadline:
            text = visitor.path.read_text("utf-8").replace("title:", "title: Совсем другая —", 1)
            visitor.path.write_text(text, encoding="utf-8")
            time.sleep(0.3)
        assert visitor.state(int(str(number)))["number"] != number
        assert "Совсем другая" in visitor.page("show/ru/concept-short").decode()
    finally:
        stop.set()
        thread.join()


def test_a_broken_save_keeps_the_last_good_view_and_tells(visitor: Visitor) -> None:
    good = visitor.page("show/ru/concept-short")
    visitor.path.write_text(
        "schema: conceptgen/1\ndocument: {title: <script>alert(1)</script>", encoding="utf-8"
    )
    visitor.view.refresh()
    state = visitor.state()
    assert state["broken"] is True
    assert state["groups"][0]["findings"][0]["place"]  # type: ignore[index]
    assert visitor.page("show/ru/concept-short") == good
    shutil.copy(SAMPLES / "salon.yaml", visitor.path)
    visitor.view.refresh()
    assert visitor.state()["broken"] is False


def test_a_file_that_never_could_be_read_shows_its_errors(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("schema: conceptgen/1\ndocument: {", encoding="utf-8")
    view = Session(path)
    assert view.choices() == ()
    assert view.sight.findings


def test_a_port_that_is_taken_gives_the_next(visitor: Visitor) -> None:
    other = serve(visitor.view, TOKEN, visitor.port)
    assert other.server_port > visitor.port
    other.server_close()


def test_a_row_of_saves_is_answered_twice_at_most(tmp_path: Path) -> None:
    answers: list[float] = []
    stop = threading.Event()

    def answered() -> None:
        answers.append(time.monotonic())

    thread = threading.Thread(target=watch, args=(lambda: frozenset({tmp_path}), answered, stop))
    thread.start()
    try:
        deadline = time.monotonic() + 20
        while not answers and time.monotonic() < deadline:
            time.sleep(0.02)
        answers.clear()
        for count in range(100):
            (tmp_path / "client.yaml").write_text(str(count))
        last = time.monotonic()
        while (not answers or answers[-1] < last) and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.3)
        assert 1 <= len(answers) <= 2
    finally:
        stop.set()
        thread.join()


def test_a_save_that_changes_nothing_redraws_nothing(visitor: Visitor) -> None:
    number = visitor.view.sight.number
    visitor.path.touch()
    visitor.view.refresh()
    assert visitor.view.sight.number == number


def test_a_brand_beside_the_file_or_for_the_command_is_seen_when_it_changes(visitor: Visitor) -> None:
    own, other = visitor.path.with_name("brand.yaml"), visitor.path.with_name("firm.yaml")
    own.write_text("firm: Бюро\ncolors: {accent: '#7A1F5C'}\n", encoding="utf-8")
    visitor.view.refresh()
    assert b"#7a1f5c" in visitor.page("show/ru/concept-short").lower()
    other.write_text("firm: Бюро\ncolors: {accent: '#1F5C7A'}\n", encoding="utf-8")
    view = Session(visitor.path, other)
    assert b"#1f5c7a" in view.file("concept-short", "html", "ru")[1].lower()
    other.write_text("colors: {accent: красный}\n", encoding="utf-8")
    view.refresh()
    assert view.sight.is_broken
    assert view.sight.findings
    assert b"#1f5c7a" in view.file("concept-short", "html", "ru")[1].lower()


def test_a_page_that_a_later_save_made_old_is_not_finished(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from conceptgen.preview import view

    compose = view.outputs

    def slow(*rest: Any) -> Any:
        found = list(compose(*rest))
        text = visitor.path.read_text("utf-8").replace("title:", "title: Новое —", 1)
        visitor.path.write_text(text, encoding="utf-8")
        visitor.view.refresh()
        return iter(found)

    monkeypatch.setattr(view, "outputs", slow)
    assert visitor.ask(f"/{TOKEN}/show/ru/concept-short")[:2] == (204, b"")


def test_a_document_can_be_read_in_another_language(visitor: Visitor) -> None:
    assert b'lang="en"' in visitor.page("show/en/concept-short")
    assert visitor.ask(f"/{TOKEN}/show/xx/concept-short")[0] == 404
    assert [each["name"] for each in visitor.state()["languages"]] == ["ru", "en"]  # type: ignore[attr-defined]


def test_a_file_that_is_not_there_is_one_plain_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from conceptgen.cli.program import Program

    with pytest.raises(SystemExit) as ended:
        Program().main(["preview", str(tmp_path / "nowhere.yaml")])
    assert ended.value.code == 2
    assert "nowhere.yaml" in capsys.readouterr().err


def test_a_request_that_drips_is_cut_after_a_time_in_all(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each piece comes in time, the whole does not: a hard limit of twenty times the one that is set."""
    from conceptgen.preview.server import SLOWEST, Handler

    assert SLOWEST == Handler.timeout == 10
    monkeypatch.setattr(Handler, "timeout", 0.5)
    with socket.create_connection(("127.0.0.1", visitor.port)) as line:
        line.settimeout(0.02)
        begun, is_open = time.monotonic(), True
        line.sendall(f"GET /{TOKEN}/ HTTP/1.1\r\nX: ".encode())
        while is_open and time.monotonic() - begun < 10:
            try:
                line.sendall(b"x")
                is_open = line.recv(1) != b""
            except TimeoutError:
                continue
            except OSError:
                is_open = False
    assert not is_open


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "/dev/stdin", "../outside.yaml"])
def test_a_brand_that_leads_away_is_never_opened(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    outside = visitor.path.parent.parent / "outside.yaml"
    outside.write_text("firm: Чужие\n", encoding="utf-8")
    visitor.path.with_name("brand.yaml").symlink_to(target)
    opened: list[str] = []
    start = os.open

    def opening(path: Any, *rest: Any, **options: Any) -> int:
        opened.append(os.path.realpath(path) if isinstance(path, str | bytes | Path) else str(path))
        return start(path, *rest, **options)

    monkeypatch.setattr(os, "open", opening)
    visitor.view.refresh()
    visitor.view.refresh()
    assert os.path.realpath(visitor.path) in opened
    assert os.path.realpath(visitor.path.parent / target) not in opened
    assert [each.code for each in visitor.view.sight.findings if each.code[0] == "E"] == ["E-BRD-03"]


def eventually(is_so: Callable[[], bool]) -> bool:
    """Whether something comes about within a generous time."""
    deadline = time.monotonic() + 20
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.05)
    return is_so()


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Session]:
    """A file in a folder of its own, watched as the command does it."""
    (tmp_path / "work").mkdir()
    path = tmp_path / "work" / "client.yaml"
    shutil.copy(SAMPLES / "minimal.yaml", path)
    view, stop = Session(path), threading.Event()
    thread = threading.Thread(target=watch, args=(view.folders, view.refresh, stop))
    thread.start()
    yield view
    stop.set()
    thread.join(20)
    assert not thread.is_alive()


def test_the_preview_goes_on_after_its_folder_was_removed_and_made_again(watched: Session) -> None:
    text = watched.path.read_text("utf-8")
    for word in ("Первая", "Вторая"):
        shutil.rmtree(watched.path.parent)
        assert eventually(lambda: watched.sight.is_broken)
        watched.path.parent.mkdir()
        watched.path.write_text(text.replace("title: ", f"title: {word} "), encoding="utf-8")
        assert eventually(lambda: word in str(watched.sight.project and watched.sight.project.document.title))  # noqa: B023
        watched.path.write_text(text.replace("title: ", f"title: {word} снова "), encoding="utf-8")
        assert eventually(
            lambda: "снова" in str(watched.sight.project and watched.sight.project.document.title)
        )


def test_the_preview_goes_on_after_a_pipe_stood_in_the_place_of_its_file(watched: Session) -> None:
    text = watched.path.read_text("utf-8")
    watched.path.unlink()
    os.mkfifo(watched.path)
    assert eventually(lambda: watched.sight.is_broken)
    watched.path.unlink()
    watched.path.write_text(text.replace("title: ", "title: Снова "), encoding="utf-8")
    assert eventually(lambda: "Снова" in str(watched.sight.project and watched.sight.project.document.title))


class Endless:
    """An output whose engine neither ends nor listens."""

    def __init__(self, output: Output) -> None:
        self.name, self.document = "клиент-<b>.pdf", output.document

    def data(self) -> bytes:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        threading.Event().wait()
        return b""


@pytest.mark.processes
def test_a_file_that_takes_too_long_is_stopped_and_told_of_on_a_plain_page(visitor: Visitor) -> None:
    made = one_at_a_time(0.5)
    visitor.view.make = lambda output: made(Endless(output))  # type: ignore[arg-type]
    status, body, headers = visitor.ask(f"/{TOKEN}/file/ru/concept-short/pdf")
    assert (status, headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert "Content-Disposition" not in headers
    assert "«клиент-&lt;b&gt;.pdf» не готов за 0.5 с" in body.decode()
    assert multiprocessing.active_children() == []
    assert visitor.page("show/ru/concept-short")


def test_a_file_to_take_away_is_made_the_way_that_is_given(visitor: Visitor) -> None:
    """The page itself is not; what this machine lacks is told on a plain page too."""
    asked: list[tuple[str, str]] = []

    def make(output: Output) -> bytes:
        asked.append((output.name, output.look.pdf_engine))
        raise EnvironmentFault("Нет Pango")

    visitor.view.make = make
    assert visitor.page("show/ru/concept-short")
    assert asked == []
    status, body, _ = visitor.ask(f"/{TOKEN}/file/ru/concept-short/pdf")
    assert status == 503
    assert "Нет Pango" in body.decode()
    assert asked == [("client-concept-short.pdf", "typst")]


def test_open_is_preview_in_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """``open FILE`` is ``preview --open -- FILE``, whatever the file is called."""
    given: list[dict[str, object]] = []
    taken = preview_command.command()
    monkeypatch.setattr(taken, "callback", lambda **options: given.append(options) or 0)
    monkeypatch.setattr(preview_command, "command", lambda: taken)
    assert opened("--port.yaml") == 0
    assert (given[0]["file"], given[0]["opens"]) == ("--port.yaml", True)
