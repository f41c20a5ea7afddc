"""Relations: written at either end and read from both; addresses by id; what names what, what points at what."""

from __future__ import annotations

import pytest
from inputs import HEAD, codes, findings, project
from made import project as sample

from conceptgen.composition import compose
from conceptgen.document.walk import plain_text
from conceptgen.input import load, load_bytes
from conceptgen.input.text.nodes import Mapping
from conceptgen.model.assessment import ProblemFound, ZoneVerdict
from conceptgen.model.base import Item
from conceptgen.model.chain import Touchpoint
from conceptgen.model.goals import Goal
from conceptgen.model.indicators import Indicator
from conceptgen.model.organization import Role
from conceptgen.model.programme import Action, Executor
from conceptgen.model.project import Project
from conceptgen.model.relations import BUILT_IN, built_in
from conceptgen.model.walk import parts, references
from conceptgen.resources import samples

BODY = """\
concept:
  current_state:
    findings:
      - {id: f_call, text: Бронь теряется, actions: [a_log], problem_zones: [pz10, pz_own]}
    zone_audit:
      - {problem_zone: pz10, verdict: found, findings: [f_call]}
      - {problem_zone: pz_own, verdict: not_checked}
  goals:
    - {id: g_wait, text: Гость не ждёт, indicators: i_wait, owner: director, tasks: [{id: k_log, text: Журнал}]}
    - {text: Гость вернётся, owner: {unknown: {owner: admin}}}
  programme:
    actions:
      - {id: a_new, name: График, basis: {findings: [f_call]}, tasks: [k_log], owner: director, depends_on: [a_log]}
      - {id: a_log, name: Журнал брони, goals: [g_wait], owner: admin, executors: [director]}
  indicators:
    - {id: i_wait, name: Ожидание, goals: [g_wait], owner: director}
chains:
  - name: Вечер
    stages:
      - name: Бронь
        touchpoints: [{id: t_call, name: Звонок, problem_zones: pz10, indicators: [i_wait], actions: [a_log]}]
custom_zones: [{id: pz_own, name: Сезонность}]
sources: [{id: s_shop, name: Тайный гость}]
"""


@pytest.fixture(scope="module")
def loaded() -> Project:
    """A small project with relations at all ends."""
    return project(BODY)


def ids(items: tuple[Item, ...]) -> list[str | None]:
    """Ids of items."""
    return [item.id for item in items]


def item(found: Project, id_: str) -> Item:
    """An item by id."""
    return found.relations.by_id[id_]


def test_a_relation_is_the_union_of_both_ends(loaded: Project) -> None:
    """The finding names one action, another action names the finding: both are its actions."""
    linked = loaded.relations.linked
    assert ids(linked(item(loaded, "f_call"), Action)) == ["a_new", "a_log"]
    assert ids(linked(item(loaded, "a_log"), ProblemFound)) == ["f_call"]
    assert ids(linked(item(loaded, "a_new"), ProblemFound)) == ["f_call"]
    assert ids(linked(item(loaded, "a_log"), Goal)) == ["g_wait"]
    assert ids(linked(item(loaded, "t_call"), Action)) == ["a_log"]


def test_a_relation_written_at_both_ends_is_there_once(loaded: Project) -> None:
    """The goal names the indicator and the indicator the goal."""
    assert ids(loaded.relations.linked(item(loaded, "g_wait"), Indicator)) == ["i_wait"]
    assert ids(loaded.relations.linked(item(loaded, "i_wait"), Goal)) == ["g_wait"]


def test_every_mutual_link_is_read_from_both_ends() -> None:
    """On the whole clinic: whoever is linked is linked back."""
    found = load(samples() / "clinic.yaml").project
    assert found is not None
    items = [place.part for place in found.relations.places if isinstance(place.part, Item)]
    one_sided = [
        (one, other)
        for one in items
        for other in found.relations.linked(one, Item)
        if one not in found.relations.linked(other, Item)
    ]
    assert one_sided == []
    assert sum(len(found.relations.linked(one, Item)) for one in items) > 100


def test_pointing_is_one_way(loaded: Project) -> None:
    """Who owns, executes, waits for: the field tells, and an owner is no relative."""
    director, relations = item(loaded, "director"), loaded.relations
    assert ids(relations.pointing(director, "owner", Goal)) == ["g_wait"]
    assert ids(relations.pointing(director, "owner", Item)) == ["g_wait", "a_new", "i_wait"]
    assert len(relations.pointing(director, "role", Executor)) == 1
    assert ids(relations.pointing(item(loaded, "a_log"), "depends_on", Action)) == ["a_new"]
    assert relations.linked(director, Goal) == ()
    assert relations.linked(item(loaded, "a_log"), Action) == ()


def test_built_in_ids_are_named_without_being_written(loaded: Project) -> None:
    """The ten problem zones and the three components exist in every input; one's own zone is an item."""
    relations = loaded.relations
    assert ids(relations.naming("pz10", ProblemFound)) == ["f_call"]
    assert ids(relations.naming("pz10", Touchpoint)) == ["t_call"]
    assert len(relations.naming("pz10", ZoneVerdict)) == 1
    assert relations.naming("pz01", Item) == ()
    assert ids(relations.linked(item(loaded, "pz_own"), ProblemFound)) == ["f_call"]
    assert [built_in(name) for name in ("pz01", "staff", "pz11", "")] == ["ProblemZone", "Component", "", ""]
    assert len(BUILT_IN["ProblemZone"]) == 10


def test_get_looks_at_the_kind(loaded: Project) -> None:
    """A role is no goal."""
    assert loaded.relations.get("admin", Role) is item(loaded, "admin")
    assert loaded.relations.get("admin", Goal) is None
    assert loaded.relations.get("nobody", Role) is None


def test_addresses_name_items_by_id(loaded: Project) -> None:
    """They survive reordering; a part without an id is named by its number."""
    origin = loaded.relations.origin
    assert str(origin(item(loaded, "a_log"), "owner")) == "concept.programme.actions[a_log].owner"
    assert loaded.concept is not None
    assert str(origin(loaded.concept.goals[1], "text")) == "concept.goals[1].text"
    assert str(origin(item(loaded, "k_log"), "text")) == "concept.goals[g_wait].tasks[k_log].text"
    goal = project("concept: {goals: [{text: Ц, basis: {text: Опрос}}]}\n")
    assert goal.concept is not None
    assert str(goal.relations.origin(goal.concept.goals[0].basis, "text")) == "concept.goals[0].basis.text"


def test_an_address_uses_the_key_of_the_input() -> None:
    """``for`` and ``from`` are what the author wrote."""
    found = project("chains: [{name: Ц, handovers: [{from: admin, to: director}]}]\n")
    origin = found.relations.origin(found.chains[0].handovers[0], "from_")
    assert str(origin) == "chains[0].handovers[0].from"


def test_a_default_has_no_address() -> None:
    """What nobody wrote stands nowhere."""
    found = project("concept: {current_state: {description: Д}}\n")
    assert found.concept is not None
    assert found.concept.current_state is not None
    assert found.relations.origin(found.concept.current_state.scale, "min") is None


@pytest.mark.parametrize("sample", ["clinic.yaml", "minimal.yaml"])
def test_every_address_is_one_place_and_every_path_leads_to_it(sample: str) -> None:
    """No two parts share an address; each path is found in the file as it was read."""
    found = load(samples() / sample)
    assert found.project is not None
    places = parts(found.project)
    addresses = [place.origin.address for place in places]
    assert len(set(addresses)) == len(addresses)
    for place in places:
        assert found.place(place.origin.path) > (0, 0)
    for ref in references(places):
        if isinstance(getattr(ref.holder, ref.field), dict):  # the reference is a key there
            continue
        line, column = found.place(ref.origin.path)
        text = (samples() / sample).read_text(encoding="utf-8").splitlines()[line - 1]
        assert text[column - 1 :].lstrip("\"'").startswith(ref.names)


def test_the_place_of_a_value_that_is_not_there_is_that_of_its_holder() -> None:
    """A gap is shown where it should be filled."""
    found = load_bytes((HEAD + BODY).encode(), "вход.yaml")
    assert found.place(("concept", "goals", 1, "horizon")) == found.place(("concept", "goals", 1))
    assert found.place(()) == (1, 1)
    assert isinstance(found.tree, Mapping)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("concept: {goals: [{text: Ц, owner: admn}]}", ["admn"]),
        ("concept: {goals: {text: Ц, deputies: admn}}", ["admn"]),
        ("concept: {goals: [{text: Ц, deputies: [admin, admn]}]}", ["admn]"]),
        ("concept: {goals: [{text: Ц, source: {id: s_none, at: «п. 3»}}]}", ["s_none"]),
        ("concept: {goals: [{text: Ц, source: [s_a, s_b]}]}", ["s_a", "s_b"]),
        ("concept: {current_state: {components: {stuff: Хороши}}}", ["stuff:"]),
        ("concept: {goals: [{text: Ц, owner: {unknown: {owner: admn}}}]}", ["admn"]),
    ],
)
def test_a_reference_to_nothing_is_shown_where_it_is_written(body: str, places: list[str]) -> None:
    """In a list, alone, as the key of a mapping, in a source, in an unknown."""
    found = findings(body + "\n")
    assert [finding.code for finding in found] == ["E-REF-01"] * len(places)
    lines = (HEAD + body).splitlines()
    shown = [lines[finding.line - 1][finding.column - 1 :] for finding in found]
    assert all(text.startswith(place) for text, place in zip(shown, places, strict=True))
    assert all(finding.ids == (place.rstrip(":]"),) for finding, place in zip(found, places, strict=True))


@pytest.mark.parametrize(
    ("field", "codes_"),
    [
        ("owner: service", []),
        ("owner: g_other", ["E-REF-07"]),
        ("owner: pz01", ["E-REF-07"]),
        ("goals: [admin]", ["E-REF-07"]),
        ("basis: {problem_zones: [pz10]}", []),
        ("basis: {problem_zones: [pz11]}", ["E-REF-01"]),
        ("basis: {problem_zones: [staff]}", ["E-REF-07"]),
        ("depends_on: [a]", ["E-REF-03"]),
        ("depends_on: a", ["E-REF-03"]),
    ],
)
def test_references_name_the_right_kind(field: str, codes_: list[str]) -> None:
    """An owner is a position, department, partner or person; nothing waits for itself."""
    body = f"concept: {{goals: [{{id: g_other, text: Ц}}], programme: {{actions: [{{id: a, name: М, {field}}}]}}}}\n"
    assert codes(body) == codes_


def test_a_kind_without_a_word_of_its_own_is_named_in_russian() -> None:
    """A meeting is no owner."""
    (finding,) = findings(
        "concept: {goals: [{text: Ц, owner: m}], governance: {meetings: [{id: m, name: Встреча}]}}\n"
    )
    assert finding.message.startswith(
        "В поле «Ответственный» (owner) стоит «m»: это совещание, а ожидается: должность"
    )


def test_long_chains_of_actions_are_no_circle() -> None:
    """A thousand actions one after another; the last closes the circle, and it is told once."""
    actions = [f"      - {{id: a{n}, name: М, depends_on: [a{n + 1}]}}\n" for n in range(1000)]
    body = "concept:\n  programme:\n    actions:\n" + "".join(actions)
    assert codes(body + "      - {id: a1000, name: М}\n") == []
    (finding,) = findings(body + "      - {id: a1000, name: М, depends_on: [a0]}\n")
    assert finding.code == "E-REF-03"
    assert len(finding.message) < 400
    assert len(finding.ids) == 1001


def test_relations_of_a_pickled_project_are_its_own() -> None:
    """A project that went to another process still finds its links."""
    import pickle

    from conceptgen.input import load
    from conceptgen.model.assessment import ProblemFound
    from conceptgen.model.programme import Action
    from conceptgen.resources import samples

    project = load(samples() / "clinic.yaml").project
    assert project is not None
    assert project.relations.by_id
    copy = pickle.loads(pickle.dumps(project))
    finding = next(item for item in copy.relations.by_id.values() if isinstance(item, ProblemFound))
    assert copy.relations.linked(finding, Action)


def test_a_changed_copy_is_composed_as_it_is() -> None:
    """What was composed of an input before is not taken for its copy."""
    given = sample("minimal")
    before = compose(given, "concept", "short")
    head = given.document.model_copy(update={"title": "Совсем другое"})
    after = compose(given.model_copy(update={"document": head}), "concept", "short")
    assert (before.title, after.title) == (given.document.title, "Совсем другое")
    assert any("Совсем другое" in line for line in plain_text(after))
    assert not any("Совсем другое" in line for line in plain_text(before))
