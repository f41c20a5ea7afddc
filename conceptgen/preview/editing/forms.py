"""The form for a place of the input: its words, what stands there, what is wrong with it, and the editors."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import PurePath
from typing import Any

from conceptgen.changes import Teller
from conceptgen.changes.compare import forms_of
from conceptgen.changes.trail import value_at
from conceptgen.findings import Finding
from conceptgen.input import Loaded
from conceptgen.input.workbook.kinds import COMMON, kind_of
from conceptgen.languages import say
from conceptgen.model.base import Figure, Item, Model, Unknown
from conceptgen.model.project import Project
from conceptgen.model.reference_data import Source
from conceptgen.origin import Path
from conceptgen.preview.editing.editors import ITSELF, Editors, Spec, called, label_of
from conceptgen.preview.editing.spots import Spot, data_at, spot_at

_SHOWN = 90


class Forms:
    """The forms of one loaded input, in the language of its page."""

    def __init__(
        self, loaded: Loaded, project: Project, findings: tuple[Finding, ...], language: str
    ) -> None:
        self._loaded, self._project, self._findings = loaded, project, findings
        self._language = language
        self._editors = Editors(project, language)
        self._teller = Teller(project, language=language)

    def at(self, path: Path, via: Path = ()) -> Spec:
        """The form that a click on a value opens; ``via`` is the reference because of which a name is printed.

        Raises NoPlace where there is no such place.
        """
        spot = spot_at(self._project, via or path)
        if spot.model is Unknown and spot.at and spot.at[-1] == "unknown":
            spot = spot_at(self._project, spot.at[:-1])
        at, focus = holder_of(spot)
        part = spot_at(self._project, at).part or Project
        fields = self._editors.of_part(part)
        data = data_at(self._project, at)
        about = list(self._about(at, (*at, focus)))
        own = [each for each in about if _is_own(each, at)]
        return {
            "at": at,
            "focus": focus,
            "title": self._title(at),
            "above": list(self._above(at)),
            "place": self._place((*at, focus) if focus else at),
            "findings": [self._told(each) for each in own],
            "inside": len(about) - len(own),
            "fields": fields,
            "values": {each["key"]: self._value(at, each, data) for each in fields},
            "unknowns": self._editors.unknowns(),
            "entry": self._entry(at),
            "example": self._example(at),
            "refers": {"at": path[:-1], "title": self._title(path[:-1])} if via and len(path) > 1 else None,
        }

    def blank(self, path: Path, index: int) -> Spec:
        """The form for a new entry of a list."""
        spot = spot_at(self._project, path)
        assert spot.kind.model is not None
        return {
            "at": path,
            "index": index,
            "title": label_of(spot.kind.model, self._language),
            "above": list(self._above(path)),
            "fields": self._editors.of_part(spot.kind.model, is_new=True),
            "values": {},
            "unknowns": self._editors.unknowns(),
        }

    def _title(self, path: Path) -> str:
        return title_of(self._project, path, self._language)

    def _above(self, at: Path) -> Iterator[Spec]:
        """The entries that hold a place, the outermost first."""
        for end in range(1, len(at)):
            if isinstance(at[end - 1], int):
                yield {"at": at[:end], "title": self._title(at[:end])}

    def _place(self, path: Path) -> str:
        line, column = self._loaded.place(path)
        if self._loaded.workbook is not None:
            return self._loaded.workbook.atlas.words(line, column)
        return say(self._language, "preview.panel.place", file=PurePath(self._loaded.name).name, line=line)

    def _about(self, at: Path, field: Path) -> Iterator[Finding]:
        """What was found about a part, first about the field."""
        found = [each for each in self._findings if not each.suppressed and _is_about(each, at)]
        yield from sorted(found, key=lambda each: not _is_about(each, field))

    def _told(self, finding: Finding) -> Spec:
        return {
            "severity": finding.severity,
            "code": finding.code,
            "message": finding.message,
            "hint": finding.hint,
        }

    def _value(self, at: Path, spec: Spec, data: dict[str, Any]) -> Any:
        """What stands in a field: data, or of a list its entries by name."""
        key = spec["key"]
        if key == ITSELF:
            return {each: data[each] for each in spec["keys"] if each in data}
        if spec["kind"] == "list":
            return list(self._entries((*at, key)))
        if spec["kind"] == "fixed":
            return self._place((*at, key))
        return data.get(key)

    def _entries(self, path: Path) -> Iterator[Spec]:
        unit = getattr(value_at(self._project, path[:-1]), "unit", None)
        for index, each in enumerate(value_at(self._project, path) or ()):
            told = called(self._project, each) or (
                isinstance(each, Figure) and self._teller.figure(each, unit)
            )
            yield {"at": (*path, index), "name": _short(told or label_of(type(each), self._language))}

    def _entry(self, at: Path) -> Spec | None:
        """Where the part stands in its list."""
        if not at or not isinstance(at[-1], int):
            return None
        kind = spot_at(self._project, at).part
        count = len(value_at(self._project, at[:-1]) or ())
        return {
            "list": at[:-1],
            "index": at[-1],
            "count": count,
            "label": label_of(kind, self._language) if kind else "",
        }

    def _example(self, at: Path) -> Path | None:
        """The nearest item, if it says that it is an example of the starter."""
        above = (at[:end] for end in range(len(at), -1, -1))
        nearest = next((each for each in above if isinstance(value_at(self._project, each), Item)), None)
        return nearest if nearest is not None and is_example(self._project, nearest) else None


def title_of(project: Project, path: Path, language: str) -> str:
    """What stands at a place: «Цель: Гость садится сразу»."""
    spot = spot_at(project, path)
    part = value_at(project, path)
    kind = spot.part or (spot.kind.model if spot.is_list else None)
    label = label_of(kind, language) if kind else ""
    name = _short(called(project, part)) if isinstance(part, Model) else ""
    return f"{label}: {name}" if name else label


def holder_of(spot: Spot) -> tuple[Path, str]:
    """The part whose form is shown for a place, and the field in it that was meant; "" for none and for its figure."""
    if not spot.field or spot.part not in (None, Unknown):
        return spot.path, ""
    if issubclass(spot.model, Figure) and spot.field in forms_of(spot.model):
        return spot.at, ITSELF
    return spot.at, str(spot.path[len(spot.at)])


def is_example(project: Project, at: Path) -> bool:
    """True if the part at a path has the starter for its source."""
    part = value_at(project, at)
    if not isinstance(part, Item):
        return False
    sources = (project.relations.get(each.id, Source) for each in part.source)
    return any(source is not None and source.kind == "starter" for source in sources)


@cache
def lists_by_way(language: str) -> dict[str, str]:
    """What an entry is called, for every list of parts by its way through the input: «concept.goals» → «Цель»."""
    found: dict[str, str] = {}

    def learn(model: type[Model], way: str) -> None:
        for name, info in model.model_fields.items():
            kind = kind_of(model, name)
            if name in COMMON or kind.model is None or kind.model is Unknown:
                continue
            inside = f"{way}.{info.alias or name}".lstrip(".")
            if kind.is_many:
                found[inside] = label_of(kind.model, language)
            learn(kind.model, inside)

    learn(Project, "")
    return found


def _is_about(finding: Finding, at: Path) -> bool:
    paths = (finding.path, *finding.lacks)
    return any(path[: len(at)] == at for path in paths if path) if at else not finding.path


def _is_own(finding: Finding, at: Path) -> bool:
    """True for what a form of this part can mend; not for what is wrong with the entries of its lists."""
    paths = (path for path in (finding.path, *finding.lacks) if path[: len(at)] == at)
    return any(not any(isinstance(step, int) for step in path[len(at) :]) for path in paths)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
