"""JSON, one call or a list of calls, and JSONL, one call a line."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from importers.outcome import Found, Outcome, refused, taken
from importers.source import Source

_LONGEST = 50_000_000
"""Characters of a line; a call of a whole day has fewer, and memory must end somewhere."""


def read_json_lines(source: Source) -> Iterator[Outcome]:
    """A call from each line; a bad line is told, and the next one read."""
    yield from taken(source, _of_lines(source.text()))


def _of_lines(text: TextIO) -> Iterator[Found]:
    for number, line in enumerate(_lines(text), start=1):
        if len(line) > _LONGEST:
            wrong = f"a line of more than {_LONGEST:,} characters"
            yield Found(number, None, fault=(number, wrong, "one call on each line"))
        elif line.strip():
            yield _of_line(number, line)


def _of_line(number: int, line: str) -> Found:
    try:
        return Found(number, json.loads(line), number=number)
    except (ValueError, RecursionError) as error:
        fault = (number, f"not JSON ({error})", "one JSON object on each line")
        return Found(number, None, fault=fault)


def _lines(text: TextIO) -> Iterator[str]:
    """The lines; of one that is too long the beginning."""
    while line := text.readline(_LONGEST + 1):
        rest = line
        while len(rest) > _LONGEST and not rest.endswith("\n"):
            rest = text.readline(_LONGEST + 1)
        yield line


def read_json(source: Source) -> Iterator[Outcome]:
    """One call, or each of a list; the file is read whole, for JSON ends at its last bracket."""
    text = source.text().read()
    try:
        found = list(_json_values(text))
    except json.JSONDecodeError as error:
        wrong = f"not JSON ({error.msg}, column {error.colno})"
        yield refused(source, error.lineno, wrong, "one call or a list of calls")
    except (ValueError, RecursionError) as error:
        yield refused(source, None, f"too large ({error})", "one call or a list of calls")
    else:
        yield from taken(source, iter(found))


def _json_values(text: str) -> Iterator[Found]:
    """The value, or those of the outermost list, each with the line on which it begins."""
    content = json.loads(text)
    if not isinstance(content, list):
        yield Found(1, content)
        return
    decode = json.JSONDecoder().raw_decode
    at, line, counted = text.index("[") + 1, 1, 0
    for _ in content:
        while text[at] in " \t\r\n,":
            at += 1
        line, counted = line + text.count("\n", counted, at), at
        value: Any
        value, end = decode(text, at)
        yield Found(line, value)
        at = end
