"""Who may ask: only a page of ours, on this machine, that knows the token of this run."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from http import HTTPStatus

LONGEST = 2000
"""Letters of an address; ours are far shorter."""
LARGEST = 250_000
"""Bytes of a change: a text of the input has at most 50,000 signs."""
ICON = "/favicon.ico"
"""What a browser asks for unasked and without the token; there is none."""
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
        if target == ICON:
            return HTTPStatus.NO_CONTENT
        if len(target) > LONGEST:
            return HTTPStatus.REQUEST_URI_TOO_LONG
        if refused := _body_refused(headers, LARGEST if is_change else 0):
            return refused
        is_ours = self._is_from_here(headers, is_change=is_change) and self._knows_token(target)
        return None if is_ours and not (is_change and self.read_only) else HTTPStatus.FORBIDDEN

    def _is_from_here(self, headers: dict[str, str], *, is_change: bool) -> bool:
        """True for a page of ours, and for who says nothing about it; a change has to say."""
        origins = tuple(f"http://{host}" for host in self._hosts())
        is_ours = headers.get("origin", "") in (origins if is_change else ("", *origins))
        return is_ours and headers.get("sec-fetch-site", "none") in ("none", "same-origin")

    def _knows_token(self, target: str) -> bool:
        return secrets.compare_digest(_steps(target)[0].encode(), self.token.encode())

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
