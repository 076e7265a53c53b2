"""Calls from files: the text notation (.txt), JSON (one call or a list) and JSONL (one a line).

A file without turns is no call. Among others of its file a call in which nobody speaks is one: it
was dialled, and that counts.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from calls.errors import RecordError
from calls.foreign import parse_call
from calls.names import USUAL_NAMES, Names
from calls.notation import parse_transcript
from calls.turn import Transcript


@dataclass(frozen=True)
class Imported:
    """A call and the file it came from; `alone` where the file holds no other call."""

    file: str
    call: Transcript
    alone: bool


Outcome = Imported | RecordError
"""What became of one call of a file: taken, or refused with the reason."""


def import_calls(paths: Iterable[Path], names: Names = USUAL_NAMES) -> Iterator[Outcome]:
    """Every call of the files, and of the files in the folders; a bad one stops no other."""
    for path in paths:
        files = _calls_in(path) if path.is_dir() else [path]
        if not files:
            allowed = f"files that end in {', '.join(_READERS)}"
            yield RecordError(str(path), "a folder without calls", allowed)
        for file in files:
            yield from _import_file(file, names)


def _calls_in(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in _READERS)


def parse_calls(text: str, file: str, names: Names = USUAL_NAMES) -> Iterator[Outcome]:
    """Every call in the text of a file; the end of the file's name says how it is written."""
    name = PurePath(file)
    reader = _READERS.get(name.suffix.lower())
    if reader is None:
        allowed = f"one of {', '.join(_READERS)}"
        yield RecordError(file, f"no form of call is called {name.suffix!r}", allowed)
    else:
        yield from reader(text.removeprefix("\ufeff"), name, names)


def _import_file(path: Path, names: Names) -> Iterator[Outcome]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        yield RecordError(f"{path}:{line}", f"not UTF-8 ({error.reason})", "text saved as UTF-8")
    except OSError as error:
        yield RecordError(str(path), f"cannot be read ({error.strerror})", "a readable file")
    else:
        yield from parse_calls(text, str(path), names)


def _read_notation(text: str, path: PurePath, names: Names) -> Iterator[Outcome]:
    try:
        call = parse_transcript(text, path.stem, str(path), names)
    except RecordError as error:
        yield error
    else:
        yield _taken(call, f"{path}", path, alone=True)


def _read_json_lines(text: str, path: PurePath, names: Names) -> Iterator[Outcome]:
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not lines:
        yield _empty(f"{path}")
    for number, line in lines:
        where = f"{path}:{number}"
        try:
            content = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield RecordError(where, f"not JSON ({error})", "one JSON object on each line")
            continue
        default = path.stem if len(lines) == 1 else f"{path.stem}:{number}"
        yield _outcome(content, default, where, path, names, alone=len(lines) == 1)


def _read_json(text: str, path: PurePath, names: Names) -> Iterator[Outcome]:
    try:
        found = list(_json_values(text))
    except json.JSONDecodeError as error:
        wrong = f"not JSON ({error.msg}, column {error.colno})"
        yield RecordError(f"{path}:{error.lineno}", wrong, "one call or a list of calls")
        return
    except (ValueError, RecursionError) as error:
        yield RecordError(f"{path}", f"too large ({error})", "one call or a list of calls")
        return
    if not found:
        yield _empty(f"{path}")
    for number, (line, content) in enumerate(found, start=1):
        default = path.stem if len(found) == 1 else f"{path.stem}:{number}"
        yield _outcome(content, default, f"{path}:{line}", path, names, alone=len(found) == 1)


def _json_values(text: str) -> Iterator[tuple[int, Any]]:
    """The value, or those of the outermost list, each with the line on which it begins."""
    content = json.loads(text)
    if not isinstance(content, list):
        yield 1, content
        return
    decode = json.JSONDecoder().raw_decode
    at = text.index("[") + 1
    for _ in content:
        while text[at] in " \t\r\n,":
            at += 1
        line = text.count("\n", 0, at) + 1
        value, at = decode(text, at)
        yield line, value


_READERS: Mapping[str, Callable[[str, PurePath, Names], Iterator[Outcome]]] = {
    ".txt": _read_notation,
    ".json": _read_json,
    ".jsonl": _read_json_lines,
}


def _outcome(
    content: object, default_id: str, where: str, path: PurePath, names: Names, *, alone: bool
) -> Outcome:
    try:
        call = parse_call(content, default_id, where, names)
    except RecordError as error:
        return error
    return _taken(call, where, path, alone=alone)


def _taken(call: Transcript, where: str, path: PurePath, *, alone: bool) -> Outcome:
    return _empty(where) if alone and not call.turns else Imported(str(path), call, alone)


def _empty(where: str) -> RecordError:
    return RecordError(where, "holds no turns", "at least one turn, such as 'collector: Hello'")
