"""The check of a template: each fault has its code, all are named at once, and nothing is made with a bad one."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from own_templates import (
    BODY_SLOT,
    around_body,
    block,
    changed,
    control,
    house,
    inline,
    own_cover,
    packed,
    parts_of,
    replaced,
    save,
    text,
    with_part,
)

from conceptgen.cli.program import Program
from conceptgen.languages import LANGUAGES
from conceptgen.resources import samples
from conceptgen.writers.docx.template.check import check
from conceptgen.writers.styles import STYLES

MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
LINKS = "word/_rels/document.xml.rels"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
COMMENTS = b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment/></w:comments>'
TRACKED = '<w:p><w:ins w:id="1" w:author="А"><w:r><w:t>новое</w:t></w:r></w:ins></w:p>'


def linked(kind: str, target: str) -> bytes:
    link = f'<Relationship Id="rId99" Type="http://x/{kind}" Target="{target}" TargetMode="External"/>'
    return replaced(house(), "</Relationships>", link + "</Relationships>", LINKS)


def zipped(entries: dict[str, bytes]) -> bytes:
    return packed({**parts_of(house()), **entries})


def doubled_entry() -> bytes:
    file = io.BytesIO(house())
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN, b"<other/>")
    return file.getvalue()


def encrypted_entry() -> bytes:
    data = bytearray(house())
    at = data.index(b"PK\x01\x02")
    data[at + 8 : at + 10] = struct.pack("<H", 1)
    return bytes(data)


def flipped() -> bytes:
    data = bytearray(house())
    for at in range(200, 260):
        data[at] ^= 0xFF
    return bytes(data)


def heading() -> bytes:
    return around_body(before=text("О нашей фирме", "Heading1"))


def boxed(slot: str) -> bytes:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>{block(slot)}<w:p/></w:tc>'
    grid = '<w:tblPr><w:tblW w:w="900" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
    return around_body(before=f"<w:tbl>{grid}<w:tr>{cell}</w:tr></w:tbl>")


def without(style: str) -> bytes:
    pattern = rf'<w:style (?:(?!</w:style>).)*?w:styleId="{style}">.*?</w:style>'
    return changed(house(), "word/styles.xml", lambda xml: re.sub(pattern, "", xml, count=1))


def unnumbered(style: str) -> bytes:
    pattern = rf'(w:styleId="{style}">(?:(?!</w:style>).)*?)<w:numPr>.*?</w:numPr>'
    return changed(house(), "word/styles.xml", lambda xml: re.sub(pattern, r"\1", xml, count=1))


HIDDEN = (
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>для ООО „Другой“</w:t></w:r><w:r><w:t>Бланк</w:t></w:r></w:p>"
)


def hidden() -> bytes:
    """A template with a name that nobody sees."""
    return around_body(before=HIDDEN)


def locked(data: bytes = b"") -> bytes:
    """A template that may be read alone."""
    lock = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    return changed(
        data or house(), "word/settings.xml", lambda text: text.replace("<w:zoom", f"{lock}<w:zoom", 1)
    )


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "E-TPL-01: Файл пуст"),
    "text": (lambda: "Просто текст".encode(), "E-TPL-01: Это не документ Word"),
    "old .doc": (lambda: OLE, "E-TPL-01: Это документ старого формата"),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "E-TPL-03"),
    "password of the archive": (encrypted_entry, "E-TPL-03"),
    "cut off": (lambda: house()[:4000], "E-TPL-01: Файл повреждён"),
    "flipped bytes": (flipped, "E-TPL-01"),
    "an entry twice": (doubled_entry, "E-TPL-01: Файл повреждён"),
    "an entry outside": (lambda: zipped({"../../evil.xml": b"<a/>"}), "E-TPL-01: Файл повреждён"),
    "no text part": (lambda: packed({k: v for k, v in parts_of(house()).items() if k != MAIN}), "E-TPL-01"),
    "workbook": (
        lambda: replaced(house(), "wordprocessingml.document.main", "spreadsheetml.sheet.main", TYPES),
        "E-TPL-01: Это не документ Word",
    ),
    ".dotx": (
        lambda: replaced(house(), "document.main+xml", "template.main+xml", TYPES),
        "E-TPL-01: Это файл .dotx",
    ),
    "strict": (
        lambda: replaced(
            house(),
            "schemas.openxmlformats.org/wordprocessingml/2006",
            "purl.oclc.org/ooxml/wordprocessingml",
        ),
        "E-TPL-01: Документ сохранён в строгом",
    ),
    "settings that are none": (
        lambda: with_part(
            house(),
            "word/settings.xml",
            b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        ),
        "E-TPL-01: Документ по этому шаблону не создаётся: повреждена часть «word/settings.xml»",
    ),
    "broken part": (lambda: with_part(house(), MAIN, b"<w:document"), "E-TPL-01: Часть «word/document.xml»"),
    "too large": (lambda: house() + bytes(11 * 1024 * 1024), "E-TPL-02: Шаблон больше 10 МБ"),
    "bomb of one part": (
        lambda: with_part(house(), "word/media/a.png", bytes(21 * 1024 * 1024)),
        "E-TPL-02: Часть «word/media/a.png»",
    ),
    "bomb by ratio": (lambda: with_part(house(), "word/x.xml", bytes(2 * 1024 * 1024)), "E-TPL-02: Часть"),
    "bomb of many entries": (
        lambda: zipped({f"word/media/{n}": b"" for n in range(5001)}),
        "E-TPL-02: В файле больше",
    ),
    "bomb of many parts": (
        lambda: zipped({f"word/media/{n}": bytes(18 * 1024 * 1024) for n in range(6)}),
        "E-TPL-02: После распаковки",
    ),
    "macros": (lambda: with_part(house(), "word/vbaProject.bin", b"VBA"), "E-TPL-04"),
    ".docm": (
        lambda: replaced(
            house(),
            "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "vnd.ms-word.document.macroEnabled.main+xml",
            TYPES,
        ),
        "E-TPL-04",
    ),
    "linked picture": (lambda: linked("image", "http://x.example/a.png"), "E-TPL-05: Файл ссылается"),
    "attached template": (
        lambda: linked("attachedTemplate", "file:///C:/n.dotm"),
        "E-TPL-05: К файлу присоединён",
    ),
    "link to a file": (lambda: linked("hyperlink", "file:///etc/passwd"), "E-TPL-05: Гиперссылка"),
    "link that runs": (lambda: linked("hyperlink", "JaVaScript:alert(1)"), "E-TPL-05: Гиперссылка"),
    "field that reads files": (
        lambda: around_body(
            before='<w:p><w:fldSimple w:instr=" INCLUDETEXT a.docx"><w:r/></w:fldSimple></w:p>'
        ),
        "E-TPL-05: Поле INCLUDETEXT",
    ),
    "field that runs": (
        lambda: around_body(before="<w:p><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r></w:p>"),
        "E-TPL-05: Поле DDEAUTO",
    ),
    "entities": (
        lambda: replaced(
            house(), "<w:document ", '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document '
        ),
        "E-TPL-06",
    ),
    "laughs": (
        lambda: replaced(
            house(),
            "<w:styles ",
            '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:styles ',
            "word/styles.xml",
        ),
        "E-TPL-06",
    ),
    "tracked changes": (lambda: around_body(before=TRACKED), "E-TPL-07"),
    "no heading": (
        lambda: without("Heading1"),
        "E-TPL-08: Нет стиля «heading 1» (в русском Word — «Заголовок 1»)",
    ),
    "no style of ours": (lambda: without("Lead"), "E-TPL-08: Нет стиля «Lead»"),
    "no table style": (lambda: without("HouseGrid"), "E-TPL-08: Нет стиля «House Grid»"),
    "no body": (lambda: replaced(house(), control(BODY_SLOT), "<w:p/>"), "E-TPL-09"),
    "body twice": (lambda: around_body(before=block("body")), "E-TPL-10: Поле slot:body"),
    "section twice": (
        lambda: around_body(before=block("section.goals") * 2),
        "E-TPL-10: Поле slot:section.goals",
    ),
    "mistyped slot": (
        lambda: around_body(before=block("section.golas")),
        "E-TPL-11: Поля slot:section.golas не бывает → Похоже на slot:section.goals",
    ),
    "unknown slot": (lambda: around_body(before=f"<w:p>{inline('xyz')}</w:p>"), "E-TPL-11: Поля slot:xyz"),
    "section in a table": (
        lambda: boxed("section.goals"),
        "E-TPL-12: Поле slot:section.goals стоит в таблице",
    ),
    "section among words": (
        lambda: around_body(before=f"<w:p><w:r><w:t>Цели: </w:t></w:r>{inline('section.goals')}</w:p>"),
        "E-TPL-12",
    ),
    "title inside the text": (
        lambda: replaced(house(), control(BODY_SLOT), block("body", f"<w:p>{inline('title')}</w:p>")),
        "E-TPL-12: Поле slot:title стоит внутри",
    ),
    "list without numbers": (lambda: unnumbered("ListNumber"), "E-TPL-13"),
    "comments": (
        lambda: with_part(house(), "word/comments.xml", COMMENTS),
        "W-TPL-01",
    ),
    "heading without numbers": (lambda: unnumbered("Heading1"), "W-TPL-02"),
    "hidden text": (hidden, "W-TPL-06: В шаблоне скрытый текст «для ООО „Другой“» (мест: 1)"),
    "locked": (locked, "W-TPL-06: Шаблон защищён от правки"),
    "own numbered heading": (heading, "W-TPL-03: Ваш заголовок «О нашей фирме»"),
}


@pytest.mark.parametrize("name", BAD)
def test_each_fault_is_named_and_brings_no_others_along(name: str) -> None:
    build, said = BAD[name]
    found = check(build(), "мой.docx", "ru")
    findings = [str(each) for each in found]
    assert any(line.startswith(f"мой.docx: {said}") for line in findings), findings
    assert all(" → " in line for line in findings)
    assert {each.code for each in found} == {re.match(r"[EW]-TPL-\d\d", said)[0]}  # type: ignore[index]


def test_all_faults_are_named_at_once() -> None:
    bad = around_body(before=TRACKED + block("section.golas") + block("body"))
    bad = with_part(bad, "word/vbaProject.bin", b"VBA")
    bad = replaced(bad, 'w:name w:val="Lead"', 'w:name w:val="Вводка"', "word/styles.xml")
    bad = replaced(bad, 'w:styleId="Lead"', 'w:styleId="a9"', "word/styles.xml")
    codes = [each.code for each in check(bad, "my.docx", "ru")]
    assert codes == ["E-TPL-04", "E-TPL-07", "E-TPL-08", "E-TPL-11", "E-TPL-10"]


def test_any_other_document_lacks_every_style_of_the_contract_by_name() -> None:
    import docx

    file = io.BytesIO()
    docx.Document().save(file)
    lacking = [str(each) for each in check(file.getvalue(), "my.docx", "ru") if each.code == "E-TPL-08"]
    assert sum("House Grid" in line for line in lacking) == 1
    assert 20 < len(lacking) <= len({style.word for style in STYLES})


@pytest.mark.parametrize("data", [house(), own_cover()], ids=["house", "cover"])
def test_what_we_hand_out_is_clean(data: bytes) -> None:
    assert check(data, "my.docx", "ru") == ()


def test_a_sample_in_a_slot_is_no_heading_of_ones_own() -> None:
    sample = replaced(house(), control(BODY_SLOT), block("body", text("Образец", "Heading1")))
    assert check(sample, "my.docx", "ru") == ()


def test_hyperlinks_to_sites_and_mail_are_welcome() -> None:
    for target in ("https://x.example", "mailto:a@x.example", "tel:+70000000000"):
        assert check(linked("hyperlink", target), "my.docx", "ru") == ()


def test_what_stands_in_a_template_cannot_upset_the_terminal() -> None:
    said = [each.message for each in check(around_body(before=block("a&#10;b&#x202E;c")), "my.docx", "ru")]
    assert said
    assert all(char.isprintable() for line in said for char in line)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A Russian user in an empty folder."""
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(Program(), list(map(str, args)), prog_name="conceptgen")


def test_new_lays_down_a_copy_and_never_overwrites(folder: Path) -> None:
    assert run("template", "new", "мой").output == "мой.docx\n"
    assert (folder / "мой.docx").read_bytes() == house()
    save(folder, b"mine", "мой.docx")
    again = run("template", "new", "мой.docx")
    assert (again.exit_code, "уже есть" in again.output) == (2, True)
    assert (folder / "мой.docx").read_bytes() == b"mine"
    assert run("template", "new", "мой.docx", "--force", "--cover").exit_code == 0
    assert (folder / "мой.docx").read_bytes() == own_cover()


def test_check_says_what_it_finds_and_its_exit_code_too(folder: Path) -> None:
    save(folder, house(), "good.docx")
    save(folder, heading(), "warned.docx")
    save(folder, around_body(before=TRACKED), "bad.docx")
    good, warned, bad = (run("template", "check", f"{name}.docx") for name in ("good", "warned", "bad"))
    assert (good.exit_code, good.output) == (0, "good.docx: ошибок нет.\n")
    assert (warned.exit_code, "предупреждений: 1" in warned.output) == (0, True)
    assert (bad.exit_code, "bad.docx: E-TPL-07: В шаблоне остались" in bad.output) == (2, True)


@pytest.mark.parametrize("name", ["missing.docx", ".", "large.docx"])
def test_a_file_that_cannot_be_read_is_told_so(folder: Path, name: str) -> None:
    save(folder, bytes(11 * 1024 * 1024), "large.docx")
    result = run("template", "check", name)
    assert result.exit_code == 2
    assert re.search(r": E-(FIL-01|TPL-02): ", result.output)


def test_a_bad_template_stops_the_work_before_anything_is_written(folder: Path) -> None:
    bad = save(folder, around_body(before=TRACKED + block("body")))
    told = run("template", "check", bad).output.splitlines()[:-1]
    result = run("render", samples() / "minimal.yaml", "--template", bad, "--format", "docx,html")
    assert result.exit_code == 2
    assert result.output.splitlines() == told
    assert not (folder / "out").exists()


def test_render_uses_the_template_and_tells_its_warnings(folder: Path) -> None:
    own = save(folder, heading())
    result = run("render", samples() / "minimal.yaml", "--template", own, "--format", "docx")
    assert result.exit_code == 0
    assert "W-TPL-03" in result.output
    made = next((folder / "out").glob("*.docx"))
    assert "О нашей фирме".encode() in parts_of(made.read_bytes())[MAIN]


def test_what_nobody_sees_and_a_lock_stay_with_the_template(folder: Path) -> None:
    """What the check has named is in no document; a run that says it is not hidden is."""
    shown = HIDDEN.replace("<w:vanish/>", '<w:vanish w:val="0"/>').replace("Другой", "Наше")
    own = save(folder, locked(around_body(before=HIDDEN + shown)))
    assert run("render", samples() / "minimal.yaml", "--template", own, "--format", "docx").exit_code == 0
    made = parts_of(next((folder / "out").glob("*.docx")).read_bytes())
    assert "Другой".encode() not in made[MAIN]
    assert "Наше".encode() in made[MAIN]
    assert b"documentProtection" not in made["word/settings.xml"]


def test_faults_are_told_in_every_language() -> None:
    said = {spoken: check(b"", "my.docx", spoken)[0].message for spoken in LANGUAGES}
    assert len(set(said.values())) == len(LANGUAGES)
    assert json.dumps(check(b"", "my.docx", "ru")[0].record())
