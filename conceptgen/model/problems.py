"""How a value says what is wrong with it: a code and facts; the sentence lives in the language files."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError


def problem(code: str, /, **facts: Any) -> PydanticCustomError:
    """A refusal with its code (``E-TYP-03``); ``facts`` fill the places of the sentence.

    A fact that is a scalar of the input (key ``at``) gives the exact place.
    """
    return PydanticCustomError(code, code, facts or None)
