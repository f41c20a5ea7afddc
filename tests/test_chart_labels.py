"""Lines and tabs an author typed into a name become blanks where the name is a label of a drawing."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from conceptgen import compose, load, write

INPUT = r"""
schema: conceptgen/1
document: {title: Проба, date: 2027-03-02}
organization: {name: Астра}
concept:
  purpose: Проба
  current_state:
    scale: {min: 1, max: 5}
    rounds: [{id: r1, name: "РаундENDпервый", date: 2026-01-01}, {id: r2, name: "РаундENDвторой", date: 2026-06-01}]
    criteria:
      - {component: atmosphere, name: "СкоростьENDответа", target: 4, scores: [{round: r1, value: 2}]}
      - {component: atmosphere, name: "ВежливостьENDперсонала", target: 4, scores: [{round: r1, value: 3}]}
      - {component: atmosphere, name: "ЧистотаENDзала", target: 4, scores: [{round: r2, value: 3}]}
  programme:
    actions:
      - {name: "ОбучитьENDлюдей", start: 2026-02-01, deadline: 2026-05-01}
      - {name: "КупитьENDстойку", start: 2026-03-01, deadline: 2026-08-01}
"""
ENDS = {
    "a line feed": r"\n",
    "a return": r"\r\n",
    "a tab": r"\t",
    "NEL": r"\x85",
    "U+2028": r"\u2028",
    "blanks too": r" \n  ",
}
RAW = re.compile(r"[\n\r\t\x85\u2028]|&#1?[0-9];")
LABELS = ("Раунд первый", "Скорость ответа", "Вежливость персонала", "Обучить людей")


@pytest.mark.parametrize("end", ENDS)
def test_a_label_is_one_line(end: str) -> None:
    project = load(INPUT.replace("END", ENDS[end]).encode()).project
    assert project is not None
    document = compose(project, "concept", "full")
    page = write(document, "html").decode()
    drawn = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    said = [text.strip() for each in drawn for text in re.findall(r">([^<]+)<", each)]
    said += re.findall(r'(?:aria-label|alt|title)="([^"]*)"', page)
    package = zipfile.ZipFile(io.BytesIO(write(document, "docx")))
    parts = [
        package.read(n).decode()
        for n in package.namelist()
        if n.startswith(("word/charts/chart", "word/doc"))
    ]
    written = [text for part in parts for text in re.findall(r"<(?:c:v|a:t|w:t)\b[^>]*>([^<]*)<", part)]
    written += [text for part in parts for text in re.findall(r'descr="([^"]*)"', part)]
    assert not [text for text in (*said, *written) if RAW.search(text)]
    assert all(any(label in text for text in written) for label in LABELS)
