"""The server: a closed list of addresses, on the loopback only. It serves no folder; the desk alone writes."""

from __future__ import annotations

import io
import json
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from typing import Any
from urllib.parse import quote

from conceptgen.errors import ConceptgenError, EnvironmentFault, TimeOver
from conceptgen.languages import say
from conceptgen.preview.editing.spots import NoPlace
from conceptgen.preview.guard import Guard
from conceptgen.preview.page import DOWNLOADS, SHEETS, page, sheet, state, trouble
from conceptgen.preview.requests import Malformed, asked, done
from conceptgen.preview.view import Refused, Session, Superseded
from conceptgen.writers import format_of

LOOPBACK = "127.0.0.1"
PATIENCE = 15.0
"""Seconds a page waits for the next save before it asks again."""
SLOWEST = 10.0
"""Seconds a request may take to arrive, and an answer to be taken."""
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Server(ThreadingHTTPServer):
    """One thread a request."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that has gone away before its answer is nothing to tell of."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def serve(view: Session, token: str, port: int) -> Server:
    """A server ready to run; the next free port where the wished one is taken."""
    for wished in (*range(port, port + 20), 0):
        try:
            server = Server((LOOPBACK, wished), Handler)
        except OSError:
            continue
        server.RequestHandlerClass = partial(
            Handler, view, Guard(token, server.server_port, bool(view.locked))
        )
        return server
    raise OSError(port)


class _Punctual(io.RawIOBase):
    """What comes in over a connection until a deadline; after it reading ends as if the wait for a piece had."""

    def __init__(self, connection: socket, deadline: float) -> None:
        super().__init__()
        self.connection, self.deadline = connection, deadline

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, room: Any) -> int:
        """The next piece."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.connection.settimeout(left)
        return self.connection.recv_into(room)


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server_version, sys_version, timeout = "conceptgen", "", SLOWEST

    def __init__(self, view: Session, guard: Guard, *rest: Any) -> None:
        self.view, self.guard = view, guard
        super().__init__(*rest)

    def setup(self) -> None:
        """What is read has to be there by one moment, however small the pieces are it comes in."""
        super().setup()
        self.rfile = io.BufferedReader(_Punctual(self.connection, time.monotonic() + self.timeout))

    def do_GET(self) -> None:
        """Answer, or refuse."""
        if not self._is_refused():
            path, _, query = self.path.partition("?")
            self._answered(lambda: self._answer(path.strip("/").split("/")[1:], query))

    def do_HEAD(self) -> None:
        """As GET, without the body; whoever sends another method is refused by the base."""
        self.do_GET()

    def do_POST(self) -> None:
        """Make a change, or refuse."""
        if not self._is_refused():
            self._answered(self._change)

    def _is_refused(self) -> bool:
        headers = {name.lower(): value for name, value in self.headers.items()}
        try:
            refused = self.guard.refusal(self.command, self.path, headers)
        except ValueError:
            refused = HTTPStatus.BAD_REQUEST
        if refused:
            self.send_error(refused)
        return bool(refused)

    def _answered(self, answer: Callable[[], None]) -> None:
        try:
            answer()
        except Superseded:
            self.send_error(HTTPStatus.NO_CONTENT)
        except Refused:
            self.send_error(HTTPStatus.CONFLICT)
        except Malformed:
            self.send_error(HTTPStatus.BAD_REQUEST)
        except NoPlace:
            self.send_error(HTTPStatus.NOT_FOUND)
        except (TimeOver, EnvironmentFault) as fault:
            self._send("html", trouble(self.view, str(fault)), HTTPStatus.SERVICE_UNAVAILABLE)
        except ConceptgenError:
            self.send_error(HTTPStatus.NOT_FOUND)
        except OSError:
            raise
        except Exception:
            # A fault of the program: the page says so and keeps what was typed, the console tells what it was.
            said = say(self.view.sight.language, "preview.failed")
            self._send("html", trouble(self.view, said), HTTPStatus.INTERNAL_SERVER_ERROR)
            raise

    def _change(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        answer = done(self.view.desk, body)
        if answer["outcome"] == "done":
            threading.Thread(target=self.view.refresh, daemon=True).start()
        self._send_json(answer)

    def _answer(self, steps: list[str], query: str) -> None:
        match steps:
            case [] | [""]:
                self._send("html", page(self.view))
            case [name] if name in SHEETS:
                self._send(name.rpartition(".")[2], sheet(name))
            case ["state", number] if number.isdecimal() and len(number) < 10:
                self._send_json(state(self.view, self.view.after(int(number), PATIENCE)))
            case [("form" | "blank" | "refers") as what]:
                self._send_json(asked(self.view, what, query))
            case ["show", language, name]:
                self._send("html", self.view.file(name, "html", language)[1], framed=True)
            case ["file", language, name, format] if format in DOWNLOADS:
                file, data = self.view.file(name, format, language)
                self._send(format, data, file=file)
            case _:
                self.send_error(HTTPStatus.NOT_FOUND)

    def _send_json(self, known: dict[str, Any]) -> None:
        self._send("json", json.dumps(known, ensure_ascii=False).encode())

    def _send(
        self, kind: str, data: bytes, code: int = HTTPStatus.OK, *, file: str = "", framed: bool = False
    ) -> None:
        self.send_response(code)
        self.send_header("Content-Type", TYPES.get(kind) or format_of(kind).media_type)
        self.send_header("Content-Length", str(len(data)))
        if file:
            self.send_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(file)}")
        # The document brings a policy of its own, stricter than the page's.
        framing = "frame-ancestors 'self'" if framed else POLICY
        self.send_header("Content-Security-Policy", framing)
        self._common()
        self.end_headers()
        if self.command != "HEAD":
            self.connection.settimeout(self.timeout)
            self.wfile.write(data)

    def _common(self) -> None:
        for name, value in (
            ("Cache-Control", "no-store"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ):
            self.send_header(name, value)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """A refusal says its number and nothing else."""
        self.close_connection = True
        self.send_response(code)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self._common()
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """The console is for the user's own messages."""
