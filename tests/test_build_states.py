"""Whatever happens between builds, the next one leaves the tree a clean build would make."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from in_process import Here
from made import write_once
from test_build import Desk

from conceptgen import pipeline
from conceptgen.batch import run

NAMES = st.sampled_from(["Ромашка", "Лютик", "Астра"])
FOLDERS = st.sampled_from(["", "south"])
TEXTS = st.sampled_from(["Ради гостя", "Ради семьи", "Ради дела"])
DELIVERABLES = "[{document: concept, variant: [page, short], format: html}]"
FEWER = "[{document: concept, variant: page, format: html}]"


class Life(RuleBasedStateMachine):
    """Edits, touches, renames, removals and damage, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.desk = Desk(self.root / "desk")
        self.desk.input.mkdir(parents=True)
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(run, "Pool", Here)
        self.patch.setattr(pipeline, "write", write_once)
        self.force = False

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.root)

    @rule(name=NAMES, folder=FOLDERS, purpose=TEXTS, few=st.booleans())
    def edit(self, name: str, folder: str, purpose: str, few: bool) -> None:
        path = self.desk.client(name, folder, purpose=purpose)
        text = path.read_text("utf-8")
        head = text[: text.index("deliverables:")]
        path.write_text(f"{head}deliverables: {FEWER if few else DELIVERABLES}\n", encoding="utf-8")

    @rule(data=st.data(), comment=st.booleans())
    def touch(self, data: st.DataObject, comment: bool) -> None:
        for path in self._some(data, self.desk.input, "*.yaml"):
            path.write_bytes(path.read_bytes() + (b"# note\n" if comment else b""))

    @rule(data=st.data(), name=NAMES, folder=FOLDERS)
    def rename(self, data: st.DataObject, name: str, folder: str) -> None:
        for path in self._some(data, self.desk.input, "*.yaml"):
            target = self.desk.input / folder / f"{name}.yaml"
            target.parent.mkdir(exist_ok=True)
            path.replace(target)

    @rule(data=st.data())
    def remove_input(self, data: st.DataObject) -> None:
        for path in self._some(data, self.desk.input, "*.yaml"):
            path.unlink()

    @rule(data=st.data())
    def remove_output(self, data: st.DataObject) -> None:
        for path in self._some(data, self.desk.out, "*.html"):
            path.unlink()

    @rule(data=st.data(), cut=st.integers(0, 400))
    def damage_record(self, data: st.DataObject, cut: int) -> None:
        for path in self._some(data, self.desk.out, "*.json"):
            path.write_bytes(path.read_bytes()[:cut])

    @rule()
    def lose_the_memory(self) -> None:
        self.desk.build()
        shutil.rmtree(self.desk.out / ".conceptgen")
        # What is there may be anybody's now; it is all as a clean build makes it, and so nothing is kept aside.

    @rule()
    def force_the_next(self) -> None:
        self.force = True

    @rule()
    def build_without_pruning(self) -> None:
        self.desk.build()

    @invariant()
    def a_build_makes_what_a_clean_one_makes(self) -> None:
        self.desk.build(prune=True, force=self.force)
        self.force = False
        clean = Desk(self.root / "clean")
        shutil.copytree(self.desk.input, clean.input)
        clean.build()
        made, expected = self.desk.outputs(), clean.outputs()
        shutil.rmtree(clean.root)
        assert made == expected
        assert set(self.desk.build().counts) <= {"unchanged"}

    def _some(self, data: st.DataObject, folder: Path, pattern: str) -> list[Path]:
        found = sorted(folder.rglob(pattern))
        return [data.draw(st.sampled_from(found))] if found else []


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=25,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
