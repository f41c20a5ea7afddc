"""Somebody who sends requests to the preview of a file."""

from __future__ import annotations

import http.client
import json
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from conceptgen.preview.server import serve
from conceptgen.preview.view import Session

TOKEN = "token-of-this-run"


class Visitor:
    """Somebody who sends requests to the preview of a file."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.view = Session(path, read_only=read_only)
        self.server = serve(self.view, TOKEN, 8800)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def ask(
        self, target: str, method: str = "GET", body: bytes = b"", **headers: str
    ) -> tuple[int, bytes, dict[str, str]]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        line.putrequest(method, target, skip_host="Host" in sent, skip_accept_encoding=True)
        for name, value in sent.items():
            line.putheader(name, value)
        line.endheaders(body or None)
        answer = line.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())

    def page(self, step: str = "") -> bytes:
        status, body, _ = self.ask(f"/{TOKEN}/{step}")
        assert status == 200
        return body

    def state(self, number: int = 0) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.page(f"state/{number}"))
        return found

    def do(self, **wish: Any) -> dict[str, Any]:
        """What comes of a change, asked for as the page asks; the save is seen before it is given back."""
        body = json.dumps({"mark": self.view.sight.mark, **wish}).encode()
        status, answer, _ = self.ask(f"/{TOKEN}/do", "POST", body, **self.own(body))
        assert status == 200, status
        self.view.refresh()
        said: dict[str, Any] = json.loads(answer)
        return said

    def own(self, body: bytes) -> dict[str, str]:
        """The headers that a page of ours sends with a change."""
        return {
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content_Type": "application/json",
            "Content_Length": str(len(body)),
        }

    def form(self, what: str = "form", **facts: Any) -> dict[str, Any]:
        """A form of the panel."""
        query = urlencode({key: json.dumps(each) for key, each in facts.items()})
        found: dict[str, Any] = json.loads(self.page(f"{what}?{query}"))
        return found

    def close(self) -> None:
        """Nobody is served any more."""
        self.server.shutdown()
        self.server.server_close()
