"""The participants as the file keeps them: an id each, a name unless they asked not to be named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from conceptgen.changes.pairing import normal
from conceptgen.changes.plain import stated
from conceptgen.exchange.contributions.matching import Known
from conceptgen.exchange.contributions.things import Data
from conceptgen.input.contribution import Contribution
from conceptgen.languages import say
from conceptgen.model.base import Item
from conceptgen.model.contributions import Participant, Voice
from conceptgen.model.organization import Role
from conceptgen.model.project import Project


@dataclass(frozen=True)
class Speaker:
    """One participant: his id, his record, whose scores his are."""

    id: str
    record: Data
    assessor: str

    @property
    def name(self) -> str:
        """How he is called."""
        return str(self.record["name"])


def speakers(base: Project, contributions: Sequence[Contribution], known: Known) -> list[Speaker]:
    """One for each contribution, in their order; who is in the file already keeps his id."""
    voices = [
        each.project.contributor or Voice.empty() if each.project else Voice.empty() for each in contributions
    ]
    roles = [_role(base, voice) for voice in voices]
    shared = {role for role, count in Counter(filter(None, roles)).items() if count > 1}
    found = []
    for number, (each, voice, role) in enumerate(zip(contributions, voices, roles, strict=True), 1):
        record = _record(voice, role, number, each.name, base)
        same = _same(base, record)
        id_ = same or known.add(Participant, record, "", _id_name(record, number))
        found.append(Speaker(id_, {"id": id_} | record, role if role and role not in shared else id_))
    return found


def _role(base: Project, voice: Voice) -> str:
    """The position of a participant, where the file has it; he who asked not to be named has none."""
    if voice.role is None or voice.anonymous:
        return ""
    roles = [each for each in base.organization.roles if each.id]
    return next(
        (str(each.id) for each in roles if voice.role == each.id or normal(each.name) == normal(voice.role)),
        "",
    )


def _record(voice: Voice, role: str, number: int, file: str, base: Project) -> Data:
    name = voice.name or (_role_name(base, role) or voice.role) or PurePath(file).stem
    if voice.anonymous:
        name = say(base.document.language, "merging.anonymous", number=number)
    record: Data = {"name": name}
    if role:
        record["role"] = role
    elif voice.role and not voice.anonymous and voice.role != name:
        record["position"] = voice.role
    if voice.anonymous:
        record["anonymous"] = "true"
    for key in ("date", "mode"):
        if (value := getattr(voice, key)) is not None:
            record[key] = stated(value)
    return record


def _role_name(base: Project, role: str) -> str:
    found: Item | None = base.relations.by_id.get(role)
    return found.name if isinstance(found, Role) else ""


def _same(base: Project, record: Data) -> str:
    """The id of a participant who is in the file already: the same name, day and way."""
    for each in base.contributions.participants:
        facts = (each.name, stated(each.date) if each.date else None, each.mode)
        if each.id and facts == (record["name"], record.get("date"), record.get("mode")):
            return each.id
    return ""


def _id_name(record: Data, number: int) -> str:
    return f"participant {number}" if "anonymous" in record else record["name"]
