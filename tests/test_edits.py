"""Edits made in Word come back: each is in the input or named at its place, and nothing else is touched."""

from __future__ import annotations

import difflib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from word_edits import AUTHOR, WordEditor, packed

from conceptgen.cli.program import Program
from conceptgen.composition import compose
from conceptgen.errors import RequestError
from conceptgen.exchange.edits import Edit, Edits, edits_of
from conceptgen.exchange.word import read_word
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.writers.docx import write

INPUT = """\
# Вымышленная пекарня; пишем вместе с хозяином
schema: conceptgen/1
document:
  title: Концепция сервиса пекарни «Колосок»
  date: 2026-12-01
  scope:
    included:
      - "Зал: и касса"     # оба зала
      - Заказы по телефону
      - Доставка по району
    excluded: [Оптовые поставки]
organization:
  name: Пекарня «Колосок»
  roles:
    - {id: boss, name: Хозяин}
    - {id: head, name: Старший продавец}
    - {id: baker, name: Пекарь}
glossary:
  - {term: очередь, text: каждый у кассы}
concept:
  purpose: |
    Покупатель уходит с горячим хлебом и больше нигде не ждёт.

    Мы отвечаем за каждую минуту у кассы.
  goals:
    - {id: g_fast, text: "Быстро обслужить каждого покупателя", owner: boss, horizon: 2027-06-30}
    - {id: g_warm, text: Хлеб всегда горячий, owner: baker, horizon: 2027-Q3}
  indicators:
    - id: i_wait
      name: Ожидание у кассы
      unit: min
      owner: head
      baseline: {value: 12, date: 2026-10-05}
      targets:
        - {at_most: 5, due: 2027-03-31}
    - id: i_lost
      name: Ушли без покупки
      unit: pct
      owner: boss
      baseline: {min: 10, max: 15, date: 2026-10-05}
      targets: [{at_most: 4.5, due: 2027-06-30}]
  programme:
    budget: {amount: 1250000, currency: rub}
    actions:
      - {id: a_till, name: Поставить вторую кассу, owner: boss, start: 2027-01-11, deadline: 2027-02-26, goals: g_fast}
      - {id: a_oven, name: Печь каждый час, owner: baker, start: 2027-02-01, deadline: 2027-03-31, goals: g_warm}
      - id: a_sign
        name: Повесить "честное" табло ожидания
        owner: head
        deadline: 2027-04-30
        deliverable: табло показывает минуты
        goals: g_fast
    risks:
      - text: касса ломается в субботу
        mitigation: запасной терминал лежит у хозяина
      - text: печь не успевает
        mitigation: первую смену начинаем в пять утра
"""
Act = Callable[[WordEditor], object]


def project(text: str = INPUT) -> Project:
    loaded = load_bytes(text.encode(), "хлеб.yaml")
    assert loaded.project is not None, list(map(str, loaded.findings))
    return loaded.project


@pytest.fixture(scope="module")
def word() -> bytes:
    return write(compose(project(), "concept", "full"))


def returned(data: bytes, text: str = INPUT) -> Edits:
    return edits_of(data, "правки.docx", project(text), "хлеб.yaml")


def after(word: bytes, *acts: Act) -> Edits:
    editor = WordEditor(word)
    for act in acts:
        act(editor)
    return returned(editor.saved())


def difference(found: Edits, text: str = INPUT) -> list[str]:
    """The lines of the input that the edits take out and put in."""
    new = found.applied_to(text.encode(), "хлеб.yaml").decode()
    lines = difflib.unified_diff(text.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def only(found: Edits) -> Edit:
    assert len(found.found) == 1, [each.record() for each in found.found]
    return found.found[0]


def replaced(address: str, text: str, via: str | None = None, nth: int = 0) -> Act:
    return lambda editor: editor.replace(editor.mark(address, via, nth), text)


GOAL = "concept.goals[g_fast].text"
OWNER = "concept.programme.actions[a_oven].owner"


def test_a_file_nobody_edited_has_no_edits(word: bytes) -> None:
    found = returned(word)
    assert found.found == ()
    assert found.kept == found.marks
    assert difference(found) == []


def test_a_text_edited_in_word_is_written_in_the_style_of_its_author(word: bytes) -> None:
    """Quotes and dashes of typography are not copied into the file; comments and the other lines stay."""
    found = after(word, replaced(GOAL, "Быстро и с улыбкой обслужить каждого покупателя"))
    assert only(found).outcome == "applied"
    (old, new) = difference(found)
    assert new == old.replace("-", "+", 1).replace("Быстро ", "Быстро и с улыбкой ")
    name = "concept.programme.actions[a_sign].name"
    found = after(word, replaced(name, "Повесить «честное» табло ожидания у входа"))
    assert difference(found)[1] == '+        name: Повесить "честное" табло ожидания у входа'


def test_tracked_changes_are_accepted_and_tell_whose_they_are(word: bytes) -> None:
    mark = "concept.programme.risks[0].mitigation"
    found = after(word, lambda editor: editor.track(editor.mark(mark), "запасной терминал лежит в сейфе"))
    edit = only(found)
    assert (edit.outcome, edit.author, edit.date[:10]) == ("applied", AUTHOR, "2027-01-15")
    assert difference(found)[1].endswith("mitigation: запасной терминал лежит в сейфе")


def test_words_typed_behind_the_bookmark_and_whole_paragraphs_retyped_are_found(word: bytes) -> None:
    """By the fixed words around them, where the bookmark is lost or does not hold them."""
    risk = "concept.programme.risks[1].mitigation"
    term = "glossary[0].text"
    found = after(
        word,
        lambda editor: editor.type_after(editor.mark(risk), " и в шесть"),
        lambda editor: editor.retype(editor.mark(term), "все до единого"),
    )
    assert [each.outcome for each in found.found] == ["applied", "applied"]
    assert [line for line in difference(found) if line[0] == "+"] == [
        "+  - {term: очередь, text: все до единого}",
        "+        mitigation: первую смену начинаем в пять утра и в шесть",
    ]
    assert found.kept == found.marks - 1


FIGURES = [
    ("concept.indicators[i_wait].targets[0].at_most", "менее 4 минут", "less_than: 4"),
    ("concept.indicators[i_wait].targets[0].at_most", "не более 3 минут", "at_most: 3"),
    ("concept.indicators[i_wait].targets[0].at_most", "4–5 минут", "min: 4"),
    ("concept.indicators[i_lost].targets[0].at_most", "не более 4,8 %", "at_most: 4.8"),
    ("concept.indicators[i_lost].baseline.min", "9–15 %", "min: 9"),
    ("concept.programme.budget[0].amount", "1 300 000 ₽", "amount: 1300000"),
    ("concept.indicators[i_wait].targets[0].due", "15 апреля 2027 г.", "due: 2027-04-15"),
    ("concept.programme.actions[a_sign].deadline", "14.05.2027", "deadline: 2027-05-14"),
    ("concept.goals[g_warm].horizon", "IV квартал 2027 г.", "horizon: 2027-Q4"),
]


@pytest.mark.parametrize(("address", "said", "written"), FIGURES)
def test_figures_money_and_dates_are_read_back(word: bytes, address: str, said: str, written: str) -> None:
    editor = WordEditor(word)
    printed = editor.text(editor.mark(address))
    if "₽" in said and "₽" not in printed:
        said = printed.replace("1\u00a0250", "1\u00a0300")
    found = after(word, replaced(address, said))
    assert only(found).outcome == "applied", only(found).record() | {"printed": printed}
    assert any(written in line for line in difference(found) if line[0] == "+")


def test_another_owner_in_one_row_is_another_reference_not_another_name(word: bytes) -> None:
    found = after(word, replaced("organization.roles[baker].name", "Старший продавец", OWNER))
    assert only(found).outcome == "applied"
    (old, new) = difference(found)
    assert new == old.replace("-", "+", 1).replace("owner: baker", "owner: head")


def test_a_name_nobody_has_is_not_guessed(word: bytes) -> None:
    edit = only(after(word, replaced("organization.roles[baker].name", "Кондитер", OWNER)))
    assert (edit.outcome, edit.reason) == ("unplaced", "no_such_name")


def test_a_position_renamed_in_its_own_place_is_renamed(word: bytes) -> None:
    found = after(word, replaced("organization.roles[baker].name", "Кондитер"))
    assert only(found).outcome == "applied"
    assert difference(found)[1] == "+    - {id: baker, name: Кондитер}"


def test_one_of_several_prints_is_one_change_and_two_ways_are_a_conflict(word: bytes) -> None:
    editor = WordEditor(word)
    name = "concept.indicators[i_wait].name"
    assert sum(known == (name, None) for known in editor.prints.values()) > 1
    found = after(word, replaced(name, "Время у кассы"))
    assert only(found).outcome == "applied"
    found = after(word, replaced(name, "Время у кассы"), replaced(name, "Время в очереди", nth=1))
    edit = only(found)
    assert (edit.outcome, edit.reason, edit.prints) == ("conflict", "two_ways", 2)
    assert edit.new == "Время у кассы / Время в очереди"
    assert difference(found) == []


def test_what_the_file_says_since_then_is_already_so_or_a_conflict(word: bytes) -> None:
    """Base is what was printed, ours the file of today, theirs the Word file."""
    editor = WordEditor(word)
    editor.replace(editor.mark(GOAL), "Быстро обслужить всех")
    data = editor.saved()
    other = INPUT.replace("Быстро обслужить каждого покупателя", "Обслужить без очереди")
    edit = only(returned(data, other))
    assert (edit.outcome, edit.reason, edit.ours) == ("conflict", "changed_in_file", "Обслужить без очереди")
    same = INPUT.replace("Быстро обслужить каждого покупателя", "Быстро обслужить всех")
    assert only(returned(data, same)).outcome == "already"


def test_an_older_file_shows_only_what_was_edited_in_it(word: bytes) -> None:
    """The input has gone on: new rows, other counts, other figures. None of it is an edit."""
    newer = INPUT.replace(
        "    risks:\n", "      - {id: a_new, name: Нанять помощника, owner: boss}\n    risks:\n"
    )
    newer = newer.replace("      - Заказы по телефону\n", "").replace("value: 12,", "value: 14,")
    assert returned(word, newer).found == ()
    editor = WordEditor(word)
    mark = editor.mark("document.scope.included[2].text")
    editor.replace(mark, "Доставка по району и в больницу")
    found = returned(editor.saved(), newer)
    assert only(found).outcome == "applied"
    assert [line for line in difference(found, newer) if line[0] == "+"] == [
        "+      - Доставка по району и в больницу"
    ]


@pytest.mark.parametrize("tracked", [False, True])
def test_list_items_that_went_and_came(word: bytes, tracked: bool) -> None:
    found = after(
        word,
        lambda editor: editor.delete_paragraph(
            editor.mark("document.scope.included[1].text"), tracked=tracked
        ),
        lambda editor: editor.add_paragraph(
            editor.mark("document.scope.excluded[0].text"), "Свадебные торты"
        ),
    )
    assert [each.outcome for each in found.found] == ["applied", "applied"]
    assert difference(found) == [
        "-      - Заказы по телефону",
        "-    excluded: [Оптовые поставки]",
        "+    excluded: [Оптовые поставки, Свадебные торты]",
    ]


@pytest.mark.parametrize("tracked", [False, True])
def test_a_row_of_what_is_told_only_there_goes(word: bytes, tracked: bool) -> None:
    found = after(
        word,
        lambda editor: editor.delete_row(editor.mark("concept.programme.risks[1].text"), tracked=tracked),
    )
    assert only(found).outcome == "applied"
    assert difference(found) == [
        "-      - text: печь не успевает",
        "-        mitigation: первую смену начинаем в пять утра",
    ]


def test_a_row_of_what_is_told_elsewhere_too_is_named(word: bytes) -> None:
    mark = "concept.programme.actions[a_sign].deliverable"
    edit = only(after(word, lambda editor: editor.delete_row(editor.mark(mark))))
    assert (edit.outcome, edit.reason) == ("unplaced", "still_printed")
    assert edit.address == "concept.programme.actions[a_sign]"


def test_a_row_added_in_word_becomes_an_entry(word: bytes) -> None:
    """Each cell is what the row above has there; what lacks something is named."""
    editor = WordEditor(word)
    mark = editor.mark("concept.programme.risks[1].text")
    cells = ["" for _ in editor.row(mark)]
    home = {editor.text(mark): 0}
    for n, cell in enumerate(editor.row(mark).iter("{*}tc")):
        said = "".join(cell.itertext()).replace("\u00a0", " ")
        home |= {said: n}
    cells[home["печь не успевает"]] = "мука кончается"
    cells[home["первую смену начинаем в пять утра"]] = "держим запас на три дня"
    editor.add_row(mark, cells, tracked=True)
    found = returned(editor.saved())
    edit = only(found)
    assert (edit.outcome, edit.author) == ("applied", AUTHOR)
    assert difference(found) == [
        "+      - text: мука кончается",
        "+        mitigation: держим запас на три дня",
    ]


def test_a_paragraph_between_two_of_one_text_joins_it(word: bytes) -> None:
    mark = "concept.purpose"
    found = after(word, lambda editor: editor.add_paragraph(editor.mark(mark), "И улыбаемся."))
    assert only(found).outcome == "applied"
    assert difference(found) == ["+", "+    И улыбаемся."]


def test_text_between_ours_fixed_words_and_moved_rows_are_named_at_their_place(word: bytes) -> None:
    editor = WordEditor(word)
    title = next(p for p in editor.root.iter("{*}p") if "".join(p.itertext()).strip() == "Риски")
    next(title.iter("{*}t")).text = "Опасности"
    editor.add_paragraph(editor.mark(GOAL), "Это мы ещё обсудим.")
    editor.move_row(editor.mark("concept.programme.actions[a_till].start"))
    found = returned(editor.saved())
    assert {each.kind for each in found.found} == {"words", "text_new", "row_moved"}
    assert {each.outcome for each in found.found} == {"unplaced"}
    assert {each.address for each in found.found if each.kind == "text_new"} == {GOAL}
    words = next(each for each in found.found if each.kind == "words")
    assert (words.old, words.new) == ("Риски", "Опасности")
    assert words.sources
    assert difference(found) == []


def test_a_moved_row_is_seen_though_the_file_says_other_things_today(word: bytes) -> None:
    editor = WordEditor(word)
    row = editor.row(editor.mark("concept.programme.actions[a_sign].deadline"))
    first = editor.row(editor.mark("concept.programme.actions[a_till].start"))
    first.addprevious(row)
    today = INPUT.replace("Печь каждый час", "Печь хлеб каждый час")
    found = returned(editor.saved(), today)
    assert [(each.kind, each.reason) for each in found.found] == [("row_moved", "row_moved")]
    assert "честное" in found.found[0].old


def test_an_emptied_value_goes_unless_the_file_needs_it(word: bytes) -> None:
    def emptied(address: str) -> Act:
        return lambda editor: editor.delete_paragraph(editor.mark(address), tracked=True)

    found = after(word, emptied("concept.programme.actions[a_sign].deliverable"))
    assert [each.outcome for each in found.found] == ["applied"]
    assert difference(found) == ["-        deliverable: табло показывает минуты"]


def test_comments_are_told_at_what_they_are_about(word: bytes) -> None:
    edit = only(after(word, lambda editor: editor.comment(editor.mark(GOAL), "А успеем?")))
    assert (edit.outcome, edit.address, edit.new, edit.author) == ("comment", GOAL, "А успеем?", AUTHOR)
    assert edit.old == "Быстро обслужить каждого покупателя"


# --- files of before, files from elsewhere ---


def of_format_1(data: bytes) -> bytes:
    """The file as the map of format 1 has it: no references, nothing about the file, names by address alone."""
    from collections import Counter

    from lxml import etree

    from conceptgen.writers.docx.marks import stem_of

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    place = next(name for name, part in parts.items() if b"<map" in part)
    uses: Counter[str] = Counter()
    entries, names = [], {}
    for each in etree.fromstring(parts[place]).iter("{*}print"):
        stem = "cg_" + stem_of(each.get("address"))[3:]
        uses[stem] += 1
        names[each.get("bookmark")] = name = stem if uses[stem] == 1 else f"{stem}_{uses[stem]}"
        entries.append(
            f'<print bookmark="{name}" address="{each.get("address")}" sha256="{each.get("sha256")}"/>'
        )
    parts[place] = f'<map xmlns="urn:conceptgen:map:1" format="1">{"".join(entries)}</map>'.encode()
    for part in ("word/document.xml", "word/footnotes.xml"):
        if part in parts:
            for old, new in sorted(names.items(), reverse=True):
                parts[part] = parts[part].replace(f'"{old}"'.encode(), f'"{new}"'.encode())
    return packed(parts)


def test_files_of_format_1_are_read_but_names_printed_by_reference_are_left(word: bytes) -> None:
    old = of_format_1(word)
    assert returned(old).found == ()
    editor = WordEditor(old)
    editor.replace(editor.mark(GOAL), "Быстро обслужить всех")
    printed = [mark for mark, known in editor.prints.items() if known[0] == "organization.roles[baker].name"]
    row = next(mark for mark in printed if "Печь каждый час" in "".join(editor.row(mark).itertext()))
    editor.replace(row, "Хозяин")
    found = returned(editor.saved())
    assert found.format == 1
    assert {(each.outcome, each.reason) for each in found.found} == {("applied", ""), ("unplaced", "old_map")}
    assert len(difference(found)) == 2


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    return packed(parts | {name: part})


HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "no archive": lambda _: b"%PDF-1.7",
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "no text": lambda _: packed({"[Content_Types].xml": b"<Types/>"}),
    "broken text": lambda data: with_part(data, "word/document.xml", b"<w:document>"),
    "entities": lambda data: with_part(
        data,
        "word/document.xml",
        b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>',
    ),
    "a file from the disk": lambda data: with_part(
        data, "word/comments.xml", b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'
    ),
    "a bomb": lambda data: with_part(data, "word/footnotes.xml", b" " * 40_000_000),
    "too deep": lambda data: with_part(data, "word/document.xml", b"<a>" * 5000 + b"</a>" * 5000),
    "no map": lambda data: with_part(data, "customXml/item1.xml", b"<other/>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_none_of_ours_or_does_harm_is_refused_in_one_sentence(word: bytes, name: str) -> None:
    with pytest.raises(RequestError) as refused:
        returned(HOSTILE[name](word))
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith("правки.docx: ")


def test_the_document_of_another_client_is_refused(word: bytes) -> None:
    other = "schema: conceptgen/1\ndocument: {title: Чужая, date: 2026-12-01}\norganization: {name: Чужая}\n"
    other += "concept: {purpose: Совсем другое., goals: [{id: g_fast, text: Иное}]}\n"
    with pytest.raises(RequestError, match=r"хлеб\.yaml"):
        returned(word, other)


def test_addresses_out_of_the_model_and_a_hundred_thousand_bookmarks_are_passed_over(word: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        place = next(name for name in archive.namelist() if b"<map" in archive.read(name))
        known, text = archive.read(place), archive.read("word/document.xml")
    odd = '<print bookmark="_cgffffffffffff" address="../../etc[0].passwd" sha256="0"/><print/><x bookmark="_cg1"/>'
    marks = "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="m{n}"/><w:bookmarkEnd w:id="{n}"/>'
        for n in range(200_000, 300_000)
    )
    marks += '<w:bookmarkStart w:id="1999999" w:name="_cgffffffffffff"/><w:r><w:t>зло</w:t></w:r>'
    marks += '<w:bookmarkEnd w:id="1999999"/>'
    data = with_part(word, place, known.replace(b"</map>", odd.encode() + b"</map>"))
    at = text.rindex(b"<w:sectPr")
    body = text[:at] + b"<w:p>" + marks.encode() + b"</w:p>" + text[at:]
    found = returned(with_part(data, "word/document.xml", body))
    assert found.changes == ()
    assert all(each.outcome == "unplaced" for each in found.found)


def test_tabs_breaks_and_hyphens_are_read_as_signs() -> None:
    text = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
        "<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t><w:noBreakHyphen/><w:t>г</w:t><w:softHyphen/></w:r>"
        '<w:moveFrom w:id="1"><w:r><w:t>ушло</w:t></w:r></w:moveFrom><w:moveTo w:id="2"><w:r><w:t>пришло</w:t>'
        "</w:r></w:moveTo></w:p></w:body></w:document>"
    )
    story = read_word(packed({"word/document.xml": text.encode()}), "x.docx", "ru").stories[0]
    (paragraph,) = story.paragraphs
    assert story.text(paragraph.start, paragraph.end) == "а\tб\nв\u2011г\u00adпришло"


# --- the command ---


def test_the_command_lists_then_writes_and_keeps_the_text_before(word: bytes, tmp_path: Path) -> None:
    file, edited = tmp_path / "хлеб.yaml", tmp_path / "out" / "хлеб-concept-full.docx"
    edited.parent.mkdir()
    file.write_text(INPUT, encoding="utf-8")
    editor = WordEditor(word)
    editor.track(editor.mark(GOAL), "Быстро обслужить каждого")
    editor.replace(editor.mark("organization.roles[baker].name", OWNER), "Кондитер")
    editor.comment(editor.mark("glossary[0].text"), "Спорно")
    edited.write_bytes(editor.saved())
    run = CliRunner().invoke
    told = run(Program(), ["edits", str(edited)])
    assert told.exit_code == 0, told.output
    assert file.read_text(encoding="utf-8") == INPUT
    lines = [line.strip() for line in told.output.replace("\u00a0", " ").splitlines()]
    assert lines[0] == "Можно вписать ключом --apply (1):"
    assert "Не вписано — внесите сами (1):" in lines
    assert "· было «Пекарь», в Word «Кондитер»" in lines
    assert any(":46:" in line and OWNER in line for line in lines)
    assert "· «Спорно» — к словам «каждый у кассы»" in lines
    data = json.loads(run(Program(), ["edits", str(edited), str(file), "--format", "json", "--apply"]).stdout)
    assert data["counts"] == {"applied": 1, "already": 0, "conflict": 0, "unplaced": 1, "comment": 1}
    assert data["edits"][0]["sentence"].startswith("Цель «Быстро обслужить каждого покупателя»")
    assert 'Быстро обслужить каждого"' in file.read_text(encoding="utf-8")
    assert (tmp_path / "хлеб.yaml.bak").read_text(encoding="utf-8") == INPUT
    again = run(Program(), ["edits", str(edited), "-o", str(tmp_path / "list.txt")])
    assert again.exit_code == 0
    assert "Уже так (1):" in (tmp_path / "list.txt").read_text(encoding="utf-8")


def test_the_command_refuses_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "хлеб.yaml"
    file.write_text(INPUT, encoding="utf-8")
    (tmp_path / "хлеб-concept-full.docx").write_bytes(b"no word")
    run = CliRunner().invoke
    for arguments in (
        ["хлеб-concept-full.docx"],
        ["нет.docx", str(file)],
        [str(tmp_path), str(file)],
        ["сирота.docx"],
    ):
        told = run(Program(), ["edits", str(tmp_path / arguments[0]), *arguments[1:]])
        assert told.exit_code == 2
        assert len(told.output.splitlines()) == 1


def test_a_name_put_where_the_owner_was_unknown_is_a_reference() -> None:
    text = INPUT.replace(
        "name: Печь каждый час, owner: baker", "name: Печь каждый час, owner: {unknown: tbd}"
    )
    editor = WordEditor(write(compose(project(text), "concept", "full")))
    editor.replace(editor.mark(OWNER), "Пекарь")
    found = edits_of(editor.saved(), "правки.docx", project(text), "хлеб.yaml")
    assert only(found).outcome == "applied"
    assert "owner: baker" in difference(found, text)[1]


def test_edits_brought_back_once_are_already_so_the_second_time(word: bytes) -> None:
    """Entries without id that moved since then are known by what was printed; nothing goes or comes twice."""
    editor = WordEditor(word)
    editor.replace(editor.mark("glossary[0].text"), "все у кассы")
    editor.delete_paragraph(editor.mark("document.scope.included[0].text"))
    editor.replace(editor.mark("document.scope.included[2].text"), "Доставка в центр")
    editor.add_paragraph(editor.mark("document.scope.excluded[0].text"), "Свадебные торты")
    data = editor.saved()
    first = returned(data)
    assert [each.outcome for each in first.found] == ["applied"] * 4
    text = first.applied_to(INPUT.encode(), "хлеб.yaml").decode()
    text = text.replace("glossary:\n", "glossary:\n  - {term: каравай, text: большой хлеб}\n")
    again = returned(data, text)
    assert {each.outcome for each in again.found} == {"already"}
    assert len(again.found) == 4
    assert again.changes == ()
    assert returned(word, text).found == ()


def test_the_circle(word: bytes) -> None:
    """Edits of ten kinds in one file: each is in the input or named, and today's document says what Word says."""
    editor = WordEditor(word)
    action, risk = "concept.programme.actions", "concept.programme.risks"
    editor.replace(editor.mark(GOAL), "Быстро и с улыбкой обслужить каждого покупателя")
    editor.type_after(editor.mark(f"{risk}[0].mitigation"), " и ещё один в сейфе")
    editor.track(editor.mark(f"{action}[a_sign].deliverable"), "табло показывает минуты и секунды")
    editor.retype(editor.mark("glossary[0].text"), "все до единого у кассы")
    editor.replace(editor.mark("concept.indicators[i_wait].targets[0].at_most"), "не более 4 минут")
    deadline = editor.mark(f"{action}[a_sign].deadline")
    editor.replace(deadline, editor.text(deadline).replace("30.04.2027", "14.05.2027"))
    editor.replace(editor.mark("organization.roles[baker].name", OWNER), "Хозяин")
    editor.replace(editor.mark("concept.indicators[i_lost].name"), "Ушли без хлеба")
    editor.delete_paragraph(editor.mark("document.scope.included[1].text"), tracked=True)
    editor.add_paragraph(editor.mark("document.scope.excluded[0].text"), "Свадебные торты")
    editor.delete_row(editor.mark(f"{risk}[1].text"))
    editor.delete_row(editor.mark(f"{action}[a_till].start"))
    editor.comment(editor.mark("organization.name"), "Точно так?")
    data = editor.saved()
    found = returned(data)
    told = [(each.outcome, each.reason) for each in found.found]
    assert told.count(("applied", "")) == 11, [each.record() for each in found.found]
    assert sorted(told)[-2:] == [("comment", ""), ("unplaced", "still_printed")]
    assert len(told) == 13
    text = found.applied_to(INPUT.encode(), "хлеб.yaml").decode()
    again = returned(data, text)
    said = [each.outcome for each in again.found]
    assert (said.count("already"), said.count("unplaced"), said.count("comment")) == (11, 1, 1)
