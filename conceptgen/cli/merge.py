"""``merge``: the material of several participants put together into one file, and the paper on what they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.naming import named
from conceptgen.cli.words import text
from conceptgen.deliverables.formats import PAGED

if TYPE_CHECKING:
    from conceptgen.exchange.contributions import Merged
    from conceptgen.exchange.contributions.telling import Tale, Told
    from conceptgen.input import Loaded
    from conceptgen.input.contribution import Contribution

LISTS = ("text", "json")


def command() -> click.Command:
    """Declare ``merge`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "merge",
        merge,
        parts.argument("base", "base", text("help.merge.base")),
        parts.argument("contributions", "contributions", text("help.merge.contributions"), nargs=-1),
        parts.option(
            "-o", "--output", help=text("help.merge.output"), metavar=text("help.metavar.file"), default=""
        ),
        parts.multi_option(
            "--format",
            "formats",
            default=LISTS[:1],
            help=text("help.merge.form"),
            metavar="|".join((*LISTS, *PAGED)),
        ),
        parts.flag("--dry-run", "is_trial", help=text("help.import.dry_run")),
        parts.brand(),
        parts.pdf_engine(),
        parts.template(),
        parts.output_folder("help.merge.folder", "--folder"),
    )


def merge(  # noqa: PLR0913, PLR0917 - an option each
    base: str,
    contributions: tuple[str, ...],
    output: str,
    formats: tuple[str, ...],
    is_trial: bool,
    brand: str,
    pdf_engine: str,
    template: str,
    folder: str,
) -> int:
    """Write the merged file and, if wished, the paper; what participants differ in is told and decided by a person."""
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.inputs import read_with_data
    from conceptgen.exchange.contributions import merge_contributions
    from conceptgen.exchange.contributions.telling import Tale
    from conceptgen.exchange.excel.blank import blank_data
    from conceptgen.files import display_name, stem_of

    loaded, data = read_with_data(base, brand)
    found = _read(loaded, contributions) if loaded.project is not None else []
    told = [*loaded.findings, *(finding for each in found for finding in each.findings)]
    for finding in told:
        streams.write_error(str(finding))
    if loaded.project is None or any(each.project is None for each in found):
        return BAD_INPUT
    name = display_name(base) if base != "-" else "stdin"
    merged = merge_contributions(loaded.project, found, blank_data(loaded.language), name)
    written = _written(merged, loaded, data, name)
    for form in formats:
        if form in LISTS:
            _tell(merged, Tale(merged), form, loaded.language)
    _tell_left(merged, found, loaded.language)
    if not is_trial:
        _put(written, output or f"{_stem(base)}-merged.yaml", loaded.language)
    wished = tuple(each for each in formats if each not in LISTS)
    if not wished or is_trial:
        return 0
    paper = _Paper(merged, written, stem_of(base), wished, brand, template, pdf_engine)
    return paper.make(folder, base)


def _stem(base: str) -> str:
    from conceptgen.files import stem_of

    return str(Path(base).parent / stem_of(base)) if base != "-" else "stdin"


def _read(loaded: Loaded, names: tuple[str, ...]) -> list[Contribution]:
    """Every contribution, with whatever is wrong with each."""
    from conceptgen.files import display_name
    from conceptgen.input.contribution import Contribution, read_contribution
    from conceptgen.input.files import read_file

    assert loaded.project is not None
    found = []
    for name in names:
        data, findings = read_file(name, loaded.language)
        shown = display_name(name)
        found.append(
            read_contribution(data, shown, loaded.project)
            if data is not None
            else Contribution(shown, None, tuple(replace(each, file=shown) for each in findings))
        )
    return found


def _written(merged: Merged, loaded: Loaded, data: bytes, name: str) -> bytes:
    """The merged file: the base with the changes in it; a base that is a workbook becomes a file."""
    from conceptgen.changes import CannotApply
    from conceptgen.errors import RequestError
    from conceptgen.exchange.excel import yaml_text

    if loaded.workbook is not None:
        return yaml_text(merged.project)
    try:
        return merged.applied_to(data, name)
    except CannotApply as fault:
        raise RequestError(text("merge.not_written", loaded.language, name=name)) from fault


def _put(written: bytes, output: str, language: str) -> None:
    from conceptgen.files import display_name, make_folder, new_file

    path = named(output, ".yaml", ".yml", ".json")
    make_folder(path.parent, language)
    new_file(path, written, language)
    streams.write_line(display_name(path))


@dataclass(frozen=True)
class _Paper:
    merged: Merged
    written: bytes
    stem: str
    formats: tuple[str, ...]
    brand: str
    template: str
    pdf_engine: str

    def make(self, folder: str, base: str) -> int:
        """Write the paper in each format."""
        from conceptgen.cli.templates import look_of
        from conceptgen.cli.write_outputs import folder_of, make
        from conceptgen.exchange.contributions.report import reports
        from conceptgen.input import load
        from conceptgen.readiness import unanswered

        loaded = load(self.written, f"{self.stem}.yaml", brand=self.brand or None)
        look = replace(look_of(loaded, self.template), pdf_engine=self.pdf_engine)
        made = reports(self.merged, unanswered(loaded), self.stem, self.formats, look)
        return make(made, folder_of(folder, base, loaded))


def _tell(merged: Merged, tale: Tale, form: str, language: str) -> None:
    if form == "json":
        streams.write_bytes((json.dumps(_record(merged, tale), ensure_ascii=False, indent=2) + "\n").encode())
        return
    for line in _lines(merged, tale, language):
        streams.write_line(line)


def _record(merged: Merged, tale: Tale) -> dict[str, object]:
    """All that was found, as plain data; who by id."""
    points = merged.settled.points
    return {
        "participants": [each.record for each in merged.speakers],
        "differing": [
            {"at": point.address, "opinions": point.opinions, "stands": point.stands, "state": point.outcome}
            for point in points
            if point.outcome != "agreed"
        ],
        "single": [{"at": each.address, "kind": each.kind, "name": each.name} for each in tale.single()],
        "near": [
            {"said": each.said, "known": each.known, "id": each.known_id, "by": each.participant}
            for each in merged.near
        ],
        "scores": [
            {
                "criterion": each.criterion.name,
                "round": each.round,
                "median": str(each.median),
                "min": str(each.range[0]),
                "max": str(each.range[1]),
                "n": len(each.scores),
            }
            for each in tale.judged()
        ],
    }


def _lines(merged: Merged, tale: Tale, language: str) -> Iterator[str]:
    people = ", ".join(each.name for each in merged.speakers)
    yield text("merge.people", language, count=len(merged.speakers), names=people)
    yield from _listed(
        "open", [_differing(each, language) for each in tale.differing() if not each.is_settled], language
    )
    yield from _listed(
        "settled", [_differing(each, language) for each in tale.differing() if each.is_settled], language
    )
    yield from _listed(
        "scores",
        [
            text(
                "merge.score",
                language,
                name=each.criterion.name,
                median=each.median,
                low=each.range[0],
                high=each.range[1],
                count=len(each.scores),
            )
            for each in tale.judged()
        ],
        language,
    )
    yield from _listed(
        "single", [f"{each.kind}: {each.name} — {', '.join(each.by)}" for each in tale.single()], language
    )
    yield from _listed(
        "near",
        [
            text("merge.near_line", language, who=who, said=said, known=known, id=id_ or "…")
            for who, said, known, id_ in tale.near()
        ],
        language,
    )


def _listed(key: str, lines: list[str], language: str) -> Iterator[str]:
    if lines:
        yield text(f"merge.{key}", language, count=len(lines))
        yield from (f"  {line}" for line in lines)


def _differing(told: Told, language: str) -> str:
    said = "; ".join(f"{who or text('merge.file', language)} — {words}" for who, words in told.opinions)
    need = text("merge.required", language) if told.is_required and not told.is_settled else ""
    return f"{told.address}: {told.place}: {said}{need}"


def _tell_left(merged: Merged, found: list[Contribution], language: str) -> None:
    """What was said and is not in the file, and why."""
    for each in found:
        if each.missing:
            streams.write_error(text("merge.missing", language, name=each.name, count=each.missing))
    for wish in merged.settled.unused:
        streams.write_error(text("merge.unused", language, at=wish.at))
