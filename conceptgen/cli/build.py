"""``build``: bring the documents of all clients up to date."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conceptgen.cli import failures, parts, streams
from conceptgen.cli.naming import named
from conceptgen.cli.words import language, text
from conceptgen.errors import ConceptgenError

if TYPE_CHECKING:
    from conceptgen.batch.inputs import Source
    from conceptgen.batch.report import Line, Report

BAR = 12
"""Letters of the progress bar."""
PACE = 5.0
"""Seconds between two lines of progress where no terminal shows the bar."""
PARTLY, ENDINGS = 4, ("made", "unchanged", "frozen", "aside", "orphan", "removed", "stale", "failed")


def command() -> click.Command:
    """Declare ``build`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "build",
        build,
        parts.argument("paths", "files", text("help.build.paths"), nargs=-1),
        parts.output_folder("help.build.folder"),
        parts.option(
            "--jobs",
            help=text("help.build.jobs"),
            type=click.IntRange(1, 64),
            metavar=text("help.metavar.number"),
            default=2,
            show_default=True,
        ),
        parts.option("--scheduler", help=text("help.build.scheduler"), metavar="tcp://HOST:8786", default=""),
        parts.option("--force", help=text("help.build.force"), is_flag=True),
        parts.option("--dry-run", "dry_run", help=text("help.build.dry_run"), is_flag=True),
        parts.option("--prune", help=text("help.build.prune"), is_flag=True),
        parts.option("--strict", help=text("help.build.strict"), is_flag=True),
        parts.option("--allow-gaps", "allow_gaps", help=text("help.build.allow_gaps"), is_flag=True),
        parts.brand(),
        parts.map_size(),
        parts.pdf_engine(),
        parts.template(),
        parts.option(
            "--report",
            "record",
            help=text("help.build.report"),
            metavar=text("help.metavar.file"),
            default="",
        ),
        parts.option("--watch", help=text("help.build.watch"), is_flag=True),
        parts.option("--quiet", help=text("help.build.quiet"), is_flag=True),
    )


def build(  # noqa: PLR0913, PLR0917 - an option each
    paths: tuple[str, ...],
    folder: str,
    jobs: int,
    scheduler: str,
    force: bool,
    dry_run: bool,
    prune: bool,
    strict: bool,
    allow_gaps: bool,
    brand: str,
    map_size: str,
    pdf_engine: str,
    template: str,
    record: str,
    watch: bool,
    quiet: bool,
) -> int:
    """Build, tell what became of each output, and give the exit code."""
    from conceptgen.batch.plan import Plan
    from conceptgen.batch.run import Build
    from conceptgen.cli.brands import requested_brand
    from conceptgen.cli.templates import with_template
    from conceptgen.document.look import Look

    kept = _report_file(record) if record else None

    def planned() -> Plan:
        places = tuple(Path(path) for path in paths)
        plan = Plan(places, Path(folder), jobs, force, dry_run, prune, strict, allow_gaps, language())
        plan = replace(plan, map_size=map_size, scheduler=scheduler, look=Look(pdf_engine=pdf_engine))
        if brand:
            plan = replace(plan, brand=requested_brand(brand, language()))
        if template:
            plan = replace(plan, look=with_template(plan.look, template, language()))
        return plan

    def made(plan: Plan) -> Build:
        return Build(plan, Progress(quiet), _warned)

    if watch:
        from conceptgen.batch.watching import builds

        for report in builds(planned, tuple(Path(each) for each in (brand, template) if each), made):
            if isinstance(report, ConceptgenError):
                failures.explain(report, debug=False)
            else:
                _told(report, quiet, kept)
    return _told(made(planned()).run(), quiet, kept)


def _report_file(written: str) -> Path:
    """The file for the report; one that cannot be is told before the work, not after it."""
    from conceptgen.files import refuse_to_replace

    path = named(written)
    refuse_to_replace(path, language())
    return path


def _told(report: Report, quiet: bool, kept: Path | None) -> int:
    streams.status_line("")
    for line in report.lines:
        _tell(line, quiet)
    if not report.lines:
        streams.write_error(text("building.nothing"))
    streams.write_line(_table(report))
    if kept:
        _keep(report, kept)
    return PARTLY if report.counts["failed"] else 0


def _warned(name: str) -> None:
    streams.status_line("")
    streams.write_line(text("building.removing", name=name))


class Progress:
    """How far a build is: a bar in a terminal, a plain line every few seconds in a pipe."""

    def __init__(self, quiet: bool) -> None:
        self.quiet, self.started = quiet, time.monotonic()
        self.told = self.started

    def __call__(self, source: Source, done: int, total: int) -> None:
        """One more input is done."""
        now = time.monotonic()
        left = (now - self.started) / done * (total - done)
        line = text("building.progress", name=source.name, done=done, total=total, left=f"{left:.0f}")
        if self.quiet:
            return
        if streams.is_watched():
            filled = BAR * done // total
            streams.status_line(f"{'█' * filled}{'░' * (BAR - filled)} {line}")
        elif now - self.told >= PACE:
            self.told = now
            streams.write_error(line)


def _tell(line: Line, quiet: bool) -> None:
    if (line.state in ("unchanged", "frozen") and not line.messages) or (quiet and line.state == "made"):
        return
    words = text(f"building.{line.state}", name=line.output or line.source)
    say = streams.write_error if line.state in ("failed", "aside", "orphan") else streams.write_line
    say(words)
    for message in line.messages:
        streams.write_error(f"  {message}")


def _table(report: Report) -> str:
    counts = [
        f"{text(f'building.count.{state}')} {report.counts[state]}"
        for state in ENDINGS
        if report.counts[state]
    ]
    return text("building.total", counts=", ".join(counts) or "0", seconds=f"{report.seconds:.1f}")


def _keep(report: Report, path: Path) -> None:
    from conceptgen.files import make_folder, replace_file

    make_folder(path.parent, language())
    data = json.dumps(report.record(), ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"
    replace_file(path, data, language())
