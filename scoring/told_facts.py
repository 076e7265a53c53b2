"""Which turn of the other side told which fact of a scenario, by its words."""

from collections.abc import Sequence

from calls.turn import Speaker, Turn
from language.reader import Reader
from language.reading import Reading
from simulator.facts import Fact

_MOST = 0.5
"""This part of the words of a fact shows that it was told."""


def told_in(facts: Sequence[Fact], reader: Reader, readings: Sequence[Reading]) -> dict[str, int]:
    """The facts of which a turn of theirs takes up most words, each with the first such turn."""
    theirs = [r for r in readings if r.turn.speaker is not Speaker.COLLECTOR]
    found = ((fact.id, _first(fact, reader, theirs)) for fact in facts)
    return {fact: turn for fact, turn in found if turn is not None}


def _first(fact: Fact, reader: Reader, theirs: Sequence[Reading]) -> int | None:
    read = (reader.read(Turn(speaker=Speaker.CONSUMER, text=one)).content for one in fact.says)
    forms = [stems for stems in read if stems]
    for reading in theirs:
        if any(len(stems & reading.content) >= _MOST * len(stems) for stems in forms):
            return reading.index
    return None
