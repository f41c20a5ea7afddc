"""Who may ask: only a page of ours, on this machine, that knows the token of this run."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from http import HTTPStatus

LONGEST = 2000
"""Letters of an address; ours are far shorter."""
LARGEST = 250_000
"""Bytes of a change: a text of the input has at most 50,000 signs."""
CHANGE = "do"
"""The one address that takes a change."""


@dataclass(frozen=True, slots=True)
class Guard:
    """The token of a run and the port it listens at; ``read_only``: nothing may be changed."""

    token: str
    port: int
    read_only: bool = True

    def refusal(self, method: str, target: str, headers: dict[str, str]) -> HTTPStatus | None:
        """Why a request is refused; None for one of ours. Changes come by POST, to one address, from our page alone."""
        if headers.get("host", "") not in self._hosts():
            return HTTPStatus.MISDIRECTED_REQUEST
        is_change = method == "POST" and _steps(target)[1:] == [CHANGE]
        if method not in ("GET", "HEAD") and not is_change:
            return HTTPStatus.METHOD_NOT_ALLOWED
        if len(target) > LONGEST:
            return HTTPStatus.REQUEST_URI_TOO_LONG
        if refused := _body_refused(headers, LARGEST if is_change else 0):
            return refused
        origins = tuple(f"http://{host}" for host in self._hosts())
        if headers.get("origin", "") not in (origins if is_change else ("", *origins)):
            return HTTPStatus.FORBIDDEN
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return HTTPStatus.FORBIDDEN
        if not secrets.compare_digest(_steps(target)[0].encode(), self.token.encode()):
            return HTTPStatus.FORBIDDEN
        if is_change and self.read_only:
            return HTTPStatus.FORBIDDEN
        return None

    def _hosts(self) -> tuple[str, ...]:
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")


def _body_refused(headers: dict[str, str], largest: int) -> HTTPStatus | None:
    """Why what comes with a request is refused: only JSON of a known size may come, and only with a change."""
    if "transfer-encoding" in headers or int(headers.get("content-length") or 0) > largest:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if largest and int(headers.get("content-length") or 0) <= 0:
        return HTTPStatus.LENGTH_REQUIRED
    if largest and headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    return None


def _steps(target: str) -> list[str]:
    """The steps of the path; the first is the token."""
    return target.partition("?")[0].strip("/").split("/")
