"""``python tools/fuzz [--minutes 60] [--seed N] [target …]``: see ``fuzz.run``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent.parent / "tests")]

from fuzz.run import main  # noqa: E402

sys.exit(main(sys.argv[1:]))
