"""Who may ask: only a page of ours, on this machine, that knows the token of this run."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from http import HTTPStatus

LONGEST = 2000
"""Letters of an address; ours are far shorter."""


@dataclass(frozen=True, slots=True)
class Guard:
    """The token of a run and the port it listens at."""

    token: str
    port: int

    def refusal(self, method: str, target: str, headers: dict[str, str]) -> HTTPStatus | None:
        """Why a request is refused; None for one of ours. Nothing is ever changed, so only GET and HEAD are known."""
        if headers.get("host", "") not in self._hosts():
            return HTTPStatus.MISDIRECTED_REQUEST
        if method not in ("GET", "HEAD"):
            return HTTPStatus.METHOD_NOT_ALLOWED
        if len(target) > LONGEST:
            return HTTPStatus.REQUEST_URI_TOO_LONG
        if int(headers.get("content-length") or 0) or "transfer-encoding" in headers:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        if headers.get("origin", "") not in ("", *(f"http://{host}" for host in self._hosts())):
            return HTTPStatus.FORBIDDEN
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return HTTPStatus.FORBIDDEN
        if not secrets.compare_digest(_token(target).encode(), self.token.encode()):
            return HTTPStatus.FORBIDDEN
        return None

    def _hosts(self) -> tuple[str, ...]:
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")


def _token(target: str) -> str:
    """The first step of the path."""
    return target.partition("?")[0].strip("/").partition("/")[0]
