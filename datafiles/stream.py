"""YAML that others wrote, item by item: nothing is built twice, and nothing is guessed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TextIO

import yaml

from datafiles.load import DataFileError

_DEEPEST = 40


@dataclass
class _Open:
    """A list or a mapping that has not ended yet."""

    line: int
    items: list[Any] = field(default_factory=list)
    key: str | None = None
    mapping: dict[str, Any] | None = None


def parse_items(text: TextIO, file: str) -> Iterator[tuple[int, Any]]:
    """Each document, or each item of a document that is a list, with its line.

    Every word is taken as it is written: `yes` stays a word. Raises `DataFileError`.
    """
    # Events, not nodes: libyaml's composer goes down with the process on deep brackets.
    try:
        yield from _Builder(file).items(yaml.parse(text, Loader=yaml.CBaseLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
        line = mark.line + 1 if mark else 1
        fault = f"{line}: not YAML: {problem} - check indent and quotes"
        raise DataFileError(file, (fault,)) from error


class _Builder:
    def __init__(self, file: str) -> None:
        self._file = file
        self._open: list[_Open] = []

    def items(self, events: Iterator[yaml.Event]) -> Iterator[tuple[int, Any]]:
        for event in events:
            line = event.start_mark.line + 1 if event.start_mark else 1
            match event:
                case yaml.AliasEvent():
                    raise self._fault(line, f"*{event.anchor} stands for something", "written out")
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    self._begin(event, line)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    ended = self._open.pop()
                    if ended.mapping is not None:
                        yield from self._put(ended.mapping, ended.line)
                    elif self._open:
                        yield from self._put(ended.items, ended.line)
                case yaml.ScalarEvent():
                    yield from self._put(event.value, line)
                case _:  # where the file and its documents begin and end
                    pass

    def _begin(self, event: yaml.Event, line: int) -> None:
        if len(self._open) == _DEEPEST:
            raise self._fault(line, "brackets in brackets", f"at most {_DEEPEST}")
        if self._open and self._open[-1].mapping is not None and self._open[-1].key is None:
            raise self._fault(line, "a list or mapping as a key", "a word")
        self._open.append(
            _Open(line, mapping={} if isinstance(event, yaml.MappingStartEvent) else None)
        )

    def _put(self, value: Any, line: int) -> Iterator[tuple[int, Any]]:
        """A value in its place; outermost ones and those of the outermost list are handed out."""
        if not self._open or (len(self._open) == 1 and self._open[0].mapping is None):
            yield line, value
            return
        inside = self._open[-1]
        if inside.mapping is None:
            inside.items.append(value)
        elif inside.key is None:
            if value in inside.mapping:
                raise self._fault(line, f"{value!r} stands here twice", "each key once")
            inside.key = value
        else:
            inside.mapping[inside.key], inside.key = value, None

    def _fault(self, line: int, wrong: str, allowed: str) -> DataFileError:
        return DataFileError(self._file, (f"{line}: {wrong} - {allowed}",))
