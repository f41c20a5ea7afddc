"""``make bench``: the program beside its peers on the same content, in one run; writes docs/benchmarks.md.

Usage: python tools/bench [NAME …], one or more of: word, pdf, growth, start, clients. All by default.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import clients
import growth
import page
import pdf
import start
import word

PARTS = {
    "word": word.measure,
    "pdf": pdf.measure,
    "growth": growth.measure,
    "start": start.measure,
    "clients": clients.measure,
}


def main() -> None:
    """Measure what is named, and write the page."""
    wanted = sys.argv[1:] or list(PARTS)
    tables = []
    for name in wanted:
        print(f"== {name}", flush=True)
        tables += PARTS[name]()
        for table in tables[-1:]:
            print(table, flush=True)
    if len(wanted) == len(PARTS):
        page.write(tables)
    else:
        print("\n\n".join(tables))


if __name__ == "__main__":
    main()
