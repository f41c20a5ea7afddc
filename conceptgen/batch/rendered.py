"""What ``render`` and ``review`` put into an output folder. What a hand changed, what another input gave and an
approved edition never give way in silence.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from conceptgen.batch.editions import Editions, differences
from conceptgen.batch.fingerprint import digest
from conceptgen.batch.output_folder import OutputFolder
from conceptgen.batch.records import FROZEN, Kept, Record, Records
from conceptgen.errors import RequestError
from conceptgen.files import display_name
from conceptgen.languages import say

if TYPE_CHECKING:
    from conceptgen.pipeline import Output

_NONE = Kept("", "")


class Rendered:
    """What is remembered of such outputs: a record each, so that runs side by side lose nothing of each other's."""

    def __init__(self, folder: Path, language: str) -> None:
        self._records = Records(folder, language, "rendered")

    def of(self, name: str) -> Kept:
        """An output as it was written, whatever it was made from."""
        return self._records.read(name).outputs.get(name, _NONE)

    def knows(self, source: str, name: str, sha: str) -> bool:
        """True if what lies there was made from this input, and nobody has touched it since."""
        record = self._records.read(name)
        kept = record.outputs.get(name, _NONE)
        return record.key == source and sha in (kept.sha, kept.earlier)

    def keep(self, source: str, name: str, kept: Kept) -> None:
        """Remember an output and the input it was made from."""
        self._records.write(Record(name, source, outputs={name: kept}))


class RenderFolder:
    """An output folder as one run sees it. ``source`` is what the input is called from there, as in a build."""

    def __init__(self, folder: Path, source: str, language: str, *, force: bool = False) -> None:
        self.source, self.language, self.force = source, language, force
        self.shelf = OutputFolder(folder, language)
        self.rendered, self.editions = Rendered(folder, language), Editions(folder, language)
        self.built = Records(folder, language).read(source)

    def refuse_to_change(self, output: Output) -> None:
        """Raise RequestError where an approved edition lies that says something else, unless that is forced."""
        if not self.force and (changes := self._changes_of_edition(output)):
            said = say(self.language, "outputs.edition", name=display_name(output.name))
            raise RequestError("\n  ".join((said, *changes)))

    def put(self, output: Output, data: bytes) -> str:
        """Write an output; the new name of what it would have overwritten, "" where there was nothing of the kind."""
        name, sha, there = output.name, digest(data), self.shelf.sha(output.name)
        gives_way = self._is_ours(name, there) and not self._changes_of_edition(output)
        is_strange = there not in ("", sha) and not gives_way
        aside = self.shelf.keep_user_copy(name) if is_strange else ""
        if output.status == FROZEN:
            self.editions.keep(name, _sayings(output))
        # Remembered before it is written: a run killed between the two knows the old file and the new one.
        earlier = "" if is_strange else there
        self.rendered.keep(self.source, name, Kept("", sha, earlier, output.status))
        if there != sha:
            self.shelf.put(name, data)
        return aside

    def _changes_of_edition(self, output: Output) -> list[str]:
        """What the approved edition that lies there says otherwise."""
        is_one = self.rendered.of(output.name).status in ("", FROZEN) and self.shelf.sha(output.name)
        lines = self.editions.lines(output.name) if is_one else None
        return [] if lines is None else differences(lines, _sayings(output))

    def _is_ours(self, name: str, there: str) -> bool:
        built = self.built.outputs.get(name) or self.built.left.get(name) or _NONE
        return there in (built.sha, built.earlier) or self.rendered.knows(self.source, name, there)


def _sayings(output: Output) -> tuple[str, ...]:
    from conceptgen.batch.job import sayings

    return sayings(output.document)
