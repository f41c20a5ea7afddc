"""One switch: ``pytest --update-goldens`` writes the golden files anew; look at the difference before committing."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch."""
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew")
