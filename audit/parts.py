"""What is done of an audit, part by part, so that it goes on where it stopped.

A part is known by what was asked and by what its calls say. So a part of other calls, or of other
rules, is never taken for it.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from audit.asked import Asked
from audit.errors import AuditError
from audit.frames import CALLS, frame_of
from importers import Imported, Outcome

_CALLS, _CHARACTERS = 100, 1_000_000
_FORM = 1  # of the parts' files: another release may need others


@dataclass(frozen=True)
class Chunk:
    """So many calls as are audited in one go."""

    number: int
    frame: pd.DataFrame
    name: str


def chunks(outcomes: Iterable[Outcome], fingerprint: str) -> Iterator[Chunk]:
    """The calls in order, cut by number and by length: the same calls, the same parts."""
    waiting: list[Outcome] = []
    size = number = 0
    for one in outcomes:
        waiting.append(one)
        size += _length(one)
        if len(waiting) == _CALLS or size >= _CHARACTERS:
            yield _chunk(number, waiting, fingerprint)
            waiting, size, number = [], 0, number + 1
    if waiting:
        yield _chunk(number, waiting, fingerprint)


def _length(one: Outcome) -> int:
    return sum(len(turn.text) for turn in one.call.turns) if isinstance(one, Imported) else 0


def _chunk(number: int, outcomes: list[Outcome], fingerprint: str) -> Chunk:
    frame = frame_of(outcomes)
    said = hashlib.sha256(f"{_FORM} {fingerprint}".encode())
    for row in frame[list(CALLS)].itertuples(index=False, name=None):
        said.update(repr(row).encode())
    return Chunk(number, frame, f"{number:06}-{said.hexdigest()[:16]}.parquet")


class Parts:
    """The folder of parts, and the manifest that says what they are parts of."""

    def __init__(self, out: Path, asked: Asked) -> None:
        self._folder = out / "parts"
        self._manifest = out / "manifest.json"
        self._asked = asked
        self.names: list[str] = []
        self.begun_anew = self._open()

    def _open(self) -> bool:
        """Whether there were parts of other rules, facts or assumptions."""
        about = {
            "form": _FORM,
            "fingerprint": self._asked.fingerprint,
            "rules": self._asked.checker.fingerprint,
            "packs": [pack.about.id for pack in self._asked.checker.packs],
            "assume": list(self._asked.assume.names),
            "context": self._asked.context.known(),
        }
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            before = json.loads(self._manifest.read_text("utf-8"))
        except FileNotFoundError:
            before = about
        except OSError as error:
            where = str(self._folder)
            raise AuditError(
                where, f"no folder ({error.strerror})", "a folder to write to"
            ) from None
        except ValueError:
            where = str(self._manifest)
            raise AuditError(where, "no manifest of an audit", "another folder for --out") from None
        if not isinstance(before, dict) or "fingerprint" not in before:
            where = str(self._manifest)
            raise AuditError(where, "no manifest of an audit", "another folder for --out")
        self._about = about
        self.write_manifest(finished=False)
        return bool(before["fingerprint"] != about["fingerprint"])

    def write_manifest(self, *, finished: bool, **counts: int) -> None:
        """What these are parts of, and how far the audit came."""
        content = {**self._about, "finished": finished, **counts, "parts": self.names}
        write(self._manifest, json.dumps(content, indent=1).encode())

    def done(self, chunk: Chunk) -> bool:
        return (self._folder / chunk.name).is_file()

    def save(self, chunk_name: str, frame: pd.DataFrame) -> None:
        """A part, whole or not at all."""
        write(self._folder / chunk_name, frame.to_parquet(index=False))

    def in_order(self) -> Iterator[pd.DataFrame]:
        """Every part of this audit, one after the other."""
        for name in self.names:
            yield pd.read_parquet(self._folder / name)

    def forget_others(self) -> None:
        """Remove what is no part of this audit any more."""
        for file in self._folder.iterdir():
            if file.name not in self.names:
                file.unlink()


def write(path: Path, content: bytes) -> None:
    """A file that is whole or not there, also when the power fails."""
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    with passing.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    passing.replace(path)
