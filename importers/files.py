"""Calls from files and folders: each form of file has one reader, by the end of its name.

A file without turns is no call. Among others of its file a call in which nobody speaks is one: it
was dialled, and that counts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO

from calls.errors import RecordError
from calls.names import USUAL_NAMES, Names
from calls.notation import parse_transcript
from importers.captions import read_srt, read_webvtt
from importers.encodings import NotText
from importers.json_files import read_json, read_json_lines
from importers.outcome import Outcome, Refused, imported, refused
from importers.rows import read_csv
from importers.source import Source
from importers.yaml_files import read_yaml


def _read_notation(source: Source) -> Iterator[Outcome]:
    text = source.text().read()
    try:
        call = parse_transcript(text, source.stem, source.file, source.names)
    except RecordError as error:
        line = int(error.where.removeprefix(f"{source.file}:"))
        yield Refused(error.where, error.wrong, error.allowed, source.file, line)
    else:
        yield imported(source, call, None, None, alone=True)


def _read_parquet(source: Source) -> Iterator[Outcome]:
    # pyarrow takes a tenth of a second to open, which every command would pay.
    from importers.parquet import read_parquet  # noqa: PLC0415

    return read_parquet(source)


_READERS: Mapping[str, Callable[[Source], Iterator[Outcome]]] = {
    ".txt": _read_notation,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".csv": read_csv,
    ".vtt": read_webvtt,
    ".srt": read_srt,
    ".parquet": _read_parquet,
}
FORMS = tuple(_READERS)
"""How the names of files that hold calls end."""


@dataclass
class Position:
    """How far an import has come, in bytes, for whoever watches it."""

    before: int = 0
    stream: BinaryIO | None = None

    @property
    def bytes_read(self) -> int:
        open_file = self.stream is not None and not self.stream.closed
        return self.before + (self.stream.tell() if open_file and self.stream else 0)

    def finish(self, size: int) -> None:
        self.before, self.stream = self.before + size, None


def import_calls(
    paths: Iterable[Path], names: Names = USUAL_NAMES, position: Position | None = None
) -> Iterator[Outcome]:
    """Every call of the files, and of the files in the folders; a bad one stops no other."""
    for path in paths:
        files = files_in(path)
        if not files:
            allowed = f"files that end in {', '.join(FORMS)}"
            yield Refused(str(path), "a folder without calls", allowed, str(path))
        for file in files:
            yield from _import_file(file, names, position or Position())


def files_in(path: Path) -> list[Path]:
    """The files of calls in a folder, in the order in which they are read; or the file itself."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix.lower() in FORMS)


def parse_calls(content: bytes, file: str, names: Names = USUAL_NAMES) -> Iterator[Outcome]:
    """Every call in the bytes of a file; the end of the file's name says how it is written."""
    yield from _read(Source(file, BytesIO(content), names))


def _import_file(path: Path, names: Names, position: Position) -> Iterator[Outcome]:
    file = str(path)
    try:
        stream = path.open("rb")
    except OSError as error:
        wrong = f"cannot be read ({error.strerror})"
        yield Refused(file, wrong, "a readable file", file)
        return
    with stream:
        position.stream = stream
        yield from _read(Source(file, stream, names))
    position.finish(path.stat().st_size)


def _read(source: Source) -> Iterator[Outcome]:
    reader = _READERS.get(source.suffix)
    if reader is None:
        wrong = f"no form of call is called {PurePath(source.file).suffix!r}"
        yield refused(source, None, wrong, f"one of {', '.join(FORMS)}")
        return
    try:
        yield from reader(source)
    except NotText as fault:
        allowed = "text saved as UTF-8, UTF-16 or Windows-1252"
        yield refused(source, fault.line, fault.wrong, allowed)
    except OSError as error:
        yield refused(source, None, f"cannot be read ({error.strerror})", "a readable file")
