"""Loading as a whole: all errors of one run, their order and shape, any junk without a crash, both languages."""

from __future__ import annotations

import gc
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inputs import HEAD, codes, findings, loaded, project

from conceptgen.findings import Finding
from conceptgen.input import limits, load, load_bytes
from conceptgen.input.check.known_keys import keys_at, nearest_key
from conceptgen.input.check.partial import without_refused
from conceptgen.input.check.validate import validate
from conceptgen.input.text.nodes import Mapping, Node, Scalar, Sequence
from conceptgen.input.text.read import read
from conceptgen.model.base import Item
from conceptgen.model.project import Project
from conceptgen.model.walk import models_in
from conceptgen.resources import samples

MINIMAL = (samples() / "minimal.yaml").read_bytes()
RICH = """\
schema: conceptgen/1
document: {title: К, date: 2026-11-21, review_cycle: {value: 6, unit: month}, scope: {included: [Зал]}}
organization:
  name: О
  facts: [{text: Ф, value: 84, unit: count, date: 2026-10, source: s}]
  departments: [{id: service, name: Зал}]
  segments: [{id: regulars, name: Постоянные, share_pct: 40, expectations: [{text: стол, from: experience}]}]
  channels: [{id: phone, name: Телефон, kind: phone}]
  roles:
    - {id: admin, name: Администратор, profile: {skills: [{id: s_calm, text: спокоен, level: must}]}}
concept:
  summary: {unknown: {reason: tbd, resolve_by: 2027, owner: admin}}
  current_state:
    components: {staff: Хороши, product: {unknown: tbd}}
    scale: {min: 1, max: 10, step: 1, anchors: {"1": плохо}}
    rounds: [{id: w1, baseline: true, date: {from: 2026-07, to: 2026-09}}]
    criteria: [{id: c, component: staff, name: К, scores: [{round: w1, assessor: admin, value: 4, evidence: э}]}]
    causes: [{criterion: c, onset: {kind: recent}, time_to_level: 2027-Q2, first_step: сдвинуть}]
    findings: [{id: f, text: П, problem_zones: [pz10], impact: churn, frequency: часто}]
    zone_audit: [{problem_zone: pz01, verdict: found, missed_opportunity: {amount: 90000, currency: RUB}}]
  goals: [{id: g, text: Ц, owner: {unknown: tbd}, basis: {criteria: c}, tasks: [{id: k, text: З}]}]
  programme:
    start: FY2027-Q1
    actions:
      - {id: a, name: М, tasks: [k], deadline: {date: 2027-04, as_written: апрель}, executors: [admin, {role: admin}]}
      - {id: b, name: М, depends_on: [a], cost: {min: 1, max: 2}, completion_pct: 5}
  indicators:
    - id: i
      name: П
      goals: g
      baseline: {value: "4,5", disputed: [{value: 7, source: {id: s, at: п. 3}}]}
      targets: [{change: {up_by: {min: 1, max: 2}, unit: pp}, due: 2027}, {fraction: [1, 2]}, {duration: PT5M}]
chains:
  - id: evening
    name: Ц
    segment: regulars
    stages:
      - id: book
        name: Э
        emotion: [{round: w1, value: 3}, 4]
        zones:
          - name: З
            elements: {name: Э, touchpoints: {id: t, name: Т, owner: admin, standard: {text: с, limit: {at_most: 1}}}}
          - {zone: z2, touchpoints: [Звонок]}
      - {name: Э, zones: [{id: z2, name: З}]}
sources: [{id: s, name: И, sample: {respondents: 10}}]
brand: {firm: Ф, colors: {accent: "#aa0000"}}
settings: {percent: closed, fiscal_year_start: 4}
review: {allow: [{rule: W-ACT-02, at: a}]}
deliverables: [{document: concept, variant: full, format: [docx, pdf]}]
"""


def places(found: tuple[Finding, ...]) -> list[tuple[int, int, str]]:
    """Line, column and code of findings."""
    return [(finding.line, finding.column, finding.code) for finding in found]


def test_the_rich_example_is_good() -> None:
    """Its only finding is the note about a decimal comma."""
    found = load_bytes(RICH.encode(), "x.yaml")
    assert [str(finding) for finding in found.findings if finding.severity != "note"] == []
    assert found.project is not None


def test_a_path_bytes_and_a_name(tmp_path: Path) -> None:
    """A file by its path, or its bytes; the name stands in messages."""
    file = tmp_path / "проект.yaml"
    file.write_bytes(MINIMAL)
    assert load(file).project == load(str(file)).project == load(MINIMAL, "x").project
    assert (load(file).name, load(file, "вход").name, load(MINIMAL).name) == (str(file), "вход", "stdin")
    gone = load(tmp_path / "нет.yaml", "вход")
    assert [(finding.code, finding.file) for finding in gone.findings] == [("E-FIL-01", "вход")]
    assert (gone.project, gone.tree, gone.place(("document",))) == (None, None, (0, 0))


def test_a_missing_file_is_told_in_the_wished_language(tmp_path: Path) -> None:
    """There is no input that could tell its own."""
    assert "There is no file" in load(tmp_path / "x.yaml", language="en").findings[0].message


def test_messages_follow_the_language_of_the_input() -> None:
    """An English input is answered in English, kinds and shapes included."""
    body = (HEAD + "concept: {summary: [], goals: [{text: G, owner: x, priority: hig, ownr: y}]}\n").replace(
        "date: 2026-11-21", "date: 21.11.2026, language: en"
    )
    found = load_bytes(body.encode(), "input.yaml")
    assert len(found.findings) == 5
    # Labels of listed values stay in the language of the message; only the input's own words may be Russian.
    for finding in found.findings:
        said = re.sub("“(Зал|Администратор|Директор)”", "", finding.message + finding.hint)
        assert not re.search("[а-яА-Я]", said), finding
    assert "expected: position, department, partner, person" in found.findings[2].message


def test_all_errors_in_one_run() -> None:
    """A wrong value, key and form do not hide a wrong reference, a double id or a circle; all in the file's order."""
    body = (
        "concept:\n"
        "  goals:\n"
        "    - {id: g, text: Ц, priority: важно}\n"
        "    - [Ц]\n"
        "    - {id: g, text: Ц, owner: nobody}\n"
        "  indicators:\n"
        "    - {name: П, targets: [{value: много}, {value: 1, at_most: 2}], owner: nobody}\n"
        "  programme:\n"
        "    actions: [{id: a, nam: М, depends_on: [a]}, {name: [], goals: [g_none]}]\n"
    )
    assert places(findings(body)) == [
        (9, 34, "E-TYP-08"),
        (10, 7, "E-TYP-02"),
        (11, 12, "E-REF-02"),
        (11, 31, "E-REF-01"),
        (13, 35, "E-TYP-03"),
        (13, 43, "E-TYP-09"),
        (13, 75, "E-REF-01"),
        (15, 15, "E-TYP-01"),
        (15, 23, "E-REF-04"),
        (15, 44, "E-REF-03"),
        (15, 50, "E-TYP-02"),
        (15, 68, "E-REF-01"),
    ]


def test_references_into_what_is_refused_are_no_errors() -> None:
    """The id is written; that its item has a mistake elsewhere is one error, not two."""
    body = (
        "concept:\n"
        "  goals: [{id: g, text: [], horizon: скоро, tasks: [{id: k, txt: З}]}]\n"
        "  current_state: {criteria: [{id: c, component: []}], zone_audit: [{verdict: found, findings: []}]}\n"
        "  programme: {actions: [{id: a, name: М, goals: [g], tasks: [k], basis: {criteria: [c]}}]}\n"
    )
    assert set(codes(body)) == {"E-TYP-02", "E-DAT-02", "E-REF-04", "E-TYP-01"}


@pytest.mark.parametrize(
    "head",
    ["", "schema: conceptgen/2\n", "document: []\n", "document: {title: Т}\norganization: {}\nsources: 5\n"],
)
def test_even_a_ruined_head_does_not_hide_the_rest(head: str) -> None:
    """References of the concept are checked although there is no document at all."""
    found = load_bytes(
        f"{head}concept: {{goals: [{{text: Ц, owner: nobody}}]}}\n".encode(), "x.yaml"
    ).findings
    assert "E-REF-01" in [finding.code for finding in found]


def test_neither_concept_nor_chain() -> None:
    """There must be something to write about; what there is, is checked."""
    assert codes("sources: [{name: И, source: s_none}]\n") == ["E-DOC-05", "E-REF-01"]


def test_lists_that_lost_items_keep_their_numbers() -> None:
    """What follows a refused item is shown at its own line with its own number."""
    body = "concept:\n  goals:\n" + "    - []\n" * 3 + "    - {text: Ц, owner: nobody}\n"
    last = findings(body)[-1]
    assert (last.line, last.path) == (12, ("concept", "goals", 3, "owner"))


def test_places_are_of_the_value_or_the_key() -> None:
    """A wrong value is shown at the value, an unknown key at the key, a gap at what has it."""
    body = "concept:\n  purpose: {x: 1}\n  Цели: []\n  goals:\n    - owner: admin\n"
    assert places(findings(body)) == [(8, 3, "E-TYP-02"), (9, 3, "E-REF-04"), (11, 7, "E-TYP-01")]


def test_keys_that_look_like_tags_of_the_library() -> None:
    """Any key of the author's is shown as he wrote it."""
    body = 'concept: {"@value": 1, "[key]": 2, goals: [{text: Ц, "@unknown": 3}], summary: {"@value": 1}}\n"@x": 1\n'
    assert [finding.path[-1] for finding in findings(body)] == [
        "@value",
        "[key]",
        "@unknown",
        "summary",
        "@x",
    ]


def test_names_of_the_program_are_no_keys() -> None:
    """What the key is called inside the program is unknown to the input."""
    assert (
        codes("format: conceptgen/1\nchains: [{name: Ц, handovers: [{from_: admin}]}]\n") == ["E-REF-04"] * 2
    )


def test_null_ids_are_no_double_ids() -> None:
    """Two items without an id have no id in common."""
    assert codes("concept: {goals: [{id: , text: Ц}, {id: ~, text: Ц}, {id: null, text: Ц}]}\n") == []


def test_an_upside_down_scale_is_one_error() -> None:
    """Not one for each score."""
    state = "scale: {min: 10, max: 1}, criteria: [{component: staff, name: К, scores: [{value: 5}]}]"
    assert codes(f"concept: {{current_state: {{{state}}}}}\n") == ["E-IND-04"]


def test_odd_scales_do_not_break() -> None:
    """Steps that do not divide, huge bounds."""
    score = "criteria: [{component: staff, name: К, scores: [{value: 1.15}]}]"
    for scale, expected in (
        ("{step: 0}", []),
        ("{step: 0.05}", []),
        ("{step: 0.1}", ["E-ASM-05"]),
        (f"{{max: {'9' * 30}, step: 0.000000000000001}}", []),
    ):
        assert codes(f"concept: {{current_state: {{scale: {scale}, {score}}}}}\n") == expected


ITEMS = {
    "Role": "organization.roles.0",
    "Department": "organization.departments.0",
    "Segment": "organization.segments.0",
    "Channel": "organization.channels.0",
    "ProfileItem": "organization.roles.0.profile.skills.0",
    "Round": "concept.current_state.rounds.0",
    "Criterion": "concept.current_state.criteria.0",
    "Cause": "concept.current_state.causes.0",
    "ProblemFound": "concept.current_state.findings.0",
    "Goal": "concept.goals.0",
    "Task": "concept.goals.0.tasks.0",
    "Action": "concept.programme.actions.0",
    "Indicator": "concept.indicators.0",
    "Reading": "concept.indicators.0.baseline.disputed.0",
    "Chain": "chains.0",
    "Stage": "chains.0.stages.0",
    "Zone": "chains.0.stages.0.zones.0",
    "Element": "chains.0.stages.0.zones.0.elements",
    "Touchpoint": "chains.0.stages.0.zones.0.elements.touchpoints",
    "Source": "sources.0",
}


@pytest.mark.parametrize("path", ITEMS.values(), ids=ITEMS)
def test_a_double_id_is_found_in_every_kind(path: str) -> None:
    """Whatever has an id shares one space of names with all the others."""
    tree = rich()
    node: Any = tree
    for step in path.split("."):
        node = node[int(step)] if step.isdigit() else node[step]
    node["id"] = Scalar("k_double", "plain", 500, 5)
    tree["legal_refs"][0]["id"] = Scalar("k_double", "plain", 600, 5)  # type: ignore[index,call-overload]
    found = load_bytes(json.dumps(tree).encode(), "x.json").findings
    assert [finding.ids for finding in found if finding.code == "E-REF-02"] == [("k_double",)]


def rich() -> Mapping:
    """The tree of the rich example."""
    root, found = read((RICH + "legal_refs: [{name: Закон}]\n").encode(), "x.yaml")
    assert root is not None
    assert found == []
    return root


def test_ids_and_records() -> None:
    """A finding for programs: ten keys, the ids concerned, a path as text."""
    record = next(f for f in findings("concept: {goals: [{text: Ц, owner: nobody}]}\n")).record()
    assert list(record) == [
        *("code", "severity", "message", "hint", "file", "line", "column", "path", "ids", "suppressed")
    ]  # fmt: skip
    assert (record["ids"], record["path"]) == (["nobody"], "concept.goals[0].owner")
    assert (record["severity"], record["line"], record["suppressed"]) == ("error", 7, False)


def test_a_finding_is_one_short_line() -> None:
    """However long and odd the value is."""
    junk = '"' + "строка\\n" * 2_000 + '"'
    for field in (f"owner: {junk}", f"priority: {junk}", f"horizon: {junk}", f"{junk}: 1", f"id: {junk}"):
        for finding in findings(f"concept: {{goals: [{{text: Ц, {field}}}]}}\n"):
            assert "\n" not in str(finding)
            assert len(str(finding)) < 1_500


def test_no_more_findings_than_anyone_reads() -> None:
    """A thousand and the word that there are more; quickly, though each asks for a suggestion."""
    keys = "".join(f"  purpos{n}: 1\n" for n in range(3_000))
    goals = "".join(f"    - {{text: Ц, owner: nobody{n}}}\n" for n in range(3_000))
    for body in (f"concept:\n{keys}", f"concept:\n  goals:\n{goals}"):
        found = findings(body)
        assert len(found) == limits.FINDINGS + 1
        assert found[-1].code == "E-LIM-05"


def test_equal_ids_of_wrong_references_get_equal_hints() -> None:
    """A role that was deleted: every place that names it is told, with the same advice."""
    found = findings("concept:\n  goals:\n" + "    - {text: Ц, owner: directr}\n" * 50)
    assert {finding.hint for finding in found} == {"Возможно, «Директор» (director)"}
    assert len(found) == 50


def test_findings_do_not_depend_on_the_run() -> None:
    """Same input, same findings, whatever the seed of the process."""
    program = "import sys; from conceptgen.input import load; print(*load(sys.argv[1]).findings, sep='\\n')"
    sample = samples() / "broken" / "dates.yaml"
    told = {
        subprocess.run(
            [sys.executable, "-c", program, str(sample)],
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_the_collector_is_left_as_it_was() -> None:
    """Loading pauses the search for garbage and starts it again, or leaves it off."""
    load(MINIMAL)
    assert gc.isenabled()
    gc.disable()
    try:
        load(b"\0")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_every_key_of_the_models_is_known_at_its_path() -> None:
    """So that a misspelt key gets a suggestion anywhere: in an unknown, under a component, in a figure."""
    for path, key, near in (
        ((), "concpt", "concept"),
        (("concept", "goals", 3), "horison", "horizon"),
        (("concept", "current_state", "components", "staff", "unknown"), "resolve", "resolve_by"),
        (("concept", "indicators", 0, "targets", 0, "change", "up_by"), "maxx", "max"),
        (("concept", "goals", 0), "Ответственный", "owner"),
        (("chains", 0), "этапы", "stages"),
    ):
        assert nearest_key(key, path) == near
    assert keys_at(("concept",))[:3] == ["summary", "messages", "purpose"]


def test_an_item_of_every_kind_may_carry_what_items_carry() -> None:
    """Source, remark, code, note and the rest are at home everywhere."""
    common = (
        "source: s, remark: р, code: Ц-1, by_author: да, internal: нет, note: н, disputed: [{text: иначе}]"
    )
    body = f"concept: {{goals: [{{text: Ц, {common}}}]}}\nsources: [{{id: s, name: И}}]\n"
    concept = project(body).concept
    assert concept is not None
    goal = concept.goals[0]
    assert (goal.code, goal.by_author, goal.internal, goal.source[0].id) == ("Ц-1", True, False, "s")
    assert len(_items(Project, set())) > 50


def _items(kind: type, seen: set[type]) -> list[type]:
    if kind in seen:
        return []
    seen.add(kind)
    inside = [m for info in kind.model_fields.values() for m in models_in(info.annotation)]  # type: ignore[attr-defined]
    return [
        *([kind] if issubclass(kind, Item) else []),
        *(item for model in inside for item in _items(model, seen)),
    ]


JUNK: list[Any] = [
    *(
        "",
        "~",
        "да",
        "-",
        "н/д",
        "85–90 %",
        "до 3 %",
        "1,234",
        "4,5",
        "1e9",
        "2026-13-45",
        "FY2026-Q9",
        "unknown",
    ),
    *(
        "g",
        "pz01",
        "staff",
        "Г_1",
        "tp_саll",
        "{{ x }}",
        "{0}",
        "%s",
        "x" * 400,
        "\n",
        "PT",
        "@value",
        "9" * 40,
    ),
    *([], {}, [[]], [{}], {"unknown": {}}, {"unknown": "tbd"}, {"unknown": []}, {"from": "2026", "to": "1"}),
    *(
        {"date": {}, "as_written": []},
        {"min": "5", "max": "1"},
        {"id": "g", "text": "т"},
        {"@value": "1"},
        [None],
    ),
    *(None, True, 0, -1.5, 10**20, 1e-7),
]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(data=st.data())
def test_no_mutation_of_an_input_raises(data: st.DataObject) -> None:
    """Any values deleted or replaced by junk: a project or errors, each with a code, a place and one line."""
    tree = rich()
    for _ in range(data.draw(st.integers(1, 4))):
        holder, step = data.draw(st.sampled_from(sorted_spots(tree)))
        if data.draw(st.booleans()):
            holder[step] = data.draw(st.sampled_from(JUNK))
        else:
            del holder[step]
    found = load_bytes(json.dumps(tree).encode(), "x.json")
    assert (found.project is None) == any(finding.severity == "error" for finding in found.findings)
    assert list(places(found.findings)) == sorted(places(found.findings), key=lambda place: place[:2])
    for finding in found.findings:
        assert finding.line > 0
        assert "\n" not in str(finding)


def sorted_spots(node: Any) -> list[tuple[Any, Any]]:
    """Every holder and key or index of a tree of plain data."""
    steps = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else []
    return [spot for step in steps for spot in [(node, step), *sorted_spots(node[step])]]


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_junk_in_any_field_leaves_something_to_check(junk: Any) -> None:
    """One value refused, whichever it is: the rest is still validated in the same run."""
    spots = len(sorted_spots(rich()))
    for index in range(hash_of(junk) % 15, spots, 15):
        tree = rich()
        holder, step = sorted_spots(tree)[index]
        holder[step] = junk
        root, _ = read(json.dumps(tree).encode(), "x.json")
        assert root is not None
        assert validate(root, "x.json", "ru")[2] is not None, (step, junk)


def hash_of(value: Any) -> int:
    """A number for a value, the same in every run."""
    return sum(map(ord, repr(value)))


def test_a_partial_knows_where_its_parts_stood() -> None:
    """Nothing refused, nothing shifted."""
    root = rich()
    partial = without_refused(root, [])
    assert partial is not None
    assert partial.path(("concept", "goals", 0)) == ("concept", "goals", 0)


def test_the_tree_given_to_validation_is_not_changed() -> None:
    """Places are looked up in it afterwards."""
    root, _ = read(RICH.replace("priority", "x").replace("value: 84", "value: много").encode(), "x.yaml")
    assert root is not None
    before = plain(root)
    validate(root, "x.yaml", "ru")
    assert plain(root) == before


def plain(node: Node) -> Any:
    """Plain data of a tree."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items()}
    return [plain(value) for value in node] if isinstance(node, Sequence) else str(node)


def test_loaded_body_is_kept() -> None:
    """The tree stays with what was loaded, so that any value's place can be asked for."""
    assert loaded("concept: {purpose: Текст}\n").place(("concept", "purpose")) == (7, 20)


def test_references_to_a_refused_id_are_not_missing() -> None:
    """The id is told once; whoever refers to it, spelled right or wrong, is left alone."""
    body = """\
concept:
  goals: [{id: Head Goal, text: Ц}, {id: gоal, text: Ц}]
  indicators: [{name: П, goals: [head_goal, goal, Head Goal]}]
"""
    assert codes(body) == ["E-REF-06", "E-REF-05"]


def test_references_to_a_doubled_id_are_not_wrong() -> None:
    """Nobody can tell which of the two is meant."""
    body = """\
concept:
  goals: [{id: one, text: Ц}]
  programme: {actions: [{id: one, name: М}, {id: two, name: М, depends_on: [one], goals: [one]}]}
"""
    assert codes(body) == ["E-REF-02"]


def test_a_valid_id_is_not_taken_for_another_spelling() -> None:
    """Only a refused id excuses a reference that is spelled otherwise; each id is named once."""
    body = "concept: {goals: [{id: goal, text: Ц}, {id: goal, text: Ц}], indicators: [{name: П, goals: [Goal, zz]}]}\n"
    hints = [finding.hint for finding in findings(body) if finding.code == "E-REF-01"]
    assert hints == ["Возможно, «Ц» (goal)", "Есть, например: «Ц» (goal)"]
