"""Photographs: what is taken, what is refused and in which words, what stays of the camera, where they stand."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
import pytest
from docx_invariants import faults
from html_text import body_text
from in_process import Here
from pdf_rules import broken_rules, walk
from PIL import Image, ImageCms, TiffImagePlugin

from conceptgen.batch import run
from conceptgen.batch.plan import Plan
from conceptgen.composition import compose
from conceptgen.document.blocks import Cover, CoverLine, Document, Photos
from conceptgen.document.inline import line
from conceptgen.document.look import Look
from conceptgen.document.photos import ALONE, BESIDE, cover_room, room, size
from conceptgen.document.walk import blocks, plain_text
from conceptgen.findings import Finding
from conceptgen.input import Loaded, load
from conceptgen.input.photo import BadPhoto, read_photo
from conceptgen.resources import samples
from conceptgen.rulebook import review
from conceptgen.writers import write

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

import sample_pictures

HEAD = """schema: conceptgen/1
document: {title: Цепочка, date: 2026-09-01, language: ru}
organization:
  name: Пекарня
  segments: [{name: Соседи, portrait: {file: face.png, alt: Женщина с сумкой, caption: 'Ирина, 42 года'}}]
  sites: [{name: Пекарня на углу, pictures: street.jpg}]
"""
CHAIN = """chains:
  - name: Покупка
    stages:
      - name: Очередь
        touchpoints:
          - name: Стойка
            pictures:
              - {file: counter.png, caption: Утром, alt: Стойка без людей, taken: 2026-08-03}
              - {file: counter.png, alt: Она же}
          - {name: Витрина, pictures: [street.jpg, door.webp]}
          - Касса
"""


def picture(kind: str = "PNG", width: int = 600, height: int = 400, **more: Any) -> bytes:
    data = io.BytesIO()
    shown = Image.new("RGB", (width, height), "#1F4E5F")
    shown.paste("#D98E04", (0, 0, width // 3, height // 4))
    shown.save(data, kind, **more)
    return data.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An input with a photograph in every place a chain has."""
    for name, data in {
        "face.png": picture(width=300, height=500),
        "street.jpg": picture("JPEG", 3000, 2000),
        "counter.png": picture(),
        "door.webp": picture("WEBP", 500, 900),
    }.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "a.yaml").write_text(HEAD + CHAIN, encoding="utf-8")
    return tmp_path


def document(folder: Path, name: str = "chain", variant: str = "full") -> Document:
    loaded = load(folder / "a.yaml")
    assert loaded.project, list(map(str, loaded.findings))
    return compose(loaded.project, name, variant)


def galleries(document: Document) -> list[Photos]:
    return [each for each in blocks(document) if isinstance(each, Photos)]


# ── reading ────────────────────────────────────────────────────────────────────────────────────────────────


def seen(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(read_photo(data).data))


def test_nothing_of_the_camera_stays_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SecretCam"
    exif.get_ifd(0x8825)[2] = tuple(TiffImagePlugin.IFDRational(each) for each in (55, 45, 21))
    taken = picture("JPEG", 4000, 3000, exif=exif, comment=b"SecretPlace")
    photo = read_photo(taken)
    assert (photo.width, photo.height) == (525, 700)
    assert seen(taken).size == (525, 700)
    assert dict(seen(taken).getexif()) == {}
    assert b"Secret" in taken
    assert b"Secret" not in photo.data
    assert seen(taken).getpixel((500, 20))[0] > 150, "the orange corner has turned to the right"  # type: ignore[index]
    assert read_photo(taken) == photo


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_full_of_grain_is_a_picture(kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Its JPEG takes more bytes than the library reckons with."""
    grain = Image.frombytes("RGB", (600, 400), Random(1).randbytes(600 * 400 * 3))
    data = io.BytesIO()
    grain.save(data, kind, quality=100)
    assert seen(data.getvalue()).size == (600, 400)
    assert capfd.readouterr().err == ""


def test_damaged_words_of_the_camera_spoil_no_picture() -> None:
    """Whatever byte of them is broken: they are read for the way it was held alone, and never written anew."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SecretCam"
    taken = picture("JPEG", 90, 60, exif=exif)
    start = taken.index(b"Exif") + 6
    for at in range(start, taken.index(b"SecretCam")):
        for byte in (0x00, 0x03, 0xFF):
            photo = read_photo(taken[:at] + bytes([byte]) + taken[at + 1 :])
            assert {photo.width, photo.height} == {90, 60}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_every_kind_is_taken(kind: str) -> None:
    photo = read_photo(picture(kind))
    assert photo.format == ("png" if kind == "PNG" else "jpeg")
    assert (photo.width, photo.height) == (600, 400)
    assert len(photo.data) < 40_000


def test_colours_are_those_meant_and_what_is_transparent_is_paper() -> None:
    clear = io.BytesIO()
    Image.new("RGBA", (90, 60), (255, 0, 0, 0)).save(clear, "PNG")
    assert seen(clear.getvalue()).convert("RGB").getpixel((5, 5)) == (255, 255, 255)
    grey = io.BytesIO()
    Image.new("I;16", (90, 60), 65535).save(grey, "PNG")
    assert seen(grey.getvalue()).convert("RGB").getpixel((5, 5)) == (255, 255, 255)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), lab, b"no profile"):
        shown = seen(picture(icc_profile=profile))
        assert shown.info.get("icc_profile") is None
        assert shown.convert("RGB").getpixel((500, 300)) == pytest.approx((0x1F, 0x4E, 0x5F), abs=4)


@pytest.mark.parametrize(
    ("data", "variant"),
    [
        (b"", "format"),
        (b"GIF89a" + bytes(90), "format"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(90), "format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "format"),
        (picture()[:400], "hint"),
        (picture("JPEG")[:900], "hint"),
        (picture("WEBP")[:60], "hint"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 500, "hint"),
        (picture(width=900, height=100), "shape"),
        (bytes(11 * 1024 * 1024), "bytes"),
    ],
)
def test_what_cannot_be_used_is_refused(data: bytes, variant: str) -> None:
    with pytest.raises(BadPhoto) as refused:
        read_photo(data)
    assert refused.value.variant == variant


def test_a_bomb_is_measured_and_never_unpacked() -> None:
    head = bytearray(picture())
    head[16:24] = (20_000).to_bytes(4, "big") + (20_000).to_bytes(4, "big")
    with pytest.raises(BadPhoto) as refused:
        read_photo(bytes(head))
    # A damaged head is refused either way; one with a right checksum by its size.
    assert refused.value.variant in ("pixels", "hint")
    huge = io.BytesIO()
    Image.new("1", (11_000, 9_000)).save(huge, "PNG")
    with pytest.raises(BadPhoto, match="pixels"):
        read_photo(huge.getvalue())


# ── finding ────────────────────────────────────────────────────────────────────────────────────────────────


def told(loaded: Loaded) -> list[str]:
    return [str(each).partition("(")[0] for each in loaded.findings if isinstance(each, Finding)]


def test_all_that_is_wrong_is_told_at_once_with_its_place(folder: Path) -> None:
    (folder / "counter.png").unlink()
    (folder / "street.jpg").write_bytes(b"%PDF-1.7")
    (folder / "secret.png").symlink_to("/etc/hostname")
    text = (folder / "a.yaml").read_text(encoding="utf-8").replace("door.webp", "../door.webp")
    (folder / "a.yaml").write_text(text.replace("face.png", "secret.png"), encoding="utf-8")
    found = load(folder / "a.yaml")
    assert found.project is None
    assert [(each.code, each.line) for each in found.findings] == [
        ("E-PIC-01", 5),
        ("E-PIC-02", 6),
        ("E-PIC-01", 14),
        ("E-PIC-01", 15),
        ("E-PIC-02", 16),
        ("E-PIC-01", 16),
    ]
    said = "\n".join(map(str, found.findings))
    assert "снимок «secret.png» лежит вне папки этого файла" in said.replace("С", "с")
    assert "Снимок «street.jpg» — не PNG, не JPEG и не WebP" in said
    assert "Снимок «counter.png» не найден рядом с этим файлом" in said


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("https://example.org/a.png", "E-PIC-01"),
        ("/etc/passwd", "E-PIC-01"),
        ("C:\\\\a.png", "E-PIC-01"),
        ("folder", "E-PIC-01"),
        ("pipe", "E-PIC-01"),
        ("large.jpg", "E-PIC-02"),
    ],
)
def test_nothing_but_a_file_of_the_folder_is_read(folder: Path, written: str, code: str) -> None:
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    with (folder / "large.jpg").open("wb") as large:
        large.truncate(40 * 1024 * 1024)
    text = (HEAD + CHAIN).replace("face.png", f'"{written}"')
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    assert [each.code for each in load(folder / "a.yaml").findings] == [code]


def test_without_a_folder_the_words_stand_in_for_the_pictures(folder: Path) -> None:
    loaded = load((folder / "a.yaml").read_bytes(), "stdin")
    assert [each.code for each in loaded.findings] == ["W-PIC-01"]
    assert loaded.project
    said = "\n".join(plain_text(compose(loaded.project, "chain"))).replace("\xa0", " ")
    assert "Снимок counter.png: Стойка без людей. 1.1 Стойка. Утром" in said


def test_a_changed_photograph_makes_what_shows_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "Pool", Here)
    wanted = "deliverables: [{document: chain, variant: [short, full], format: html}]\n"
    (folder / "a.yaml").write_text(HEAD + CHAIN + wanted, encoding="utf-8")

    def states() -> dict[str, str]:
        report = run.Build(Plan((folder / "a.yaml",), folder / "out"), lambda *_: None).run()
        return {(line.output or line.source): line.state for line in report.lines}

    assert set(states().values()) == {"made"}
    assert set(states().values()) == {"unchanged"}
    (folder / "counter.png").write_bytes(picture(width=640))
    assert states() == {"a-chain-short.html": "unchanged", "a-chain-full.html": "made"}
    (folder / "counter.png").unlink()
    assert set(states().values()) == {"failed"}


def test_the_sample_is_clean_and_its_pictures_are_those_drawn() -> None:
    loaded = load(samples() / "pictures" / "ticket_office.yaml")
    assert [*loaded.findings, *review(loaded)] == []
    assert loaded.project
    assert set(loaded.project.photos) == set(sample_pictures.PICTURES)
    for name in sample_pictures.PICTURES:
        file = samples() / "pictures" / name
        assert file.stat().st_size < 40_000
        assert (
            Image.open(file).convert("RGB").tobytes() == sample_pictures.drawn(name).convert("RGB").tobytes()
        )


# ── printing ───────────────────────────────────────────────────────────────────────────────────────────────


def test_each_stands_in_its_place_under_its_name(folder: Path) -> None:
    site, portrait, stage, rest = galleries(document(folder))
    assert (site.places, portrait.role, stage.places) == (1, "portrait", 3)
    captions = ["".join(each.text for each in photo.caption[0]) for photo in (*stage.items, *rest.items)]  # type: ignore[union-attr]
    numbered = [each.replace("\xa0", " ") for each in captions]
    assert numbered == [
        "1.1 Стойка. Утром (снято: 3 августа 2026 г.)",
        "1.1 Стойка",
        "1.2 Витрина",
        "1.2 Витрина",
    ]
    assert [each.alt for each in stage.items[:2]] == ["Стойка без людей", "Она же"]
    assert site.items[0].alt == "Пекарня на углу", "a picture without a description is called after its place"
    assert galleries(document(folder, variant="short")) == []


def test_none_is_larger_than_half_a_page_or_than_its_dots() -> None:
    for photo in (read_photo(picture(width=w, height=h)) for w, h in ((2000, 400), (500, 2000), (90, 60))):
        for box in (ALONE, BESIDE):
            width, height = size(photo, box)  # type: ignore[arg-type]
            assert width <= box[0] <= 110
            assert height <= box[1] <= 80
            assert width <= photo.width * 25.4 / 96 + 0.01
    assert room(Photos((), places=3)) == BESIDE


@pytest.mark.parametrize("engine", ["weasyprint", "typst"])
def test_pages_hold_the_pictures_with_their_words(folder: Path, engine: str) -> None:
    from conceptgen.document.look import Look

    made = document(folder)
    data = write(made, "pdf", Look(pdf_engine=engine))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        figures = [each for each in walk(pdf.Root.StructTreeRoot) if pikepdf.Name.Figure == each.S]
        spoken = [str(each.Alt) for each in figures if "/Alt" in each]
    assert {"Стойка без людей", "Женщина с сумкой", "Она же"} <= {
        each.replace("\xa0", " ") for each in spoken
    }
    assert broken_rules(data) == []
    assert write(made, "pdf", Look(pdf_engine=engine)) == data


def test_word_holds_each_once_with_its_words(folder: Path) -> None:
    made = document(folder)
    data = write(made, "docx")
    assert faults(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        media = [name for name in archive.namelist() if "media/photo" in name]
        body = archive.read("word/document.xml").decode()
        types = archive.read("[Content_Types].xml").decode()
    assert len(media) == 4, "one part a file, however often it is shown"
    assert body.count("<pic:pic ") == 6
    assert body.count('descr="Стойка без людей"') >= 1
    assert 'Extension="jpeg"' in types or "photo2.jpeg" in types
    assert write(made, "docx") == data


def test_a_page_carries_them_in_itself(folder: Path) -> None:
    page = write(document(folder), "html")
    assert page.count(b'<img src="data:image/') == 6
    assert 'alt="Стойка без людей"'.encode() in page
    assert "1.1 Стойка. Утром (снято: 3 августа 2026 г.)" in [
        each.replace("\xa0", " ") for each in body_text(page)
    ]


def test_words_for_the_blind_are_text_and_never_markup(folder: Path) -> None:
    text = (HEAD + CHAIN).replace("Она же", '\'"><script>alert(1)</script> #image("/etc/passwd")\'')
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    made = document(folder)
    assert b"<script>" not in write(made, "html")
    assert faults(write(made, "docx")) == []
    assert write(made, "pdf")


def test_a_title_page_has_a_picture_in_every_format(folder: Path) -> None:
    """Under the title, with its words; what the camera wrote stays outside as everywhere."""
    cover = "cover: {file: street.jpg, alt: Улица, caption: Наша улица}"
    (folder / "a.yaml").write_text(
        HEAD.replace("language: ru}", f"language: ru, {cover}}}") + CHAIN, encoding="utf-8"
    )
    made = document(folder)
    shown = next(each for each in blocks(made) if isinstance(each, Cover)).picture
    assert shown is not None
    assert (shown.alt, shown.format) == ("Улица", "jpeg")
    assert "Наша улица" in plain_text(made)
    assert 'alt="Улица"'.encode() in write(made, "html")
    data = write(made, "docx")
    assert faults(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert 'descr="Улица"' in archive.read("word/document.xml").decode()
    assert write(made, "pdf")
    assert write(made, "pdf", Look(pdf_engine="typst"))


def test_a_missing_picture_of_a_title_page_is_told_of(folder: Path) -> None:
    text = HEAD.replace("language: ru}", "language: ru, cover: none.png}") + CHAIN
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder / "a.yaml")
    assert [each.code for each in loaded.findings if each.code.startswith("E-PIC")] == ["E-PIC-01"]


def test_the_picture_of_a_title_page_leaves_room_for_long_titles_and_stamps() -> None:
    """The more lines there are, the lower it is; never lower than two centimetres."""
    few = (CoverLine("title", line("Концепция")),)
    stamps = tuple(CoverLine("approval", line("Директор\n" * 6)) for _ in range(3))
    many = (*stamps, CoverLine("title", line("Концепция клиентского сервиса " * 6)))
    heights = [cover_room(Cover(lines))[1] for lines in (few, many)]
    assert heights[0] == 70
    assert 20 <= heights[1] < 50
