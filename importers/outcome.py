"""What becomes of one call of a file: taken, or refused with place, fault and remedy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calls.errors import RecordError
from calls.foreign import collector_of, parse_call
from calls.turn import Transcript
from importers.source import Source


@dataclass(frozen=True)
class Imported:
    """A call and the file it came from; `alone` where the file holds no other call.

    `collector` is who called, where the file says so; `line` is where the call begins.
    """

    file: str
    call: Transcript
    alone: bool
    collector: str | None = None
    line: int | None = None


# Not frozen: `contextlib` sets the traceback of an error that passes through a `with`.
@dataclass(eq=False)
class Refused(RecordError):
    """A call, or a whole file, that could not be taken."""

    file: str = ""
    line: int | None = None


Outcome = Imported | Refused


@dataclass(frozen=True)
class Found:
    """A call as it stands in a file, before anybody has looked at it.

    `places` are the lines of its turns, where each has one; `fault` is what is wrong with it as
    far as its file goes. A call without an id is known by its `number`, or else by how many came
    before it.
    """

    line: int
    content: object
    places: Sequence[int] = ()
    fault: tuple[int, str, str] | None = None
    number: int | None = None


def refused(source: Source, line: int | None, wrong: str, allowed: str) -> Refused:
    """A refusal at a line of a file, or of the file itself."""
    return Refused(source.place(line), wrong, allowed, source.file, line)


def taken(source: Source, found: Iterator[Found]) -> Iterator[Outcome]:
    """Every call of a file in order; a file without calls is told."""
    number = 0
    for number, (one, alone) in enumerate(_alone(found), start=1):
        default = source.stem if alone else f"{source.stem}:{one.number or number}"
        yield _outcome(source, one, default, alone=alone)
    if not number:
        yield empty(source, None)


def _alone(found: Iterator[Found]) -> Iterator[tuple[Found, bool]]:
    """Each with whether it is the only one; no more than two are held at a time."""
    first = next(found, None)
    if first is None:
        return
    second = next(found, None)
    yield first, second is None
    if second is not None:
        yield second, False
    for one in found:
        yield one, False


def _outcome(source: Source, one: Found, default: str, *, alone: bool) -> Outcome:
    if one.fault:
        return refused(source, *one.fault)
    places = [source.place(line) for line in one.places]
    try:
        call = parse_call(one.content, default, source.place(one.line), source.names, places)
    except RecordError as error:
        return Refused(error.where, error.wrong, error.allowed, source.file, one.line)
    return imported(source, call, one.line, collector_of(one.content), alone=alone)


def imported(
    source: Source, call: Transcript, line: int | None, collector: str | None, *, alone: bool
) -> Outcome:
    """The call, unless its file has nothing else and nobody speaks in it."""
    if alone and not call.turns:
        return empty(source, line)
    return Imported(source.file, call, alone, collector, line)


def empty(source: Source, line: int | None) -> Refused:
    """A file that holds no call is none."""
    allowed = "at least one turn, such as 'collector: Hello'"
    return refused(source, line, "holds no turns", allowed)
