"""Two editions side by side: the documents that show what changed from one to the other."""

from __future__ import annotations

from conceptgen.exchange.comparison.redlines import redlines

__all__ = ["redlines"]
