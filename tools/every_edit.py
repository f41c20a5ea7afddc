"""Edits every value of a sample's documents in Word, brings the edits back, and counts how many came true.

``python tools/every_edit.py samples/clinic.yaml concept-full chain-full``
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from word_edits import WordEditor

from conceptgen import compose, load, write
from conceptgen.exchange.edits import Edits, edits_of
from conceptgen.model.project import Project

_NUMBERS = re.compile(
    r"\.(value|min|at_least|at_most|more_than|less_than|from|about|amount|target|duration|fraction|change)$"
)
_DATES = re.compile(
    r"(date|until|from|to|start|end|deadline|due|by|since|horizon|year|introduced_by|unknown)$"
)


def other(address: str, text: str) -> str:
    """The same with another year, another number, one word more."""
    if _DATES.search(address) and re.search(r"20\d\d", text):
        return re.sub(r"20\d\d", lambda found: str(int(found[0]) + 1), text)
    if _NUMBERS.search(address) or re.fullmatch(r"[−-]?[\d\u00a0]+([.,]\d+)?([\s\u00a0]?%)?", text):
        return re.sub(r"\d+", lambda found: str(_beside(int(found[0]))), text, count=1)
    words = text.split(" ")
    return (
        " ".join([*words[: len(words) // 2], "заново", *words[len(words) // 2 :]])
        if len(words) > 1
        else f"{text} заново"
    )


def _beside(number: int) -> int:
    return number + 1 if number % 10 < 9 else number - 1


def edited(project: Project, document: str, variant: str) -> tuple[bytes, set[str]]:
    """The Word file with every value edited where it is printed first, and the addresses."""
    editor = WordEditor(write(compose(project, document, variant), "docx"))
    done: set[str] = set()
    for mark, (address, via) in editor.prints.items():
        if via is None and address not in done and mark in editor.marks:
            text = editor.text(mark)
            if (new := other(address, text)) != text:
                editor.replace(mark, new)
                done.add(address)
    return editor.saved(), done


def main(name: str, *documents: str) -> None:
    """Print a line a document, then what did not come true."""
    project = load(name).project
    assert project is not None
    for each in documents:
        data, done = edited(project, *each.split("-"))
        begun = time.process_time()
        found = edits_of(data, each, project, name)
        seconds = time.process_time() - begun
        true = {edit.address for edit in found.found if edit.outcome == "applied"} & done
        stray = [edit for edit in found.found if edit.address not in done]
        share = 100 * len(true) / max(1, len(done))
        print(
            f"{each}: {len(done)} edited, {len(true)} true ({share:.1f} %), {len(stray)} stray, {seconds:.1f} s"
        )
        _tell(found, done - true)


def _tell(found: Edits, missing: set[str]) -> None:
    reasons = {edit.address: f"{edit.outcome} {edit.reason}" for edit in found.found}
    kinds = Counter((re.sub(r"\[[^\]]*\]", "[]", each), reasons.get(each, "unseen")) for each in missing)
    for (address, reason), count in kinds.most_common():
        print(f"  {count:3} {address}: {reason}")


if __name__ == "__main__":
    main(*sys.argv[1:])
