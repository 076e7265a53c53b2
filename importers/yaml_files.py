"""YAML: one call, a list of calls, or several documents."""

from collections.abc import Iterator

from datafiles import DataFileError, parse_items
from importers.outcome import Found, Outcome, taken
from importers.source import Source


def read_yaml(source: Source) -> Iterator[Outcome]:
    """Each call as its lines end; from the first fault on nothing more of the file is read."""
    yield from taken(source, _found(source))


def _found(source: Source) -> Iterator[Found]:
    try:
        for line, content in parse_items(source.text(), source.file):
            yield Found(line, content)
    except DataFileError as error:
        at, _, fault = error.faults[0].partition(": ")
        wrong, _, allowed = fault.partition(" - ")
        yield Found(int(at), None, fault=(int(at), wrong, allowed))
