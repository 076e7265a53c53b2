"""An audit from files to tables and a page, going on where it stopped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.asked import Asked
from audit.engines import Engine, Here, Numbered
from audit.errors import AuditError
from audit.parts import Chunk, Parts, chunks, write
from audit.results import Results
from audit.summary import render_summary
from audit.tables import tables
from audit.totals import Totals
from calls.names import USUAL_NAMES, Names
from importers import Position, files_in, import_calls


@dataclass(frozen=True)
class Progress:
    """How far an audit is: bytes of its files, calls, and those of them that were done before."""

    bytes_done: int
    bytes_all: int
    calls: int
    done_before: int


@dataclass(frozen=True)
class Done:
    """The end of an audit; `begun_anew` where the folder held parts by other rules."""

    totals: Totals
    begun_anew: bool


def run(
    paths: Sequence[Path],
    out: Path,
    asked: Asked,
    engine: Engine | None = None,
    names: Names = USUAL_NAMES,
) -> Iterator[Progress | Done]:
    """Audit the calls of files and folders; yields how far it is, and at last what it came to."""
    _apart(paths, out)
    parts = Parts(out, asked)
    work = _Work(paths, asked, parts, names)
    for number, audited in (engine or Here()).audited(work.todo(), asked):
        parts.save(parts.names[number], audited)
        yield work.finished(number)
    yield work.end()
    yield Done(_write(out, asked, parts), parts.begun_anew)


def _apart(paths: Sequence[Path], out: Path) -> None:
    for path in paths:
        if path.is_dir() and out.resolve().is_relative_to(path.resolve()):
            wrong = f"lies in {path}, whose files are audited"
            raise AuditError("out", wrong, "a folder of its own")


class _Work:
    """The chunks of an audit on their way; those that were done before are not done again."""

    def __init__(self, paths: Sequence[Path], asked: Asked, parts: Parts, names: Names) -> None:
        self._position = Position()
        self._all = sum(
            file.stat().st_size for p in paths for file in files_in(p) if file.is_file()
        )
        self._outcomes = import_calls(paths, names, self._position)
        self._fingerprint = asked.fingerprint
        self._parts = parts
        self._under_way: dict[int, tuple[int, int]] = {}
        self._calls = self._before = self._bytes = 0

    def todo(self) -> Iterator[Numbered]:
        for chunk in chunks(self._outcomes, self._fingerprint):
            self._parts.names.append(chunk.name)
            if self._parts.done(chunk):
                self._count(chunk)
            else:
                self._under_way[chunk.number] = (len(chunk.frame), self._position.bytes_read)
                yield chunk.number, chunk.frame

    def _count(self, chunk: Chunk) -> None:
        self._calls += len(chunk.frame)
        self._before += len(chunk.frame)

    def finished(self, number: int) -> Progress:
        calls, place = self._under_way.pop(number)
        self._calls += calls
        self._bytes = max(self._bytes, place)
        return Progress(self._bytes, self._all, self._calls, self._before)

    def end(self) -> Progress:
        return Progress(self._all, self._all, self._calls, self._before)


def _write(out: Path, asked: Asked, parts: Parts) -> Totals:
    totals = Totals()
    with Results(out) as results:
        for audited in parts.in_order():
            part = tables(audited)
            results.add(part)
            totals.add(part)
    rules = asked.checker.by_id
    page = render_summary(totals, rules, asked.checker.fingerprint)
    write(out / "summary.html", page.encode())
    parts.forget_others()
    parts.write_manifest(finished=True, calls=totals.calls, refused=totals.refused)
    return totals
