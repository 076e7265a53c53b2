"""Whom a line of a call is named after, while nobody has said yet who they are."""

from calls.moves import Act
from calls.state import CallState, Line
from calls.turn import Speaker
from simulator.scenario import Scenario

_SAY_WHO = frozenset({Act.CONFIRMS_IDENTITY, Act.GIVES_IDENTIFIER})
"""A yes to the name, or the birth date that was asked for with it."""


def named(line: Line, call: CallState, scenario: Scenario) -> str | None:
    """The name of whoever said it to the collector; None until the consumer says who they are."""
    known_from = _known_from(call)
    known = known_from is not None and line.seq >= known_from
    return scenario.consumer_name if known else None


def _known_from(call: CallState) -> int | None:
    """The line in which the consumer says who they are; nobody is named before that."""
    said = (
        line.seq
        for line in call.lines
        if line.move is not None
        and line.turn.speaker is Speaker.CONSUMER
        and not _SAY_WHO.isdisjoint(line.move.acts)
    )
    return next(said, None)
