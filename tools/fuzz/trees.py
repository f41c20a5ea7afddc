"""Trees of samples with values gone astray: read, judged, and told as the command line tells it."""

from __future__ import annotations

from pathlib import Path
from random import Random

from conceptgen.cli.check_results import CodeFilter, judge
from conceptgen.cli.machine_reports import REPORTS
from conceptgen.cli.text_report import report
from conceptgen.input import load_bytes
from conceptgen.visible import visible_lines
from fuzz.mutants import as_json, grown, trees
from fuzz.promises import hold, plain


def case(random: Random, folder: Path) -> None:
    """One tree under one gate."""
    tree = grown(random, random.choice(list(trees().values())))
    loaded = load_bytes(as_json(tree), "x.json", folder)
    judged = judge(loaded, CodeFilter(), random.choice(("", "draft", "for_approval", "approved")))
    hold(loaded, judged.findings)
    for line in report(judged):
        plain(line.replace("\033", ""))
    for told in REPORTS.values():
        plain(visible_lines(told(judged.findings)))
